import { errors, type KoaContextWithOIDC } from 'oidc-provider';

import type { Account, AccountStore } from '../accounts/account.ts';
import { accountState, type AccountState } from '../accounts/account-state.ts';
import { usableFactors } from '../accounts/usable-factors.ts';
import type { Consent, ConsentStore } from '../accounts/consent.ts';
import type { Factor, FactorAudience } from '../accounts/factors.ts';
import { parseFactors, type Ledger } from '../accounts/ledger.ts';
import type { PasskeyStore } from '../accounts/passkey-store.ts';
import type { ClientPolicy, ClientRecord, ClientStore } from '../clients/client.ts';
import { disclosureItems, type DisclosureItem } from '../clients/disclosure.ts';
import type { Clock } from '../clock.ts';
import { isId, type AccountId } from '../ids.ts';
import { readAuthorizationRequest, type AuthorizationRequest } from './request.ts';

export interface FactSources {
  readonly accounts: AccountStore;
  readonly passkeys: PasskeyStore;
  readonly consents: ConsentStore;
  readonly clients: ClientStore;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** The person of the browser session, and what they have proven that counts for this request. */
export interface SubjectFacts {
  readonly account: Account;
  readonly state: AccountState;
  /** Narrowed by reuse policy, `max_age`, `prompt` and passkeys removed since. */
  readonly factors: readonly Factor[];
  readonly consent: Consent | undefined;
}

/** Everything a decision about one authorization request rests on, loaded once. */
export interface RequestFacts {
  readonly client: ClientRecord;
  readonly request: AuthorizationRequest;
  readonly items: readonly DisclosureItem[];
  readonly subject: SubjectFacts | undefined;
  /** The person has just been through an interaction: what is still missing now will not come. */
  readonly resumed: boolean;
  readonly now: number;
}

export type LoadFacts = (ctx: KoaContextWithOIDC) => Promise<RequestFacts>;

/** The same promise for every check of one request. */
export function createFactLoader(sources: FactSources): LoadFacts {
  const perRequest = new WeakMap<object, Promise<RequestFacts>>();
  return (ctx) => {
    const known = perRequest.get(ctx.oidc);
    if (known !== undefined) return known;
    const loading = loadFacts(ctx, sources);
    perRequest.set(ctx.oidc, loading);
    return loading;
  };
}

async function loadFacts(ctx: KoaContextWithOIDC, sources: FactSources): Promise<RequestFacts> {
  const clientId = ctx.oidc.client?.clientId;
  const client = clientId === undefined ? undefined : await sources.clients.find(clientId);
  if (client === undefined) throw new errors.InvalidClient('client not found');
  const request = readAuthorizationRequest(ctx.oidc.params ?? {}, client.policy);
  return {
    client,
    request,
    items: disclosureItems(client.policy, request.data),
    subject: await loadSubject(ctx, client, request, sources),
    resumed: ctx.oidc.result?.login !== undefined,
    now: sources.clock(),
  };
}

async function loadSubject(
  ctx: KoaContextWithOIDC,
  client: ClientRecord,
  request: AuthorizationRequest,
  sources: FactSources,
): Promise<SubjectFacts | undefined> {
  const accountId = ctx.oidc.session?.accountId;
  if (!isId('acc', accountId)) return undefined;
  const account = await sources.accounts.findById(accountId);
  if (account === undefined) return undefined;
  const [locks, passkeys, consent, factors] = await Promise.all([
    sources.accounts.openLocks(accountId),
    sources.passkeys.listByAccount(accountId),
    sources.consents.latest(accountId, client.clientId),
    provenFactors(ctx, accountId, sources.ledger),
  ]);
  const now = sources.clock();
  return {
    account,
    state: accountState(account, locks, now),
    consent,
    factors: usableFactors(factors, {
      now,
      transaction: ctx.oidc.entities.Interaction?.cid ?? '',
      audience: audienceOf(client.clientId, client.policy),
      reuse: client.policy.reuse,
      maxAgeSeconds: request.maxAgeSeconds,
      freshOnly: request.freshOnly,
      livePasskeys: new Set(passkeys.map(({ id }) => id)),
    }),
  };
}

/** What an interaction proved is adopted by the session it resumes into; from then on the ledger has it. */
async function provenFactors(
  ctx: KoaContextWithOIDC,
  accountId: AccountId,
  ledger: Ledger,
): Promise<readonly Factor[]> {
  const sessionUid = ctx.oidc.session?.uid ?? '';
  const proven = ctx.oidc.result?.login?.['factors'];
  return proven === undefined
    ? ledger.read(sessionUid, accountId)
    : ledger.add(sessionUid, accountId, parseFactors(proven));
}

export function audienceOf(clientId: string, { organisation }: ClientPolicy): FactorAudience {
  return { clientId, organisationId: organisation.id, publicService: organisation.publicService };
}
