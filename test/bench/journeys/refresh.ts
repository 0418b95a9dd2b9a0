import { LOW } from '../../../accounts/assurance.ts';
import { expectClaim, type Journey } from '../journey.ts';
import { tokenHolders, type TokenHolder } from './token-holders.ts';

/** Each refresh token is used once and replaced. */
export const refresh: Journey<TokenHolder> = {
  name: 'refresh',
  title: 'refresh, rotating',
  reusable: true,
  prepare: tokenHolders,
  async walk(_contestant, connection, { party, tokens }) {
    const next = await party.refresh(connection, tokens.refreshToken);
    if (next.refreshToken === tokens.refreshToken) throw new Error('it was not rotated');
    expectClaim(next, 'acr', LOW);
    return { party, tokens: next };
  },
};
