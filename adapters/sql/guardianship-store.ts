import type { Guardianship, GuardianshipStore } from '../../accounts/guardianship.ts';
import type { AccountId, GuardianshipId } from '../../ids.ts';
import type { NewRow, RegisterDatabase, Row } from './register-database.ts';

export class SqlGuardianshipStore implements GuardianshipStore {
  readonly #db: RegisterDatabase;

  constructor(db: RegisterDatabase) {
    this.#db = db;
  }

  async ofGuardian(guardianId: AccountId): Promise<readonly Guardianship[]> {
    const rows = await this.#oldestFirst().where('guardian_id', '=', guardianId).execute();
    return rows.map(fromRow);
  }

  async ofWard(wardId: AccountId): Promise<readonly Guardianship[]> {
    const rows = await this.#oldestFirst().where('ward_id', '=', wardId).execute();
    return rows.map(fromRow);
  }

  async find(guardianId: AccountId, wardId: AccountId): Promise<Guardianship | undefined> {
    const row = await this.#db
      .selectFrom('guardianships')
      .selectAll()
      .where('open_key', '=', openKey(guardianId, wardId))
      .executeTakeFirst();
    return row && fromRow(row);
  }

  async page(after: GuardianshipId | undefined, limit: number): Promise<readonly Guardianship[]> {
    let query = this.#db.selectFrom('guardianships').selectAll().where('ended_at', 'is', null);
    if (after !== undefined) query = query.where('id', '>', after);
    return (await query.orderBy('id').limit(limit).execute()).map(fromRow);
  }

  #oldestFirst() {
    const query = this.#db.selectFrom('guardianships').selectAll().where('ended_at', 'is', null);
    return query.orderBy('created_at').orderBy('id');
  }
}

export function guardianshipToRow(guardianship: Guardianship): NewRow<'guardianships'> {
  const { id, guardianId, wardId, basis, endedAt } = guardianship;
  return {
    id,
    guardian_id: guardianId,
    ward_id: wardId,
    basis,
    from_date: guardianship.fromDate,
    until_date: guardianship.untilDate ?? null,
    case_id: guardianship.caseId ?? null,
    created_at: guardianship.createdAt,
    ended_at: endedAt ?? null,
    open_key: endedAt === undefined ? openKey(guardianId, wardId) : null,
  };
}

function openKey(guardianId: AccountId, wardId: AccountId): string {
  return `${guardianId}/${wardId}`;
}

function fromRow(row: Row<'guardianships'>): Guardianship {
  return {
    id: row.id,
    guardianId: row.guardian_id,
    wardId: row.ward_id,
    basis: row.basis,
    fromDate: row.from_date,
    untilDate: row.until_date ?? undefined,
    caseId: row.case_id ?? undefined,
    createdAt: row.created_at,
    endedAt: row.ended_at ?? undefined,
  };
}
