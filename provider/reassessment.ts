import type { FindAccount, KoaContextWithOIDC } from 'oidc-provider';

import { consentThatCounts, levelBackAt, levelOf } from '../accounts/acting.ts';
import { reachedAcr, satisfies } from '../accounts/assurance-decision.ts';
import { contextOf } from '../accounts/authentication-context.ts';
import type { Authentication } from '../accounts/authentication-store.ts';
import { findAcr, strictest, type Requirement } from '../accounts/assurance.ts';
import type { Consent } from '../accounts/consent.ts';
import type { Factor } from '../accounts/factors.ts';
import type { Standing } from '../accounts/standing.ts';
import type { Audit } from '../audit/events.ts';
import type { ClientPolicy, ClientStore } from '../clients/client.ts';
import { consentInForce } from '../clients/disclosure.ts';
import { isOwnClient } from '../clients/own-client.ts';
import type { Clock } from '../clock.ts';
import { auditContext } from './audit-context.ts';

export interface ReassessmentSources {
  readonly clients: ClientStore;
  readonly audit: Audit;
  readonly clock: Clock;
}

type Token = NonNullable<Parameters<FindAccount>[2]>;

/** What new tokens are made from. */
const REASSESSED: ReadonlySet<string> = new Set([
  'RefreshToken',
  'AuthorizationCode',
  'DeviceCode',
  'BackchannelAuthenticationRequest',
]);

/** False ends the token with `invalid_grant`; a weaker context than before is written into the token. */
export type Reassess = (
  ctx: KoaContextWithOIDC,
  standing: Standing,
  token: Token,
) => Promise<boolean>;

/** Refresh re-asks (design, section 2, rule 8): what an authentication rested on may be gone since. */
export function createReassessment(sources: ReassessmentSources): Reassess {
  return async (ctx, standing, token) => {
    if (!REASSESSED.has(token.kind)) return true;
    const refuse = async (reason: 'evidence_missing' | 'consent_withdrawn' | 'level_lost') => {
      await sources.audit.refreshRefused(
        {
          ...auditContext(ctx),
          accountId: standing.account.id,
          actorId: standing.actor?.account.id,
        },
        { reason },
      );
      return false;
    };
    const { authentication } = standing;
    if (authentication === undefined) return refuse('evidence_missing');

    const now = sources.clock();
    const inForce = isOwnClient(authentication.clientId)
      ? NOTHING_TO_AGREE_TO
      : consentInForce(consentThatCounts(standing, now), now);
    if (inForce === undefined) return refuse('consent_withdrawn');

    const client = await sources.clients.find(authentication.clientId);
    if (client === undefined) return refuse('evidence_missing');
    const remaining = remainingFactors(authentication, standing);
    const required = requirementOf([...authentication.requiredAcrs, client.policy.acrFloor]);
    const level = levelOf(standing, sources.clock());
    if (!satisfies(required, level, remaining)) return refuse('level_lost');
    const isLess = levelBackAt(standing, sources.clock()) !== undefined;
    if (isLess || remaining.length < authentication.factors.length) {
      lower(token, authentication, level, remaining);
    }
    narrow(token, inForce, client.policy);
    return true;
  };
}

const NOTHING_TO_AGREE_TO: Pick<Consent, 'acceptedScopes'> = { acceptedScopes: [] };

/** Without the passkeys removed since. */
export function remainingFactors(
  { factors }: Authentication,
  { passkeys }: Standing,
): readonly Factor[] {
  const alive = new Set(passkeys.map(({ id }) => id));
  return factors.filter((factor) => factor.method !== 'passkey' || alive.has(factor.passkeyId));
}

function requirementOf(values: readonly string[]): Requirement {
  return values
    .map(findAcr)
    .filter((definition) => definition !== undefined)
    .map(({ requirement }) => requirement)
    .reduce(strictest);
}

/** Scopes refused since, or that the client is no longer entitled to, are in no new token. */
function narrow(
  token: Token,
  consent: Pick<Consent, 'acceptedScopes'>,
  policy: ClientPolicy,
): void {
  const allowed = new Set(['openid', ...consent.acceptedScopes]);
  const entitled = new Set(['openid', ...policy.entitledScopes]);
  const scopes = [...token.scopes].filter((scope) => allowed.has(scope) && entitled.has(scope));
  Object.assign(token, { scope: scopes.join(' ') });
}

/** The library copies these from the old token to the new ones. A context is lowered, never raised. */
function lower(
  token: Token,
  { acr }: Authentication,
  accountLevel: Standing['account']['level'],
  remaining: readonly Factor[],
): void {
  const told = findAcr(acr);
  const still = told !== undefined && satisfies(told.requirement, accountLevel, remaining);
  const reached = still ? told : reachedAcr(accountLevel, remaining);
  if (reached === undefined) return;
  const context = contextOf(reached.value, reached.requirement, remaining);
  Object.assign(token, { acr: context.acr, amr: context.amr, authTime: context.authTime });
}
