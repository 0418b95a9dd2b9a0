import type { Journey } from '../journey.ts';
import { tokenHolders, type TokenHolder } from './token-holders.ts';

export const userinfo: Journey<TokenHolder> = {
  name: 'userinfo',
  title: 'userinfo',
  reusable: true,
  prepare: tokenHolders,
  async walk(_contestant, connection, holder) {
    const { party, tokens } = holder;
    const claims = await party.userinfo(connection, tokens.accessToken);
    if (claims['sub'] !== tokens.claims['sub'] || claims['phone_number'] === undefined)
      throw new Error(`claims are missing: ${Object.keys(claims).join(', ')}`);
    return holder;
  },
};
