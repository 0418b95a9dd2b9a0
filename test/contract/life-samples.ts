import type { Account } from '../../accounts/account.ts';
import type { Guardianship } from '../../accounts/guardianship.ts';
import type { Notice } from '../../enrolment/notice.ts';
import type { PendingChange } from '../../enrolment/pending-change.ts';
import type { RegisterWrite } from '../../enrolment/register-writes.ts';
import type { Office, StaffMember } from '../../enrolment/staff.ts';
import { newId, type AccountId } from '../../ids.ts';
import {
  sampleAuditRecord,
  sampleCase,
  sampleDelivery,
  sampleLock,
  sampleStep,
} from './samples.ts';

export function sampleGuardianship(
  guardianId: AccountId,
  wardId: AccountId,
  overrides: Partial<Guardianship> = {},
): Guardianship {
  return {
    id: newId('grd'),
    guardianId,
    wardId,
    basis: 'parent',
    fromDate: '2026-01-02',
    untilDate: undefined,
    caseId: undefined,
    createdAt: 1_700_000_000_000,
    endedAt: undefined,
    ...overrides,
  };
}

export function sampleOffice(overrides: Partial<Office> = {}): Office {
  return {
    id: newId('office'),
    kind: 'commune_police',
    name: { vi: 'Công an xã Không Có', en: 'Police of Nowhere commune' },
    province: 'Hà Nội',
    createdAt: 1_700_000_000_000,
    closedAt: undefined,
    ...overrides,
  };
}

export function sampleMember(accountId: AccountId, office: Office): StaffMember {
  return {
    id: newId('staff'),
    accountId,
    officeId: office.id,
    roles: ['receiving_officer', 'supervisor'],
    since: 1_700_000_000_000,
    endedAt: undefined,
  };
}

export function sampleChange(
  accountId: AccountId,
  overrides: Partial<PendingChange> = {},
): PendingChange {
  return {
    id: newId('chg'),
    accountId,
    kind: 'phone',
    value: { phone: '+84977665544' },
    state: 'waiting',
    requestedAt: 1_700_000_000_000,
    effectiveAt: 1_700_086_400_000,
    settledAt: undefined,
    ...overrides,
  };
}

export function sampleNotice(overrides: Partial<Notice> = {}): Notice {
  return {
    id: newId('ntc'),
    accountId: undefined,
    caseId: undefined,
    kind: 'contact_changed',
    parameters: { changed: 'phone', validUntil: '2026-12-01', days: 7 },
    createdAt: 1_700_000_000_000,
    readAt: undefined,
    ...overrides,
  };
}

/** One of every kind of row that lies around a person. */
export function sampleLife(person: Account, guardian: Account): readonly RegisterWrite[] {
  const row = sampleCase({ accountId: person.id, guardianId: guardian.id });
  const office = sampleOffice();
  const change = sampleChange(person.id);
  const notice = sampleNotice({ accountId: person.id, caseId: row.id });
  const date = `2${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}-01-01`;
  const day = {
    date,
    kind: 'off',
    source: 'a decision',
    decidedBy: 'statute',
    decidedAt: 1,
  } as const;
  return [
    { kind: 'case_step', row, step: sampleStep(1), openKey: `open ${row.id}` },
    { kind: 'guardianship_added', guardianship: sampleGuardianship(guardian.id, person.id) },
    { kind: 'lock_added', lock: sampleLock(person.id) },
    { kind: 'change_requested', change, cancelCode: `cancel ${change.id}` },
    { kind: 'notice', notice, onceKey: `once ${notice.id}` },
    { kind: 'delivery', delivery: sampleDelivery(), onceKey: `once ${row.id}` },
    { kind: 'office', office },
    { kind: 'staff_added', member: sampleMember(person.id, office) },
    { kind: 'calendar_day', date, day },
    { kind: 'cursor', name: `cursor ${row.id}`, from: undefined, position: '7', at: 1 },
    { kind: 'audit', record: sampleAuditRecord({ caseId: row.id }) },
  ];
}

/** What no dump may show of `sampleSecrets`. */
export const LIFE_SECRETS = [
  'M99887766',
  'summary in clear',
  'what was entered',
  '+84977665544',
  'cancel-code-in-clear',
  'parameter in clear',
  'number of the letter',
] as const;

export function sampleSecrets(accountId: AccountId): readonly RegisterWrite[] {
  const [applicantNumber, summary, data, , cancelCode, words, documentNumber] = LIFE_SECRETS;
  const row = sampleCase({ accountId, applicantNumber, summary });
  const notice = sampleNotice({ accountId, parameters: { words } });
  return [
    { kind: 'case_step', row, step: sampleStep(1, { data }), openKey: undefined },
    { kind: 'lock_added', lock: sampleLock(accountId, { details: { documentNumber } }) },
    { kind: 'change_requested', change: sampleChange(accountId), cancelCode },
    { kind: 'notice', notice, onceKey: undefined },
  ];
}
