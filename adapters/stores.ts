import type { AccountStore } from '../accounts/account.ts';
import type { AuthenticationStore } from '../accounts/authentication-store.ts';
import type { ConsentStore } from '../accounts/consent.ts';
import type { EphemeralStore } from '../accounts/ephemeral-store.ts';
import type { GuardianshipStore } from '../accounts/guardianship.ts';
import type { PasskeyStore } from '../accounts/passkey-store.ts';
import type { StandingStore } from '../accounts/standing.ts';
import type { AuditStore } from '../audit/audit-store.ts';
import type { ClientChanges } from '../clients/client-changes.ts';
import type { ClientStore } from '../clients/client.ts';
import type { DeliveryStore } from '../clients/delivery.ts';
import type { CalendarStore } from '../enrolment/calendar.ts';
import type { CaseStore } from '../enrolment/case.ts';
import type { NoticeStore } from '../enrolment/notice.ts';
import type { PendingChangeStore } from '../enrolment/pending-change.ts';
import type { RegisterWriter } from '../enrolment/register-writes.ts';
import type { StaffStore } from '../enrolment/staff.ts';
import type { ArtefactStore } from '../provider/artefact-store.ts';
import type { SigningKeyStore } from '../provider/signing-key-store.ts';

/** The durable half. */
export interface RegisterStores {
  readonly accounts: AccountStore;
  readonly standings: StandingStore;
  readonly passkeys: PasskeyStore;
  readonly consents: ConsentStore;
  readonly authentications: AuthenticationStore;
  readonly clients: ClientStore;
  readonly deliveries: DeliveryStore;
  readonly signingKeys: SigningKeyStore;
  readonly audit: AuditStore;
  readonly cases: CaseStore;
  readonly staff: StaffStore;
  readonly calendar: CalendarStore;
  readonly pendingChanges: PendingChangeStore;
  readonly notices: NoticeStore;
  readonly guardianships: GuardianshipStore;
  /** The one way in which what belongs together is written together. */
  readonly writer: RegisterWriter;
}

/** The short-lived half. */
export interface ProtocolStores {
  readonly artefacts: ArtefactStore;
  readonly ephemerals: EphemeralStore;
  readonly clientChanges: ClientChanges;
}

interface Lifecycle {
  /** Rejects with `StoreUnavailable` unless the engine answers now. */
  ping(): Promise<void>;
  /** Finishes what was asked for, then lets go of everything. Twice is fine. */
  close(): Promise<void>;
  /** About how much work waits for the engine now; absent where nothing ever does. */
  waiting?(): number;
}

/** One half on its engine. */
export interface OpenRegister extends RegisterStores, Lifecycle {}
export interface OpenProtocol extends ProtocolStores, Lifecycle {}

/** Everything SenID keeps, on whatever engines. */
export interface Stores extends RegisterStores, ProtocolStores, Pick<Lifecycle, 'ping' | 'close'> {
  /** Each half by itself, for who must tell which one is in trouble. */
  readonly halves: {
    readonly register: Pick<Lifecycle, 'ping' | 'waiting'>;
    readonly protocol: Pick<Lifecycle, 'ping' | 'waiting'>;
  };
}
