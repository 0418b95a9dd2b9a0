import type { Account, AccountLevel } from './account.ts';
import type { AccountState } from './account-state.ts';
import {
  consentThatCounts,
  levelBackAt,
  levelOf,
  mayHaveToChoose,
  proverAccount,
  stateOf,
} from './acting.ts';
import type { Consent } from './consent.ts';
import type { Factor } from './factors.ts';
import type { Passkey } from './passkey-store.ts';
import { principalOf, type Principal } from './principal.ts';
import type { Standing } from './standing.ts';
import { isOver } from './signed-out.ts';
import { usableFactors, type FactorScope } from './usable-factors.ts';

/** One person, as far as one request at one relying party is concerned. */
export interface Subject {
  /** Whom the answer will name, and whose data it tells. */
  readonly account: Account;
  /** Who sits at the browser and proves: the same, unless somebody acts for another. */
  readonly prover: Account;
  /** Whose account may be used, and by this prover. */
  readonly state: AccountState;
  /** What the accounts of both allow. */
  readonly level: AccountLevel;
  /** From when more of it counts again (epoch ms); undefined where nothing cools down. */
  readonly levelBackAt: number | undefined;
  /** Has wards, and may act: must say for whom, where a relying party takes that. */
  readonly mayHaveToChoose: boolean;
  /** The prover's. */
  readonly passkeys: readonly Passkey[];
  /** Everything proven in this session and journey that is not over. */
  readonly proven: readonly Factor[];
  /** What of it counts for this request. */
  readonly usable: readonly Factor[];
  /** The newest record for this relying party that counts for who is there now, whatever its kind and expiry. */
  readonly consent: Consent | undefined;
}

/** What the request says about factors; the rest of the scope is the person's own. */
export type RequestScope = Omit<FactorScope, 'now' | 'livePasskeys'>;

/** What is on record about a person, and what they have proven, as it counts for one request at the moment `now`. */
export function subjectOf(
  standing: Standing,
  everProven: readonly Factor[],
  scope: RequestScope,
  now: number,
): Subject {
  const { account, passkeys } = standing;
  const prover = proverAccount(standing);
  const livePasskeys = new Set(passkeys.map(({ id }) => id));
  const state = stateOf(standing, now);
  // Who is told that the account is locked need not sign in again to be told; with an open account they must.
  const proven =
    state.kind === 'locked' ? everProven : everProven.filter(({ at }) => !isOver(prover, at));
  return {
    account,
    prover,
    state,
    level: levelOf(standing, now),
    levelBackAt: levelBackAt(standing, now),
    mayHaveToChoose: mayHaveToChoose(standing, now),
    passkeys,
    proven,
    usable: usableFactors(proven, { ...scope, now, livePasskeys }),
    consent: consentThatCounts(standing, now),
  };
}

/** Whom the answer is for, in the one word of it. */
export function principalOfSubject({ account, prover }: Subject): Principal {
  return principalOf({ accountId: account.id, actorId: prover.id });
}

/** Somebody acts for another. */
export function isActing({ account, prover }: Pick<Subject, 'account' | 'prover'>): boolean {
  return account.id !== prover.id;
}
