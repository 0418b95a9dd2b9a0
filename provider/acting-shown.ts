import type { KoaContextWithOIDC } from 'oidc-provider';

import { proverAccount } from '../accounts/acting.ts';
import type { AccountStore } from '../accounts/account.ts';
import type { Ledger } from '../accounts/ledger.ts';
import { parsePrincipal } from '../accounts/principal.ts';
import type { Standing } from '../accounts/standing.ts';
import type { ActingFacts } from '../web/page-context.ts';
import { chosenAt } from './acting.ts';

/** What the library's own pages of a journey say, once the person has said in it for whom they are here. */
export function showActing(ctx: KoaContextWithOIDC, standing: Standing): void {
  const { account, actor } = standing;
  if (actor === undefined || ctx.oidc.result?.login?.['principal'] === undefined) return;
  const prover = proverAccount(standing).name;
  Object.assign(ctx.state, { acting: { name: account.name, prover, mayChange: false } });
}

export type ActingOfSession = (ctx: KoaContextWithOIDC) => Promise<ActingFacts | undefined>;

/** For whom the person of a session acts: at the relying party that asks, or anywhere. */
export function createActingOfSession(
  accounts: Pick<AccountStore, 'findById'>,
  ledger: Pick<Ledger, 'read'>,
): ActingOfSession {
  return async ({ oidc: { session, client } }) => {
    const own = parsePrincipal(session?.accountId)?.accountId;
    if (session === undefined || own === undefined) return undefined;
    const places =
      client === undefined ? Object.keys(session.authorizations ?? {}) : [client.clientId];
    const wards = places
      .map((place) => parsePrincipal(chosenAt(session, place)))
      .filter((persons) => persons?.actorId === own);
    // A session that has proven nothing lately is nobody's, and tells of nobody.
    if (wards.length === 0 || (await ledger.read(session.uid, own)).length === 0) return undefined;
    const ids = new Set([own, ...wards.map((persons) => persons?.accountId ?? own)]);
    const found = await Promise.all([...ids].map((id) => accounts.findById(id)));
    const [prover, ...names] = found.map((account) => account?.name ?? '');
    return { name: names.join(', '), prover: prover ?? '', mayChange: false };
  };
}
