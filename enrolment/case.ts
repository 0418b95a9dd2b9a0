import type { AccountId, CaseId, OfficeId, StaffId } from '../ids.ts';

export type CaseKind =
  | 'citizen_level_1'
  | 'foreigner_level_1'
  | 'citizen_level_2'
  /** Together with an application for the card itself: seven working days. */
  | 'citizen_level_2_with_card'
  | 'foreigner_level_2'
  | 'organisation'
  /** TK03 at the counter. */
  | 'own_lock'
  | 'own_unlock'
  | 'agency_lock'
  | 'agency_unlock'
  /** The way back for who has lost everything. */
  | 'recovery';

export type CaseStatus =
  /** The dossier is being put together: no clock runs. */
  | 'collecting'
  /** Complete and valid: the clock runs. */
  | 'running'
  /** Found incomplete: the clock stands still. */
  | 'paused'
  /** Decided for the applicant, who has still to activate. */
  | 'approved'
  | 'refused'
  | 'withdrawn'
  /** Activated, or carried out. */
  | 'done';

/** Who took a step. `applicant`: the person it is about, before there is an account. */
export type CaseActor =
  | { readonly kind: 'staff'; readonly staffId: StaffId; readonly accountId: AccountId }
  | { readonly kind: 'holder'; readonly accountId: AccountId }
  | { readonly kind: 'applicant' }
  | { readonly kind: 'system' };

/** One step that was taken, for ever as it was: undoing one is a step too. */
export interface CaseStep {
  readonly sequence: number;
  readonly name: string;
  readonly actor: CaseActor;
  readonly at: number;
  /** Plain JSON, sealed at rest: what was entered, and why. */
  readonly data: unknown;
}

/** Where a case stands: what its steps come to, in one row. `summary` is plain JSON, sealed at rest. */
export interface Case {
  readonly id: CaseId;
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  /** Where it is dealt with now; and the office that received it, which it was forwarded from. */
  readonly officeId: OfficeId | undefined;
  readonly receivedBy: OfficeId | undefined;
  /** Identification or passport number it is about; kept as a keyed hash and in `summary`. */
  readonly applicantNumber: string | undefined;
  readonly accountId: AccountId | undefined;
  readonly guardianId: AccountId | undefined;
  readonly summary: unknown;
  /** Number of steps taken. */
  readonly version: number;
  readonly openedAt: number;
  readonly dueAt: number | undefined;
  /** When the program itself has something to do on it. */
  readonly nextAt: number | undefined;
  readonly closedAt: number | undefined;
}

export interface CaseFilter {
  readonly officeId?: OfficeId;
  readonly receivedBy?: OfficeId;
  readonly accountId?: AccountId;
  readonly guardianId?: AccountId;
  readonly applicantNumber?: string;
  readonly statuses?: readonly CaseStatus[];
  readonly kinds?: readonly CaseKind[];
  readonly limit: number;
}

/** How many cases have a clock that runs; those that are late are counted under neither of the others. */
export interface CaseClocks {
  readonly running: number;
  readonly dueSoon: number;
  readonly overdue: number;
}

/** Reads; every write goes through `RegisterWriter`. */
export interface CaseStore {
  find(id: CaseId): Promise<Case | undefined>;
  /** In their order. */
  steps(id: CaseId): Promise<readonly CaseStep[]>;
  /** What is due first comes first, then what was opened first. */
  list(filter: CaseFilter): Promise<readonly Case[]>;
  /** Those whose `nextAt` has come, longest due first. */
  dueForProgram(now: number, limit: number): Promise<readonly Case[]>;
  /** `soonUntil`: what is due by then is due soon (epoch ms). */
  clocks(now: number, soonUntil: number): Promise<CaseClocks>;
}
