import type { AccountStore } from '../../accounts/account.ts';
import type { GuardianshipStore } from '../../accounts/guardianship.ts';
import type { LegalRule } from '../../accounts/legal-rules.ts';
import type { PasskeyStore } from '../../accounts/passkey-store.ts';
import type { Clock } from '../../clock.ts';
import type { CalendarStore } from '../calendar.ts';
import type { CaseStore } from '../case.ts';
import type { EligibilityRule } from '../eligibility.ts';
import type { PendingChangeStore } from '../pending-change.ts';
import type { RegisterWriter } from '../register-writes.ts';
import type { StateRegisters } from '../registers.ts';
import type { StaffStore } from '../staff.ts';

export interface CasesDependencies {
  readonly cases: CaseStore;
  readonly staff: StaffStore;
  readonly calendar: CalendarStore;
  readonly accounts: Pick<
    AccountStore,
    'findById' | 'findByIdentifier' | 'findByPhone' | 'openLocks' | 'passwordHash'
  >;
  readonly passkeys: Pick<PasskeyStore, 'listByAccount'>;
  readonly guardianships: Pick<GuardianshipStore, 'find' | 'ofGuardian' | 'ofWard'>;
  readonly pendingChanges: Pick<PendingChangeStore, 'waitingOf'>;
  readonly writer: Pick<RegisterWriter, 'apply'>;
  readonly registers: StateRegisters;
  /** `ELIGIBILITY`, or what an operator has switched on. */
  readonly eligibility: LegalRule<EligibilityRule>;
  readonly clock: Clock;
}
