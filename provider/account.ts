import type { Account as ProviderAccount, KoaContextWithOIDC, FindAccount } from 'oidc-provider';

import type { Account, AccountStore } from '../accounts/account.ts';
import { accountState } from '../accounts/account-state.ts';
import { authenticationLevel } from '../accounts/authentication-context.ts';
import type { AuthenticationStore } from '../accounts/authentication-store.ts';
import type { ConsentStore } from '../accounts/consent.ts';
import { personClaims } from '../accounts/person-claims.ts';
import type { PasskeyStore } from '../accounts/passkey-store.ts';
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

export interface AccountSources {
  readonly accounts: AccountStore;
  readonly authentications: AuthenticationStore;
  readonly consents: ConsentStore;
  readonly passkeys: PasskeyStore;
  readonly clients: ClientStore;
  readonly audit: Audit;
  readonly clock: Clock;
}

type Token = Parameters<FindAccount>[2];

/**
 * The person behind a session or a token. At the authorization endpoint anybody on record, because the policy says
 * what is wrong in better words; behind a token only somebody whose account can be used now.
 */
export function createAccountFinder(sources: AccountSources, reassess: Reassess) {
  return async (
    ...[ctx, id, token]: Parameters<FindAccount>
  ): Promise<ProviderAccount | undefined> => {
    if (!isId('acc', id)) return undefined;
    const account = await sources.accounts.findById(id);
    if (account === undefined) return undefined;
    if (token !== undefined) {
      const locks = await sources.accounts.openLocks(id);
      if (accountState(account, locks, sources.clock()).kind !== 'active') return undefined;
      if (!(await sessionStands(ctx.oidc.provider, token))) return undefined;
      if (!(await reassess(ctx, account, token))) return undefined;
    }
    return providerAccount(ctx, account, token, sources);
  };
}

function providerAccount(
  ctx: KoaContextWithOIDC,
  account: Account,
  token: Token,
  sources: AccountSources,
): ProviderAccount {
  return {
    accountId: account.id,
    claims: guarded(async (use, scope, requested) => {
      const evidence = token === undefined ? undefined : evidenceOf(token);
      const disclosed = await disclosable(ctx, account, sources, [
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
        ...(await assuranceClaims(account, evidence, sources)),
        sub: account.id,
      };
    }),
  };
}

/** Entitlement ∩ consent ∩ request, on the records of this very moment (design, section 8.1). */
async function disclosable(
  ctx: KoaContextWithOIDC,
  account: Account,
  { clients, consents, clock }: AccountSources,
  requested: readonly string[],
): Promise<Record<string, unknown>> {
  const clientId = ctx.oidc.client?.clientId;
  if (clientId === undefined || requested.length === 0) return {};
  const client = await clients.find(clientId);
  const now = clock();
  const consent = consentInForce(await consents.latest(account.id, clientId), now);
  if (client === undefined || consent === undefined) return {};
  const releasable = releasableClaims(client.policy, consent);
  const person = personClaims(account, now);
  return Object.fromEntries(
    [...new Set(requested)]
      .filter((name) => releasable.has(name) && name in person)
      .map((name) => [name, person[name]]),
  );
}

/** How surely it is them: always told, nothing about the person. */
async function assuranceClaims(
  account: Account,
  evidence: AuthenticationEventId | undefined,
  { authentications, passkeys }: AccountSources,
): Promise<Record<string, unknown>> {
  const authentication = evidence === undefined ? undefined : await authentications.find(evidence);
  if (authentication === undefined) return { account_level: account.level };
  const factors = await remainingFactors(authentication, passkeys);
  return {
    account_level: account.level,
    authentication_level: authenticationLevel(factors),
    authentication_event_id: authentication.id,
  };
}
