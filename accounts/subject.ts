import type { Account } from './account.ts';
import { accountState, type AccountState } from './account-state.ts';
import type { Consent } from './consent.ts';
import type { Factor } from './factors.ts';
import type { Passkey } from './passkey-store.ts';
import type { Standing } from './standing.ts';
import { usableFactors, type FactorScope } from './usable-factors.ts';

/** One person, as far as one request at one relying party is concerned. */
export interface Subject {
  readonly account: Account;
  readonly state: AccountState;
  readonly passkeys: readonly Passkey[];
  /** Everything proven in this session and journey. */
  readonly proven: readonly Factor[];
  /** What of it counts for this request. */
  readonly usable: readonly Factor[];
  /** The newest record for this relying party, whatever its kind and expiry. */
  readonly consent: Consent | undefined;
}

/** What the request says about factors; the rest of the scope is the person's own. */
export type RequestScope = Omit<FactorScope, 'now' | 'livePasskeys'>;

/** What is on record about a person, and what they have proven, as it counts for one request at the moment `now`. */
export function subjectOf(
  { account, locks, passkeys, consent }: Standing,
  proven: readonly Factor[],
  scope: RequestScope,
  now: number,
): Subject {
  const livePasskeys = new Set(passkeys.map(({ id }) => id));
  return {
    account,
    state: accountState(account, locks, now),
    passkeys,
    proven,
    usable: usableFactors(proven, { ...scope, now, livePasskeys }),
    consent,
  };
}
