import type { AccountStore } from '../accounts/account.ts';
import { auditRecord } from '../audit/events.ts';
import type { Clock } from '../clock.ts';
import type { OfficeId, StaffId } from '../ids.ts';
import type { RegisterWrite, RegisterWriter } from './register-writes.ts';
import type { Office, StaffRole, StaffStore } from './staff.ts';

const HANOI = 'Thành phố Hà Nội';

/** Ids stay the same from one sandbox to the next. */
const OFFICES: readonly Omit<Office, 'createdAt' | 'closedAt'>[] = [
  {
    id: 'office_hoan-kiem',
    kind: 'commune_police',
    name: { vi: 'Công an phường Hoàn Kiếm', en: 'Hoàn Kiếm ward police' },
    province: HANOI,
  },
  {
    id: 'office_dong-da',
    kind: 'commune_police',
    name: { vi: 'Công an phường Đống Đa', en: 'Đống Đa ward police' },
    province: HANOI,
  },
  {
    id: 'office_immigration-hanoi',
    kind: 'immigration',
    name: {
      vi: 'Phòng Quản lý xuất nhập cảnh, Công an thành phố Hà Nội',
      en: 'Immigration office, Hà Nội police',
    },
    province: HANOI,
  },
  {
    id: 'office_identification',
    kind: 'identification_authority',
    name: { vi: 'Cơ quan quản lý căn cước, Bộ Công an', en: 'Identification authority, Ministry' },
    province: HANOI,
  },
];

interface Post {
  readonly login: string;
  readonly officeId: OfficeId;
  readonly roles: readonly StaffRole[];
}

/** By the logins of `accounts/officer-personas.ts`. */
const POSTS: readonly Post[] = [
  { login: '099188000101', officeId: 'office_hoan-kiem', roles: ['receiving_officer'] },
  { login: '099192000107', officeId: 'office_hoan-kiem', roles: ['receiving_officer'] },
  { login: '099085000102', officeId: 'office_hoan-kiem', roles: ['supervisor'] },
  { login: '099190000105', officeId: 'office_immigration-hanoi', roles: ['receiving_officer'] },
  { login: '099179000103', officeId: 'office_identification', roles: ['deciding_authority'] },
  { login: '099075000104', officeId: 'office_identification', roles: ['supervisor'] },
  { login: '099082000106', officeId: 'office_identification', roles: ['auditor'] },
];

interface SandboxStores {
  readonly accounts: Pick<AccountStore, 'findByIdentifier'>;
  readonly staff: StaffStore;
  readonly writer: Pick<RegisterWriter, 'apply'>;
}

/**
 * Puts offices and staff of the sandbox into the register, and only what is missing of them: who was ended there stays
 * ended. Several processes may do so at once.
 */
export async function seedSandboxStaff(stores: SandboxStores, clock: Clock): Promise<void> {
  const now = clock();
  const known = new Set((await stores.staff.offices()).map(({ id }) => id));
  const missing = OFFICES.filter(({ id }) => !known.has(id));
  const writes = missing.flatMap((office): readonly RegisterWrite[] => [
    { kind: 'office', office: { ...office, createdAt: now, closedAt: undefined } },
    {
      kind: 'audit',
      record: auditRecord('officeAdded', {}, { officeId: office.id, kind: office.kind }, now),
    },
  ]);
  if (writes.length > 0) await stores.writer.apply(writes);
  for (const post of POSTS) await seedPost(post, stores, now);
}

async function seedPost(post: Post, stores: SandboxStores, now: number): Promise<void> {
  const { login, officeId, roles } = post;
  const id: StaffId = `staff_sandbox-${login}`;
  if ((await stores.staff.findMember(id)) !== undefined) return;
  const account = await stores.accounts.findByIdentifier(login);
  if (account === undefined || (await stores.staff.ofAccount(account.id)) !== undefined) return;
  const accountId = account.id;
  const data = { staffId: id, officeId, roles, reason: 'new_colleague' };
  // `taken`: another process was quicker.
  await stores.writer.apply([
    {
      kind: 'staff_added',
      member: { id, accountId, officeId, roles, since: now, endedAt: undefined },
    },
    { kind: 'audit', record: auditRecord('staffAppointed', { accountId }, data, now) },
  ]);
}
