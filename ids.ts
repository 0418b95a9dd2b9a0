import { randomFillSync } from 'node:crypto';

/** Ids of our own records: a short prefix names the kind, the rest is 144 random bits, base64url. */
export type AccountId = `acc_${string}`;
export type PasskeyId = `pk_${string}`;
export type LockId = `lock_${string}`;
export type ConsentId = `con_${string}`;
/** One authentication (design, section 1): the evidence id that also stands in the ID token. */
export type AuthenticationEventId = `evt_${string}`;
export type AuditEventId = `aud_${string}`;
export type OrganisationId = `org_${string}`;
export type InvitationId = `inv_${string}`;
export type DeliveryId = `dlv_${string}`;
export type RequestId = `req_${string}`;
/** Something that waits for a person's approval (CIBA). */
export type ApprovalId = `apr_${string}`;
/** One application, or one request about an account, from its first step to its last: `enrolment/reference.ts`. */
export type CaseId = `case_${string}`;
/** Where officers work. */
export type OfficeId = `office_${string}`;
/** One person in one office, with roles. */
export type StaffId = `staff_${string}`;
export type NoticeId = `ntc_${string}`;
export type GuardianshipId = `grd_${string}`;
/** Something asked for that takes effect after a while, and can be called off until then. */
export type PendingChangeId = `chg_${string}`;

type Id =
  | AccountId
  | PasskeyId
  | LockId
  | ConsentId
  | AuthenticationEventId
  | AuditEventId
  | OrganisationId
  | InvitationId
  | DeliveryId
  | RequestId
  | ApprovalId
  | CaseId
  | OfficeId
  | StaffId
  | NoticeId
  | GuardianshipId
  | PendingChangeId;
type Prefix = Id extends `${infer P}_${string}` ? P : never;

export function newId<P extends Prefix>(prefix: P): Extract<Id, `${P}_${string}`> {
  return `${prefix}_${randomText(ID_BYTES)}` as Extract<Id, `${P}_${string}`>;
}

const ID_BYTES = 18;
/** Drawn together: asking the system for a few bytes costs more than for many. */
const pool = Buffer.alloc(4_096);
let spent = pool.length;

/** base64url of so many random bytes. */
export function randomText(bytes: number): string {
  if (spent + bytes > pool.length) {
    randomFillSync(pool);
    spent = 0;
  }
  const text = pool.toString('base64url', spent, spent + bytes);
  // What was given out does not stay in memory.
  pool.fill(0, spent, spent + bytes);
  spent += bytes;
  return text;
}

export function isId<P extends Prefix>(
  prefix: P,
  value: unknown,
): value is Extract<Id, `${P}_${string}`> {
  return typeof value === 'string' && value.startsWith(`${prefix}_`);
}
