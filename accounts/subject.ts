import type { Clock } from '../clock.ts';
import type { AccountId } from '../ids.ts';
import type { Account, AccountStore } from './account.ts';
import { accountState, type AccountState } from './account-state.ts';
import type { Consent, ConsentStore } from './consent.ts';
import type { Factor } from './factors.ts';
import type { Passkey, PasskeyStore } from './passkey-store.ts';
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

export interface SubjectSources {
  readonly accounts: AccountStore;
  readonly passkeys: PasskeyStore;
  readonly consents: ConsentStore;
  readonly clock: Clock;
}

/** What the request says about factors; the rest of the scope is the person's own. */
export type RequestScope = Omit<FactorScope, 'now' | 'livePasskeys'>;

/** Undefined when there is no such account (any more). */
export async function loadSubject(
  accountId: AccountId,
  proven: readonly Factor[],
  scope: RequestScope,
  { accounts, passkeys, consents, clock }: SubjectSources,
): Promise<Subject | undefined> {
  const account = await accounts.findById(accountId);
  if (account === undefined) return undefined;
  const [locks, live, consent] = await Promise.all([
    accounts.openLocks(accountId),
    passkeys.listByAccount(accountId),
    consents.latest(accountId, scope.audience.clientId),
  ]);
  const now = clock();
  const livePasskeys = new Set(live.map(({ id }) => id));
  return {
    account,
    state: accountState(account, locks, now),
    passkeys: live,
    proven,
    usable: usableFactors(proven, { ...scope, now, livePasskeys }),
    consent,
  };
}
