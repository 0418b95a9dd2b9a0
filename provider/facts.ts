import { errors, type KoaContextWithOIDC } from 'oidc-provider';

import type { Factor } from '../accounts/factors.ts';
import { parseFactors, type Ledger } from '../accounts/ledger.ts';
import { parsePrincipal, proverOf } from '../accounts/principal.ts';
import { subjectOf, type Subject } from '../accounts/subject.ts';
import type { Clock } from '../clock.ts';
import { requestScope, type ClientRecord, type ClientStore } from '../clients/client.ts';
import { disclosureItems, type DisclosureItem } from '../clients/disclosure.ts';
import type { AccountId } from '../ids.ts';
import { isPrincipalClear, principalOfRequest } from './acting.ts';
import type { PairwiseSubject } from './pairwise.ts';
import { readAuthorizationRequest, type AuthorizationRequest } from './request.ts';
import type { StandingOf } from './standings.ts';

export interface FactSources {
  readonly standingOf: StandingOf;
  readonly clients: ClientStore;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly subjectFor: PairwiseSubject;
}

/** Everything a decision about one authorization request rests on, loaded once. */
export interface RequestFacts {
  readonly client: ClientRecord;
  readonly request: AuthorizationRequest;
  readonly items: readonly DisclosureItem[];
  readonly subject: Subject | undefined;
  /** Must say for whom they are here, and has not. */
  readonly personNotChosen: boolean;
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
  const request = readAuthorizationRequest(paramsOf(ctx), client.policy);
  const subject = await findSubject(ctx, client, request, sources);
  return {
    client,
    request,
    items: disclosureItems(client.policy, request.data),
    subject,
    personNotChosen:
      client.policy.takesActors === true &&
      subject?.mayHaveToChoose === true &&
      !isPrincipalClear(ctx),
    now: sources.clock(),
  };
}

/** What the library leaves out of requests for another device stands with the device code. */
function paramsOf({ oidc }: KoaContextWithOIDC): Readonly<Record<string, unknown>> {
  return { ...oidc.params, ...oidc.deviceCode?.params };
}

async function findSubject(
  ctx: KoaContextWithOIDC,
  client: ClientRecord,
  request: AuthorizationRequest,
  sources: FactSources,
): Promise<Subject | undefined> {
  const persons = parsePrincipal(principalOfRequest(ctx, sources.subjectFor));
  if (persons === undefined) return undefined;
  const proven = await provenFactors(ctx, proverOf(persons), sources.ledger);
  // A session that has proven nothing, or nothing lately, is nobody's.
  if (proven.length === 0) return undefined;
  const scope = requestScope(client, ctx.oidc.entities.Interaction?.cid ?? '', request);
  const standing = await sources.standingOf(ctx, persons);
  const subject = standing && subjectOf(standing, proven, scope, sources.clock());
  return subject?.proven.length === 0 ? undefined : subject;
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
