import type { Journey } from '../journey.ts';
import { tokenHolders, type TokenHolder } from './token-holders.ts';

export const introspection: Journey<TokenHolder> = {
  name: 'introspection',
  title: 'introspection',
  reusable: true,
  prepare: tokenHolders,
  async walk(_contestant, connection, holder) {
    const { party, tokens } = holder;
    const answer = await party.introspect(connection, tokens.accessToken);
    if (answer['active'] !== true || answer['sub'] !== tokens.claims['sub'])
      throw new Error('the token is not active');
    return holder;
  },
};
