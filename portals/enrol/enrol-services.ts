import type { AccountStore } from '../../accounts/account.ts';
import type { ContactCodes } from '../../accounts/contact-codes.ts';
import type { EphemeralStore } from '../../accounts/ephemeral-store.ts';
import type { OneTimeCodes } from '../../accounts/one-time-codes.ts';
import type { PasskeyStore } from '../../accounts/passkey-store.ts';
import type { Passkeys } from '../../accounts/passkeys.ts';
import type { Passwords } from '../../accounts/passwords.ts';
import type { SignInThrottle } from '../../accounts/throttle.ts';
import type { Audit } from '../../audit/events.ts';
import type { Clock } from '../../clock.ts';
import type { ApplicationThrottle } from '../../enrolment/application-throttle.ts';
import type { CaseStore } from '../../enrolment/case.ts';
import type { Activation, Cases } from '../../enrolment/cases/cases.ts';
import type { Csrf } from '../../web/csrf.ts';
import { activationSchema, type ActivationState } from './activation-state.ts';
import { applicationSchema, type Application } from './application-state.ts';
import { lookSchema, type Look } from './look-state.ts';
import { createVisits, type Visits } from './visit.ts';

/** What the pages for who has no account, or not yet a usable one, work with; made by the context. */
export interface EnrolServices {
  readonly clock: Clock;
  readonly csrf: Csrf;
  readonly audit: Audit;
  readonly ephemerals: EphemeralStore;
  readonly accounts: AccountStore;
  readonly passkeyRecords: PasskeyStore;
  readonly caseRecords: Pick<CaseStore, 'find' | 'list'>;
  readonly cases: Cases;
  readonly activation: Activation;
  readonly contactCodes: ContactCodes;
  readonly oneTimeCodes: OneTimeCodes;
  readonly passwords: Passwords;
  readonly passkeys: Passkeys;
  readonly signInThrottle: SignInThrottle;
  readonly applicationThrottle: ApplicationThrottle;
  readonly sandbox: boolean;
  /** Sandbox: where messages can be read. */
  readonly outboxHref: string | undefined;
}

/** Three things somebody can be in the middle of, each with a cookie of its own. */
export interface Desks {
  readonly applying: Visits<Application>;
  readonly looking: Visits<Look>;
  readonly activating: Visits<ActivationState>;
}

export function createDesks(store: EphemeralStore): Desks {
  return {
    applying: createVisits({
      store,
      cookie: '__Host-senid_enrol',
      schema: applicationSchema,
      start: {},
    }),
    looking: createVisits({
      store,
      cookie: '__Host-senid_application',
      schema: lookSchema,
      start: {},
    }),
    activating: createVisits({
      store,
      cookie: '__Host-senid_activate',
      schema: activationSchema,
      start: {},
    }),
  };
}
