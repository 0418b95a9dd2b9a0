import type { AccountStore } from '../../accounts/account.ts';
import type { ContactCodes } from '../../accounts/contact-codes.ts';
import type { EphemeralStore } from '../../accounts/ephemeral-store.ts';
import type { GuardianshipStore } from '../../accounts/guardianship.ts';
import type { Passwords } from '../../accounts/passwords.ts';
import type { Passkeys } from '../../accounts/passkeys.ts';
import type { Audit } from '../../audit/events.ts';
import type { Clock } from '../../clock.ts';
import type { ApplicationThrottle } from '../../enrolment/application-throttle.ts';
import type { CaseStore } from '../../enrolment/case.ts';
import type { Cases } from '../../enrolment/cases/cases.ts';
import type { Alarms } from '../../enrolment/keeping/alarms.ts';
import type { Keeping } from '../../enrolment/keeping/keeping.ts';
import type { Recovery } from '../../enrolment/keeping/recovery-journey.ts';
import type { NoticeStore } from '../../enrolment/notice.ts';
import type { Csrf } from '../../web/csrf.ts';
import type { PortalFrame } from '../session/portal-frame.tsx';

/** Everything the pages about one's own account work with. */
export interface CitizenServices {
  readonly frame: PortalFrame;
  readonly keeping: Keeping;
  readonly alarms: Alarms;
  readonly audit: Pick<Audit, 'alarmCodeRefused'>;
  readonly recovery: Recovery;
  readonly passkeys: Passkeys;
  readonly contactCodes: ContactCodes;
  readonly passwords: Pick<Passwords, 'hash'>;
  readonly accounts: Pick<AccountStore, 'findById'>;
  readonly guardianships: Pick<GuardianshipStore, 'ofGuardian' | 'find'>;
  /** Of holders about themselves, and of guardians for a ward. */
  readonly applications: Cases;
  readonly caseRecords: Pick<CaseStore, 'find'>;
  readonly applicationThrottle: ApplicationThrottle;
  readonly notices: NoticeStore;
  readonly ephemerals: EphemeralStore;
  readonly csrf: Csrf;
  readonly clock: Clock;
  readonly sandbox: boolean;
}

export const HOME = '/account';
