import type { Account } from '../../accounts/account.ts';
import { accountState } from '../../accounts/account-state.ts';
import { reachedAcr, satisfies } from '../../accounts/assurance-decision.ts';
import { findAcr } from '../../accounts/assurance.ts';
import { contextOf, type AuthenticationContext } from '../../accounts/authentication-context.ts';
import type { Factor } from '../../accounts/factors.ts';
import { reachableLevel } from '../../accounts/reachable-level.ts';
import { isAuthenticationOver } from '../../accounts/signed-out.ts';
import type { Standing } from '../../accounts/standing.ts';
import type { Demand, Portal } from './portal.ts';
import type { SessionRecord } from './session-records.ts';

export type SessionVerdict =
  | {
      readonly kind: 'live';
      readonly account: Account;
      readonly context: AuthenticationContext;
      readonly factors: readonly Factor[];
    }
  /** It goes on, and what is asked for now needs another proof. */
  | { readonly kind: 'step_up' }
  | {
      readonly kind: 'ended';
      readonly reason: 'expired' | 'logged_out' | 'account_unusable' | 'factor_removed';
    };

export interface SessionFacts {
  readonly portal: Pick<Portal, 'acr' | 'idleSeconds' | 'clientId'>;
  readonly record: SessionRecord;
  /** Of the browser at the provider, now. */
  readonly browserSession: string | undefined;
  readonly standing: Standing | undefined;
  readonly demand: Pick<Demand, 'acr' | 'maxAgeSeconds'>;
  readonly now: number;
}

/** Whether a session of a portal still counts, and for what. Pure; asked at every request. */
export function judgeSession(facts: SessionFacts): SessionVerdict {
  const { portal, record, standing, demand, now } = facts;
  if (now >= record.endsAt || now - record.seenAt > portal.idleSeconds * 1000) {
    return { kind: 'ended', reason: 'expired' };
  }
  if (facts.browserSession !== record.browserSession) {
    return { kind: 'ended', reason: 'logged_out' };
  }
  if (
    standing === undefined ||
    accountState(standing.account, standing.locks, now).kind !== 'active'
  ) {
    return { kind: 'ended', reason: 'account_unusable' };
  }
  if (isAuthenticationOver(standing)) {
    return { kind: 'ended', reason: 'logged_out' };
  }
  const factors = standing.authentication?.factors ?? [];
  if (factors.length === 0 || !allStillThere(factors, standing)) {
    return { kind: 'ended', reason: 'factor_removed' };
  }
  const level = reachableLevel(standing.account, now);
  const reached = reachedAcr(level, factors);
  const wanted = findAcr(demand.acr ?? portal.acr);
  if (reached === undefined || wanted === undefined) return { kind: 'step_up' };
  if (!satisfies(wanted.requirement, level, factors)) return { kind: 'step_up' };
  const oldest = contextOf(wanted.value, wanted.requirement, factors).authTime;
  const { maxAgeSeconds } = demand;
  if (maxAgeSeconds !== undefined && now / 1000 - oldest > maxAgeSeconds) {
    return { kind: 'step_up' };
  }
  const context = contextOf(reached.value, reached.requirement, factors);
  return { kind: 'live', account: standing.account, context, factors };
}

function allStillThere(factors: readonly Factor[], { passkeys }: Standing): boolean {
  return factors.every(
    (factor) =>
      factor.method !== 'passkey' || passkeys.some((passkey) => passkey.id === factor.passkeyId),
  );
}
