import type { Generated, Insertable, Kysely, Selectable } from 'kysely';

import type { Account, Lock } from '../../accounts/account.ts';
import type { Consent } from '../../accounts/consent.ts';
import type { ClientRecord } from '../../clients/client.ts';
import type { Delivery } from '../../clients/delivery.ts';
import type {
  AccountId,
  AuditEventId,
  AuthenticationEventId,
  CaseId,
  ConsentId,
  DeliveryId,
  LockId,
  PasskeyId,
  RequestId,
} from '../../ids.ts';
import type { EnrolmentTables } from './enrolment-tables.ts';

/**
 * What every engine can hold: text, integers (times are epoch ms), 0 or 1 for a boolean, JSON as text. An engine hands
 * back every integer as a number. `sealed_*` columns hold sealed text, `*_index` columns a keyed hash.
 */
export interface RegisterTables extends EnrolmentTables {
  accounts: AccountsTable;
  account_locks: AccountLocksTable;
  passkeys: PasskeysTable;
  consents: ConsentsTable;
  authentications: AuthenticationsTable;
  clients: ClientsTable;
  signing_keys: SigningKeysTable;
  deliveries: DeliveriesTable;
  audit_events: AuditEventsTable;
}

export type RegisterDatabase = Kysely<RegisterTables>;
export type Row<Table extends keyof RegisterTables> = Selectable<RegisterTables[Table]>;
export type NewRow<Table extends keyof RegisterTables> = Insertable<RegisterTables[Table]>;

type Flag = 0 | 1;

interface AccountsTable {
  id: AccountId;
  subject_type: Account['subjectType'];
  level: Account['level'];
  identifier_index: string;
  phone_index: string | null;
  email_index: string | null;
  sealed_person: string;
  sealed_password: string | null;
  guardian_id: AccountId | null;
  activated_at: number | null;
  created_at: number;
  version: Generated<number>;
  /** `YYYY-MM-DD`: the day the earliest ending document expires; what is due is found by it. */
  ends_on: string | null;
  proofed_at: number | null;
  cool_down_until: number | null;
  signed_out_at: number | null;
  locale: NonNullable<Account['locale']> | null;
}

interface AccountLocksTable {
  id: LockId;
  account_id: AccountId;
  ground: Lock['ground'];
  locked_at: number;
  lifted_at: number | null;
  /** Null in rows of a program from before it was asked. */
  requester: Lock['requester'] | null;
  case_id: CaseId | null;
  /** Number and date of the document it rests on, and why it was lifted. */
  sealed_details: string | null;
}

interface PasskeysTable {
  id: PasskeyId;
  account_id: AccountId;
  credential_id: string;
  public_key: string;
  counter: number;
  transports: string;
  aaguid: string;
  backup_eligible: Flag;
  backed_up: Flag;
  attestation_format: string;
  sealed_name: string;
  created_at: number;
  last_used_at: number | null;
  removed_at: number | null;
}

interface ConsentsTable {
  /** Given by the engine, growing: tells apart what happened in the same millisecond. */
  sequence: Generated<number>;
  id: ConsentId;
  account_id: AccountId;
  client_id: string;
  accepted_scopes: string;
  refused_scopes: string;
  accepted_claims: string;
  refused_claims: string;
  text_hash: string;
  text_version: string;
  locale: Consent['locale'];
  decided_at: number;
  expires_at: number | null;
  kind: Consent['kind'];
  /** Who decided for the person, where somebody did. */
  actor_id: AccountId | null;
  assent: NonNullable<Consent['assent']> | null;
}

interface AuthenticationsTable {
  id: AuthenticationEventId;
  account_id: AccountId;
  client_id: string;
  acr: string;
  required_acrs: string;
  factors: string;
  at: number;
  /** Whose factors these are, where somebody acted for the person. */
  actor_id: AccountId | null;
  sid: string | null;
}

interface ClientsTable {
  client_id: string;
  origin: ClientRecord['origin'];
  sealed_metadata: string;
  policy: string;
  created_at: number;
}

interface SigningKeysTable {
  kid: string;
  alg: string;
  /** The algorithm again in its first key, null in later ones: unique, so that only one can be the first. */
  first_of_alg: string | null;
  sealed_jwk: string;
  created_at: number;
  /** Null in rows of a program from before there were times. */
  active_from: number | null;
  /** The key of the same algorithm that signed before: unique, so that a key has one successor. Null in a first one. */
  follows: string | null;
}

interface DeliveriesTable {
  id: DeliveryId;
  kind: Delivery['kind'];
  client_id: string;
  account_id: AccountId | null;
  uri: string;
  sealed_payload: string;
  /** Unique: what must be delivered once only is inserted once only. */
  once_key: string | null;
  state: Delivery['state'];
  /** Whose it is while somebody sends it. */
  claim: string | null;
  attempts: number;
  last_attempt: string | null;
  created_at: number;
  due_at: number;
  expires_at: number;
}

interface AuditEventsTable {
  sequence: Generated<number>;
  id: AuditEventId;
  at: number;
  type: string;
  request_id: RequestId | null;
  account_id: AccountId | null;
  client_id: string | null;
  authentication_event_id: AuthenticationEventId | null;
  consent_id: ConsentId | null;
  case_id: CaseId | null;
  actor_id: AccountId | null;
  data: string;
}
