import type { Guardianship } from '../../accounts/guardianship.ts';
import type { CalendarDay } from '../../enrolment/calendar.ts';
import type { Case } from '../../enrolment/case.ts';
import type { PendingChange } from '../../enrolment/pending-change.ts';
import type { Office } from '../../enrolment/staff.ts';
import type {
  AccountId,
  CaseId,
  GuardianshipId,
  NoticeId,
  OfficeId,
  PendingChangeId,
  StaffId,
} from '../../ids.ts';

/** The part of the register that lives of accounts are written in. */
export interface EnrolmentTables {
  cases: CasesTable;
  case_steps: CaseStepsTable;
  phone_holders: PhoneHoldersTable;
  guardianships: GuardianshipsTable;
  pending_changes: PendingChangesTable;
  notices: NoticesTable;
  offices: OfficesTable;
  staff: StaffTable;
  calendar_days: CalendarDaysTable;
  cursors: CursorsTable;
}

interface CasesTable {
  id: CaseId;
  kind: Case['kind'];
  status: Case['status'];
  office_id: OfficeId | null;
  received_by: OfficeId | null;
  /** Of the identification or passport number it is about: a search finds it. */
  applicant_index: string | null;
  account_id: AccountId | null;
  guardian_id: AccountId | null;
  /** Unique while it is set: there is one open case of a sort for one person. */
  open_key: string | null;
  sealed_summary: string;
  version: number;
  opened_at: number;
  due_at: number | null;
  /** When the program itself has something to do on it. */
  next_at: number | null;
  closed_at: number | null;
}

interface CaseStepsTable {
  /** `<case id>.<sequence>`, the sequence with five digits: unique, so nobody writes over another's step. */
  id: string;
  case_id: CaseId;
  sequence: number;
  name: string;
  actor: string;
  at: number;
  sealed_data: string;
}

/** One number, one self-registered holder (D69, Art. 10). */
interface PhoneHoldersTable {
  phone_index: string;
  account_id: AccountId;
  since: number;
}

interface GuardianshipsTable {
  id: GuardianshipId;
  guardian_id: AccountId;
  ward_id: AccountId;
  basis: Guardianship['basis'];
  from_date: string;
  until_date: string | null;
  case_id: CaseId | null;
  created_at: number;
  ended_at: number | null;
  /** Unique while it is set: guardian and ward. */
  open_key: string | null;
}

interface PendingChangesTable {
  id: PendingChangeId;
  account_id: AccountId;
  kind: PendingChange['kind'];
  sealed_value: string;
  state: PendingChange['state'];
  requested_at: number;
  effective_at: number;
  /** Keyed hash of the code that calls it off. */
  cancel_index: string;
  settled_at: number | null;
  /** Unique while it is set: account and kind. */
  open_key: string | null;
}

interface NoticesTable {
  id: NoticeId;
  account_id: AccountId | null;
  case_id: CaseId | null;
  kind: string;
  sealed_parameters: string;
  once_key: string | null;
  created_at: number;
  read_at: number | null;
}

interface OfficesTable {
  id: OfficeId;
  kind: Office['kind'];
  name_vi: string;
  name_en: string;
  province: string;
  created_at: number;
  closed_at: number | null;
}

interface StaffTable {
  id: StaffId;
  account_id: AccountId;
  office_id: OfficeId;
  /** JSON array */
  roles: string;
  since: number;
  ended_at: number | null;
  /** The account while it is set: unique. */
  open_key: string | null;
}

interface CalendarDaysTable {
  date: string;
  kind: CalendarDay['kind'];
  source: string;
  decided_by: string;
  decided_at: number;
}

/** How far something that goes through the register, or through another one, has come. */
interface CursorsTable {
  name: string;
  position: string;
  version: number;
  moved_at: number;
}
