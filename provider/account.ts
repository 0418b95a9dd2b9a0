import type { Account as ProviderAccount, KoaContextWithOIDC, FindAccount } from 'oidc-provider';

import { accountState } from '../accounts/account-state.ts';
import { authenticationLevel } from '../accounts/authentication-context.ts';
import { personClaims } from '../accounts/person-claims.ts';
import type { Standing } from '../accounts/standing.ts';
import type { Audit } from '../audit/events.ts';
import type { ClientStore } from '../clients/client.ts';
import { consentInForce, releasableClaims } from '../clients/disclosure.ts';
import { claimsOfScopes } from '../clients/scopes.ts';
import type { Clock } from '../clock.ts';
import { isId, type AuthenticationEventId } from '../ids.ts';
import { auditContext } from './audit-context.ts';
import { evidenceOf } from './evidence.ts';
import { guarded } from './protocol-error.ts';
import { remainingFactors, type Reassess } from './reassessment.ts';
import { sessionStands } from './session-binding.ts';
import type { StandingOf } from './standings.ts';

export interface AccountSources {
  readonly standingOf: StandingOf;
  readonly clients: ClientStore;
  readonly audit: Audit;
  readonly clock: Clock;
}

/**
 * The person behind a session or a token. At the authorization endpoint anybody on record, because the policy says
 * what is wrong in better words; behind a token only somebody whose account can be used now.
 */
export function createAccountFinder(sources: AccountSources, reassess: Reassess) {
  return async (
    ...[ctx, id, token]: Parameters<FindAccount>
  ): Promise<ProviderAccount | undefined> => {
    if (!isId('acc', id)) return undefined;
    const evidence = token === undefined ? undefined : evidenceOf(token);
    const standing = await sources.standingOf(ctx, id, evidence);
    if (standing === undefined) return undefined;
    const { account, locks } = standing;
    if (token !== undefined) {
      if (accountState(account, locks, sources.clock()).kind !== 'active') return undefined;
      if (!(await sessionStands(ctx.oidc.provider, token))) return undefined;
      if (!(await reassess(ctx, standing, token))) return undefined;
    }
    return providerAccount(ctx, standing, evidence, sources);
  };
}

function providerAccount(
  ctx: KoaContextWithOIDC,
  standing: Standing,
  evidence: AuthenticationEventId | undefined,
  sources: AccountSources,
): ProviderAccount {
  const { account } = standing;
  return {
    accountId: account.id,
    claims: guarded(async (use, scope, requested) => {
      const disclosed = await disclosable(ctx, standing, sources, [
        ...(use === 'userinfo' ? claimsOfScopes(scope.split(' ')) : []),
        ...Object.keys(requested),
      ]);
      if (Object.keys(disclosed).length > 0) {
        await sources.audit.claimsDisclosed(
          { ...auditContext(ctx), accountId: account.id, authenticationEventId: evidence },
          { claims: Object.keys(disclosed), channel: use === 'userinfo' ? 'userinfo' : 'id_token' },
        );
      }
      return {
        ...disclosed,
        ...assuranceClaims(standing),
        sub: account.id,
      };
    }),
  };
}

/** Entitlement ∩ consent ∩ request, on the records as they stand at this request (design, section 8.1). */
async function disclosable(
  ctx: KoaContextWithOIDC,
  standing: Standing,
  { clients, clock }: AccountSources,
  requested: readonly string[],
): Promise<Record<string, unknown>> {
  const clientId = ctx.oidc.client?.clientId;
  if (clientId === undefined || requested.length === 0) return {};
  const client = await clients.find(clientId);
  const now = clock();
  const consent = consentInForce(standing.consent, now);
  if (client === undefined || consent === undefined) return {};
  const releasable = releasableClaims(client.policy, consent);
  const person = personClaims(standing.account, now);
  return Object.fromEntries(
    [...new Set(requested)]
      .filter((name) => releasable.has(name) && name in person)
      .map((name) => [name, person[name]]),
  );
}

/** How surely it is them: always told, nothing about the person. */
function assuranceClaims(standing: Standing): Record<string, unknown> {
  const { account, authentication } = standing;
  if (authentication === undefined) return { account_level: account.level };
  const factors = remainingFactors(authentication, standing);
  return {
    account_level: account.level,
    authentication_level: authenticationLevel(factors),
    authentication_event_id: authentication.id,
  };
}
