import type { Account as ProviderAccount, KoaContextWithOIDC, FindAccount } from 'oidc-provider';

import { consentThatCounts, stateOf } from '../accounts/acting.ts';
import { authenticationLevel } from '../accounts/authentication-context.ts';
import { personClaims } from '../accounts/person-claims.ts';
import type { Consent } from '../accounts/consent.ts';
import { parsePrincipal } from '../accounts/principal.ts';
import { isAuthenticationOver } from '../accounts/signed-out.ts';
import type { Standing } from '../accounts/standing.ts';
import { verifiedIdentity } from '../accounts/verified-identity.ts';
import type { Audit } from '../audit/events.ts';
import type { ClientPolicy, ClientStore } from '../clients/client.ts';
import { consentInForce, releasableClaims } from '../clients/disclosure.ts';
import { claimsOfScopes } from '../clients/scopes.ts';
import { allowanceOf } from '../clients/verified-claims/allowance.ts';
import { discloseVerified, type Disclosure } from '../clients/verified-claims/answer.ts';
import type { Clock } from '../clock.ts';
import type { AuthenticationEventId } from '../ids.ts';
import { actClaim, isTaken, principalOfRequest } from './acting.ts';
import { showActing } from './acting-shown.ts';
import { auditContext } from './audit-context.ts';
import { VERIFIED_CLAIMS, verifiedClaimsRequests } from './claims-parameter.ts';
import { evidenceOf } from './evidence.ts';
import type { PairwiseSubject } from './pairwise.ts';
import { guarded } from './protocol-error.ts';
import { remainingFactors, type Reassess } from './reassessment.ts';
import { sessionStands } from './session-binding.ts';
import type { StandingOf } from './standings.ts';

export interface AccountSources {
  readonly standingOf: StandingOf;
  readonly clients: ClientStore;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly subjectFor: PairwiseSubject;
}

/**
 * The person behind a session or a token. At the authorization endpoint anybody on record, because the policy says
 * what is wrong in better words; behind a token only somebody whose account can be used now.
 */
export function createAccountFinder(sources: AccountSources, reassess: Reassess) {
  return async (
    ...[ctx, id, token]: Parameters<FindAccount>
  ): Promise<ProviderAccount | undefined> => {
    const principal =
      token === undefined ? (principalOfRequest(ctx, sources.subjectFor) ?? id) : id;
    const persons = parsePrincipal(principal);
    if (persons === undefined) return undefined;
    const evidence = token === undefined ? undefined : evidenceOf(token);
    const standing = await sources.standingOf(ctx, persons, evidence);
    if (standing === undefined) return undefined;
    if (token === undefined) showActing(ctx, standing);
    else {
      if (stateOf(standing, sources.clock()).kind !== 'active') return undefined;
      if (!(await isTaken(standing, ctx.oidc.client?.clientId, sources.clients))) return undefined;
      if (isAuthenticationOver(standing)) return undefined;
      if (!(await sessionStands(ctx.oidc.provider, token))) return undefined;
      if (!(await reassess(ctx, standing, token))) return undefined;
    }
    return providerAccount(ctx, { principal, standing, evidence }, sources);
  };
}

interface Told {
  readonly principal: string;
  readonly standing: Standing;
  readonly evidence: AuthenticationEventId | undefined;
}

function providerAccount(
  ctx: KoaContextWithOIDC,
  { principal, standing, evidence }: Told,
  sources: AccountSources,
): ProviderAccount {
  const { account, actor } = standing;
  return {
    accountId: principal,
    claims: guarded(async (use, scope, requested) => {
      const channel = use === 'userinfo' ? 'userinfo' : 'id_token';
      const { [VERIFIED_CLAIMS]: verified, ...plain } = requested;
      const wanted = [
        ...(channel === 'userinfo' ? claimsOfScopes(scope.split(' ')) : []),
        ...Object.keys(plain),
      ];
      const asked = wanted.length > 0 || verified !== undefined;
      const entitled = asked ? await findEntitled(ctx, standing, sources) : undefined;
      const disclosed = disclosable(entitled, standing, wanted);
      const assured = disclosedVerified(verified, channel, entitled, standing);
      const claims = [...Object.keys(disclosed), ...(assured?.names ?? [])];
      if (claims.length > 0) {
        await sources.audit.claimsDisclosed(
          {
            ...auditContext(ctx),
            accountId: account.id,
            actorId: actor?.account.id,
            authenticationEventId: evidence,
          },
          { claims, channel },
        );
      }
      return {
        ...disclosed,
        ...(assured?.member === undefined ? undefined : { [VERIFIED_CLAIMS]: assured.member }),
        ...assuranceClaims(standing),
        ...whoActs(ctx, principal, sources.subjectFor),
        sub: principal,
      };
    }),
  };
}

/** Who asks, under which consent, as the records stand at this request; undefined: nothing may leave. */
interface Entitled {
  readonly policy: ClientPolicy;
  readonly consent: Consent;
  readonly now: number;
}

async function findEntitled(
  ctx: KoaContextWithOIDC,
  standing: Standing,
  { clients, clock }: AccountSources,
): Promise<Entitled | undefined> {
  const clientId = ctx.oidc.client?.clientId;
  if (clientId === undefined) return undefined;
  const client = await clients.find(clientId);
  const now = clock();
  const consent = consentInForce(consentThatCounts(standing, now), now);
  if (client === undefined || consent === undefined) return undefined;
  return { policy: client.policy, consent, now };
}

/** Entitlement ∩ consent ∩ request (design, section 8.1). */
function disclosable(
  entitled: Entitled | undefined,
  { account }: Standing,
  requested: readonly string[],
): Record<string, unknown> {
  if (entitled === undefined) return {};
  const { policy, consent, now } = entitled;
  const releasable = releasableClaims(policy, consent);
  const person = personClaims(account, now);
  return Object.fromEntries(
    [...new Set(requested)]
      .filter((name) => releasable.has(name) && name in person)
      .map((name) => [name, person[name]]),
  );
}

/** The same of `verified_claims`, alternative by alternative. */
function disclosedVerified(
  requested: unknown,
  use: 'userinfo' | 'id_token',
  entitled: Entitled | undefined,
  { account }: Standing,
): Disclosure | undefined {
  const requests = verifiedClaimsRequests(requested);
  if (entitled === undefined || requests.length === 0) return undefined;
  const { policy, consent, now } = entitled;
  const identity = verifiedIdentity(account, now);
  return discloseVerified(requests, identity, allowanceOf(policy, consent), { use, now });
}

/** How surely it is them: always told, nothing about the person. */
function assuranceClaims(standing: Standing): Record<string, unknown> {
  const { account, authentication } = standing;
  // Accounts of organisations have none (D69, Art. 7).
  const level = account.subjectType === 'organisation' ? {} : { account_level: account.level };
  if (authentication === undefined) return level;
  const factors = remainingFactors(authentication, standing);
  return {
    ...level,
    authentication_level: authenticationLevel(factors),
    authentication_event_id: authentication.id,
  };
}

function whoActs(
  { oidc }: KoaContextWithOIDC,
  principal: string,
  subjectFor: PairwiseSubject,
): Record<string, unknown> {
  const act = oidc.client && actClaim(principal, oidc.client, subjectFor);
  return act === undefined ? {} : { act };
}
