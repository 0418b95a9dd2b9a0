import type { KoaContextWithOIDC } from 'oidc-provider';

import { loadStanding, type ActingStores } from '../accounts/acting.ts';
import { principalOf, type Persons } from '../accounts/principal.ts';
import type { Standing } from '../accounts/standing.ts';
import type { AuthenticationEventId } from '../ids.ts';

/** The persons of this request at its relying party, read once however many parts of the request ask. */
export type StandingOf = (
  ctx: KoaContextWithOIDC,
  persons: Persons,
  authenticationId?: AuthenticationEventId,
) => Promise<Standing | undefined>;

export function createStandingReader(stores: ActingStores): StandingOf {
  const byRequest = new WeakMap<object, Map<string, Promise<Standing | undefined>>>();
  return (ctx, persons, authenticationId) => {
    const known = byRequest.get(ctx.oidc) ?? new Map<string, Promise<Standing | undefined>>();
    byRequest.set(ctx.oidc, known);
    const clientId = ctx.oidc.client?.clientId ?? '';
    const key = `${principalOf(persons)} ${authenticationId ?? ''} ${clientId}`;
    const reading = known.get(key) ?? loadStanding(stores, persons, clientId, authenticationId);
    known.set(key, reading);
    return reading;
  };
}
