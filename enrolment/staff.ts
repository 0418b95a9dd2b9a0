import type { AccountId, OfficeId, StaffId } from '../ids.ts';

export type OfficeKind =
  /** Công an cấp xã: citizens, wherever they live. */
  | 'commune_police'
  | 'provincial_police'
  /** Cơ quan quản lý xuất nhập cảnh: foreigners. */
  | 'immigration'
  /** Cơ quan quản lý căn cước: decides. */
  | 'identification_authority';

export interface Office {
  readonly id: OfficeId;
  readonly kind: OfficeKind;
  readonly name: { readonly vi: string; readonly en: string };
  readonly province: string;
  readonly createdAt: number;
  readonly closedAt: number | undefined;
}

/** What somebody may do at the counter; which step takes which role is told by the table of steps. */
export type StaffRole = 'receiving_officer' | 'deciding_authority' | 'supervisor' | 'auditor';

/** One person in one office. Whoever changes office ends one record and begins another. */
export interface StaffMember {
  readonly id: StaffId;
  readonly accountId: AccountId;
  readonly officeId: OfficeId;
  readonly roles: readonly StaffRole[];
  readonly since: number;
  readonly endedAt: number | undefined;
}

export interface StaffStore {
  /** Undefined for who works nowhere (any more). */
  ofAccount(accountId: AccountId): Promise<StaffMember | undefined>;
  findMember(id: StaffId): Promise<StaffMember | undefined>;
  ofOffice(officeId: OfficeId): Promise<readonly StaffMember[]>;
  findOffice(id: OfficeId): Promise<Office | undefined>;
  offices(): Promise<readonly Office[]>;
  officesOf(kind: OfficeKind): Promise<readonly Office[]>;
}
