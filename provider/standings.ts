import type { KoaContextWithOIDC } from 'oidc-provider';

import type { Standing, StandingStore } from '../accounts/standing.ts';
import type { AccountId, AuthenticationEventId } from '../ids.ts';

/** The person of this request at its relying party, read once however many parts of the request ask. */
export type StandingOf = (
  ctx: KoaContextWithOIDC,
  accountId: AccountId,
  authenticationId?: AuthenticationEventId,
) => Promise<Standing | undefined>;

export function createStandingReader(standings: StandingStore): StandingOf {
  const byRequest = new WeakMap<object, Map<string, Promise<Standing | undefined>>>();
  return (ctx, accountId, authenticationId) => {
    const known = byRequest.get(ctx.oidc) ?? new Map<string, Promise<Standing | undefined>>();
    byRequest.set(ctx.oidc, known);
    const clientId = ctx.oidc.client?.clientId ?? '';
    const key = `${accountId} ${authenticationId ?? ''} ${clientId}`;
    const reading = known.get(key) ?? standings.load(accountId, clientId, authenticationId);
    known.set(key, reading);
    return reading;
  };
}
