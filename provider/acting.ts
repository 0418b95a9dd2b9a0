import Provider, { errors, type Client, type KoaContextWithOIDC } from 'oidc-provider';

import { parsePrincipal, principalOf, proverOf, type Principal } from '../accounts/principal.ts';
import type { Standing } from '../accounts/standing.ts';
import type { ClientStore } from '../clients/client.ts';
import type { AccountId } from '../ids.ts';
import type { PairwiseSubject } from './pairwise.ts';
import { askedPersons, isAskedFor } from './subject-hint.ts';

/** The library's session, as far as it says for whom its person signed in where. */
export interface SessionOfBrowser {
  readonly authorizations?: Readonly<Record<string, object>> | undefined;
}

/** For whom the person of this browser last signed in at a relying party, where they had to choose. */
export function chosenAt(
  { authorizations }: SessionOfBrowser,
  clientId: string,
): Principal | undefined {
  const kept: Kept | undefined = authorizations?.[clientId];
  const persons = parsePrincipal(kept?.principal);
  return persons && principalOf(persons);
}

/** What the session keeps of a relying party where somebody chose. */
interface Kept {
  readonly principal?: unknown;
  /** For whom they were there before that. */
  readonly before?: unknown;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** All the relying party knows of from this session, where somebody chose there; `own` where nobody did. */
export function toldOfSession(
  { authorizations }: SessionOfBrowser,
  clientId: string,
  own: string,
): readonly AccountId[] {
  const { principal = own, before }: Kept = authorizations?.[clientId] ?? {};
  const all = [principal, ...listOf(before)];
  const told = all.map((each) => parsePrincipal(each)?.accountId);
  return [...new Set(told.filter((each) => each !== undefined))];
}

/**
 * Whom this authorization request is for. The browser's session always belongs to who proves; acting for another is of
 * one request, and its interaction says so. Without one it goes on only where the relying party asks for that very
 * `sub`, chosen at it in this session before: nobody is ever silently signed in for somebody else.
 */
export function principalOfRequest(
  { oidc }: KoaContextWithOIDC,
  subjectFor: PairwiseSubject,
): Principal | undefined {
  const own = parsePrincipal(oidc.session?.accountId)?.accountId;
  if (own === undefined) return undefined;
  const said = oidc.result?.login?.['principal'] ?? askedAgain(oidc, subjectFor);
  const persons = parsePrincipal(said);
  return persons !== undefined && proverOf(persons) === own ? principalOf(persons) : own;
}

function askedAgain(
  { session, client, deviceCode, params = {} }: KoaContextWithOIDC['oidc'],
  subjectFor: PairwiseSubject,
): Principal | undefined {
  if (session === undefined || client === undefined) return undefined;
  const before = chosenAt(session, client.clientId);
  // A code can be anybody's: whoever types one in says in that journey for whom.
  if (deviceCode !== undefined) return undefined;
  if (before === undefined || askedPersons(params).length === 0) return undefined;
  return isAskedFor(before, client, params, subjectFor) ? before : undefined;
}

/** True when it is clear for whom the person is here: they have said it, or the relying party has. */
export function isPrincipalClear(ctx: KoaContextWithOIDC): boolean {
  const { result, session, client, params } = ctx.oidc;
  if (result?.login?.['principal'] !== undefined) return true;
  if (askedPersons(params ?? {}).length > 0) return true;
  // Asked in silence, who was here for themselves still is.
  if (session === undefined || client === undefined || !ctx.oidc.promptPending('none'))
    return false;
  return chosenAt(session, client.clientId) === session.accountId;
}

/** Kept in the session once somebody has chosen: what a step-up goes on with, and whom a logout is about. */
export function keepPrincipal({ oidc }: KoaContextWithOIDC): void {
  const { session, client, account } = oidc;
  if (session === undefined || client === undefined || account === undefined) return;
  const last = chosenAt(session, client.clientId);
  if (oidc.result?.login?.['principal'] === undefined && last === undefined) return;
  const kept: object = session.authorizationFor(client.clientId);
  const { before: earlier }: Kept = kept;
  const { accountId: principal } = account;
  const known = [last, ...listOf(earlier)];
  const before = known.filter((each) => each !== undefined && each !== principal);
  Object.assign(kept, { principal, before: [...new Set(before)] });
}

/** RFC 8693, section 4.1: who acts, beside `sub`, for whom. Undefined when nobody acts for another. */
export function actClaim(
  principal: unknown,
  client: Client,
  subjectFor: PairwiseSubject,
): { readonly sub: string } | undefined {
  const actorId = parsePrincipal(principal)?.actorId;
  return actorId === undefined ? undefined : { sub: subjectFor(actorId, client) };
}

/** A relying party that takes no actors any more is told nothing of anybody acted for. */
export async function isTaken(
  { actor }: Standing,
  clientId: string | undefined,
  clients: Pick<ClientStore, 'find'>,
): Promise<boolean> {
  if (actor === undefined) return true;
  const client = await clients.find(clientId ?? '');
  return client?.policy.takesActors === true;
}

interface Issued {
  accountId?: string | undefined;
  save(): Promise<string>;
}

/**
 * The library writes the session's account into what it issues, and ours is always the one who proves. Whom it is for
 * stands in the account of the request, which the library has looked at by then (`findAccount`).
 */
export function issueToPrincipals(provider: Provider): void {
  for (const model of [provider.AuthorizationCode, provider.DeviceCode]) {
    const prototype = model.prototype as unknown as Issued;
    const { save } = prototype;
    Object.assign(prototype, {
      async save(this: Issued) {
        this.accountId = issuedTo(this.accountId);
        return save.call(this);
      },
    });
  }
}

/** Nothing is issued to another prover than the request was decided for. */
function issuedTo(accountId: string | undefined): string | undefined {
  const principal = Provider.ctx?.oidc?.account?.accountId;
  if (accountId === undefined || principal === undefined || accountId === principal) {
    return accountId;
  }
  const persons = parsePrincipal(principal);
  if (persons === undefined || proverOf(persons) !== accountId) {
    throw new errors.AccessDenied('the account cannot be used');
  }
  return principal;
}
