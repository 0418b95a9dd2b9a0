import { logIn, NO_PAGES, type Contestant } from '../journey.ts';
import { onConnections } from '../on-connections.ts';
import type { RelyingParty, Tokens } from '../relying-party.ts';

/** A relying party with the tokens of one person. */
export interface TokenHolder {
  readonly party: RelyingParty;
  readonly tokens: Tokens;
}

export async function tokenHolders(contestant: Contestant, count: number): Promise<TokenHolder[]> {
  const visitors = await contestant.signedIn(count);
  return onConnections(contestant.issuer, visitors, async (connection, visitor) => {
    const { tokens } = await logIn(contestant, connection, visitor, { pages: NO_PAGES });
    return { party: visitor.party, tokens };
  });
}
