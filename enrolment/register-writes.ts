import type { Account, Lock, LockDetails } from '../accounts/account.ts';
import type { Passkey } from '../accounts/passkey-store.ts';
import type { Guardianship } from '../accounts/guardianship.ts';
import type { AuditRecord } from '../audit/audit-store.ts';
import type { Delivery } from '../clients/delivery.ts';
import type { LockId, PasskeyId, PendingChangeId, StaffId } from '../ids.ts';
import type { CalendarDay } from './calendar.ts';
import type { Case, CaseStep } from './case.ts';
import type { Notice } from './notice.ts';
import type { PendingChange } from './pending-change.ts';
import type { Office, StaffMember } from './staff.ts';

/**
 * One thing to be written. Rules are pure and say what is to be written; all of it is written in one transaction
 * together with its audit, or nothing is (`RegisterWriter`).
 */
export type RegisterWrite =
  /** A case as it stands after `step`. Refused unless its version was `row.version - 1` (0: there was none). */
  | {
      readonly kind: 'case_step';
      readonly row: Case;
      readonly step: CaseStep;
      readonly openKey: string | undefined;
    }
  /** Something to do again later changes nothing else. Refused unless version and `nextAt` are as seen. */
  | { readonly kind: 'case_next'; readonly seen: Case; readonly nextAt: number | undefined }
  /** Claims its phone, if it has one: `taken: phone` when somebody holds it. */
  | { readonly kind: 'account_added'; readonly account: Account }
  /** Refused unless the account is as in `seen`; claims a new phone and lets go of the old one. */
  | { readonly kind: 'account_changed'; readonly seen: Account; readonly account: Account }
  /** Whatever was chosen before; nothing else of the account changes, also its version. */
  | {
      readonly kind: 'language_chosen';
      readonly accountId: Account['id'];
      readonly locale: NonNullable<Account['locale']>;
    }
  /** `hash` is PHC. With `first` it is refused when there is one already. */
  | {
      readonly kind: 'password_set';
      readonly accountId: Account['id'];
      readonly hash: string;
      readonly only: 'first' | 'any';
    }
  /** Refused when it was removed before; of `all` there may be none. */
  | {
      readonly kind: 'passkey_removed';
      readonly accountId: Account['id'];
      readonly passkeyId: PasskeyId | 'all';
      readonly at: number;
    }
  /**
   * Refused when everything of the account was ended since it was looked at (`Account.signedOutAt` is no longer as seen);
   * `taken: too_many` when the account holds `most` by then; `taken: identifier` when the credential exists. A change of
   * the account.
   */
  | {
      readonly kind: 'passkey_added';
      readonly passkey: Passkey;
      readonly most: number;
      readonly signedOutAt: number | undefined;
    }
  /** Refused when it was removed before. */
  | {
      readonly kind: 'passkey_renamed';
      readonly accountId: Account['id'];
      readonly passkeyId: PasskeyId;
      readonly name: string;
    }
  /** Ends everything of the account from before, and tells relying parties, as `signed_out` does. */
  | { readonly kind: 'lock_added'; readonly lock: Lock }
  /** Refused when it was lifted before. */
  | {
      readonly kind: 'lock_lifted';
      readonly lockId: LockId;
      readonly at: number;
      readonly details: LockDetails;
    }
  /**
   * Sessions, tokens, grants and factors from before `at` are over, on every node, and do not come back
   * (`Account.signedOutAt`), and relying parties are told (`withEndings`).
   */
  | { readonly kind: 'signed_out'; readonly accountId: Account['id']; readonly at: number }
  | { readonly kind: 'guardianship_added'; readonly guardianship: Guardianship }
  /** Refused when it was ended before. What its guardian was given for the ward ends, and relying parties are told. */
  | {
      readonly kind: 'guardianship_ended';
      readonly guardianship: Guardianship;
      readonly at: number;
    }
  /** By age, while the guardianship goes on: changes no row, as the rules are asked each time; relying parties are told. */
  | { readonly kind: 'acting_ended'; readonly guardianship: Guardianship; readonly at: number }
  /** Refused when one of its kind waits for the account already. */
  | {
      readonly kind: 'change_requested';
      readonly change: PendingChange;
      readonly cancelCode: string;
    }
  /** Refused unless it was waiting. */
  | {
      readonly kind: 'change_settled';
      readonly id: PendingChangeId;
      readonly state: 'applied' | 'cancelled';
      readonly at: number;
    }
  /** One with the same `onceKey` is not written again; nothing is refused for that. */
  | { readonly kind: 'notice'; readonly notice: Notice; readonly onceKey: string | undefined }
  | { readonly kind: 'delivery'; readonly delivery: Delivery; readonly onceKey: string | undefined }
  | { readonly kind: 'office'; readonly office: Office }
  | { readonly kind: 'staff_added'; readonly member: StaffMember }
  | { readonly kind: 'staff_ended'; readonly id: StaffId; readonly at: number }
  /** `undefined`: the day is what its weekday says again. */
  | { readonly kind: 'calendar_day'; readonly date: string; readonly day: CalendarDay | undefined }
  /** Refused unless it stood at `from` (undefined: it is new). */
  | {
      readonly kind: 'cursor';
      readonly name: string;
      readonly from: Cursor | undefined;
      readonly position: string;
      readonly at: number;
    }
  | { readonly kind: 'audit'; readonly record: AuditRecord };

export interface Cursor {
  readonly position: string;
  readonly version: number;
  readonly movedAt: number;
}

export type WriteOutcome =
  | { readonly kind: 'written' }
  /** Somebody was quicker: what was seen is no longer so. Nothing was written. */
  | { readonly kind: 'outdated' }
  /** Nothing was written. */
  | {
      readonly kind: 'taken';
      readonly what: 'phone' | 'identifier' | 'open_case' | 'pending_change' | 'too_many' | 'other';
    };

/** The one way in which lives of accounts are written. Rejects with `StoreUnavailable`; nothing is then known. */
export interface RegisterWriter {
  apply(writes: readonly RegisterWrite[]): Promise<WriteOutcome>;
  cursor(name: string): Promise<Cursor | undefined>;
}
