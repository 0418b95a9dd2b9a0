import type { Office, StaffMember, StaffStore } from '../../enrolment/staff.ts';
import type { AccountId, OfficeId, StaffId } from '../../ids.ts';
import { parseJson } from './columns.ts';
import type { NewRow, RegisterDatabase, Row } from './register-database.ts';

export class SqlStaffStore implements StaffStore {
  readonly #db: RegisterDatabase;

  constructor(db: RegisterDatabase) {
    this.#db = db;
  }

  async ofAccount(accountId: AccountId): Promise<StaffMember | undefined> {
    const query = this.#db.selectFrom('staff').selectAll().where('open_key', '=', accountId);
    const row = await query.executeTakeFirst();
    return row && memberFromRow(row);
  }

  async findMember(id: StaffId): Promise<StaffMember | undefined> {
    const query = this.#db.selectFrom('staff').selectAll().where('id', '=', id);
    const row = await query.executeTakeFirst();
    return row && memberFromRow(row);
  }

  async ofOffice(officeId: OfficeId): Promise<readonly StaffMember[]> {
    const rows = await this.#db
      .selectFrom('staff')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('ended_at', 'is', null)
      .orderBy('since')
      .orderBy('id')
      .execute();
    return rows.map(memberFromRow);
  }

  async findOffice(id: OfficeId): Promise<Office | undefined> {
    const query = this.#db.selectFrom('offices').selectAll().where('id', '=', id);
    const row = await query.executeTakeFirst();
    return row && officeFromRow(row);
  }

  async offices(): Promise<readonly Office[]> {
    const query = this.#db.selectFrom('offices').selectAll().orderBy('province').orderBy('id');
    return (await query.execute()).map(officeFromRow);
  }

  async officesOf(kind: Office['kind']): Promise<readonly Office[]> {
    const query = this.#db.selectFrom('offices').selectAll().where('kind', '=', kind).orderBy('id');
    return (await query.execute()).map(officeFromRow);
  }
}

export function memberToRow(member: StaffMember): NewRow<'staff'> {
  return {
    id: member.id,
    account_id: member.accountId,
    office_id: member.officeId,
    roles: JSON.stringify(member.roles),
    since: member.since,
    ended_at: member.endedAt ?? null,
    open_key: member.endedAt === undefined ? member.accountId : null,
  };
}

function memberFromRow(row: Row<'staff'>): StaffMember {
  return {
    id: row.id,
    accountId: row.account_id,
    officeId: row.office_id,
    roles: parseJson(row.roles),
    since: row.since,
    endedAt: row.ended_at ?? undefined,
  };
}

export function officeToRow(office: Office): NewRow<'offices'> {
  return {
    id: office.id,
    kind: office.kind,
    name_vi: office.name.vi,
    name_en: office.name.en,
    province: office.province,
    created_at: office.createdAt,
    closed_at: office.closedAt ?? null,
  };
}

function officeFromRow(row: Row<'offices'>): Office {
  return {
    id: row.id,
    kind: row.kind,
    name: { vi: row.name_vi, en: row.name_en },
    province: row.province,
    createdAt: row.created_at,
    closedAt: row.closed_at ?? undefined,
  };
}
