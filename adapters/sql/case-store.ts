import { normaliseIdentifier } from '../../accounts/account.ts';
import type {
  Case,
  CaseActor,
  CaseClocks,
  CaseFilter,
  CaseStep,
  CaseStore,
} from '../../enrolment/case.ts';
import type { CaseId } from '../../ids.ts';
import type { KeyedHash } from '../keyed-hash.ts';
import type { Sealer } from '../sealing.ts';
import { parseJson } from './columns.ts';
import type { NewRow, RegisterDatabase, Row } from './register-database.ts';

export class SqlCaseStore implements CaseStore {
  readonly #db: RegisterDatabase;
  readonly #sealed: SealedCase;

  constructor(db: RegisterDatabase, sealer: Sealer, hash: KeyedHash) {
    this.#db = db;
    this.#sealed = new SealedCase(sealer, hash);
  }

  async find(id: CaseId): Promise<Case | undefined> {
    const query = this.#db.selectFrom('cases').selectAll().where('id', '=', id);
    const row = await query.executeTakeFirst();
    return row && this.#sealed.fromRow(row);
  }

  async steps(id: CaseId): Promise<readonly CaseStep[]> {
    // The ids of a case's steps lie side by side in the primary key; `/` follows `.`.
    const rows = await this.#db
      .selectFrom('case_steps')
      .selectAll()
      .where('id', '>', `${id}.`)
      .where('id', '<', `${id}/`)
      .orderBy('id')
      .execute();
    return rows.map((row) => this.#sealed.stepFromRow(row));
  }

  async list(filter: CaseFilter): Promise<readonly Case[]> {
    const { officeId, receivedBy, accountId, guardianId, applicantNumber } = filter;
    const { statuses, kinds, limit } = filter;
    let query = this.#db.selectFrom('cases').selectAll();
    if (officeId !== undefined) query = query.where('office_id', '=', officeId);
    if (receivedBy !== undefined) query = query.where('received_by', '=', receivedBy);
    if (accountId !== undefined) query = query.where('account_id', '=', accountId);
    if (guardianId !== undefined) query = query.where('guardian_id', '=', guardianId);
    if (applicantNumber !== undefined) {
      const index = this.#sealed.applicantIndex(applicantNumber);
      query = query.where('applicant_index', '=', index);
    }
    if (statuses !== undefined) query = query.where('status', 'in', statuses);
    if (kinds !== undefined) query = query.where('kind', 'in', kinds);
    const rows = await query
      .orderBy('due_at', (order) => order.asc().nullsLast())
      .orderBy('opened_at')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map((row) => this.#sealed.fromRow(row));
  }

  async dueForProgram(now: number, limit: number): Promise<readonly Case[]> {
    const rows = await this.#db
      .selectFrom('cases')
      .selectAll()
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map((row) => this.#sealed.fromRow(row));
  }

  async clocks(now: number, soonUntil: number): Promise<CaseClocks> {
    // One statement: three would see three moments, and count a case twice or not at all.
    const { all, overdue, soon } = await this.#db
      .selectFrom('cases')
      .select((row) => [
        row.fn.countAll<number>().as('all'),
        row.fn.countAll<number>().filterWhere('due_at', '<=', now).as('overdue'),
        row.fn
          .countAll<number>()
          .filterWhere('due_at', '>', now)
          .filterWhere('due_at', '<=', soonUntil)
          .as('soon'),
      ])
      .where('status', '=', 'running')
      .where('due_at', 'is not', null)
      .executeTakeFirstOrThrow();
    return { running: all - overdue - soon, dueSoon: soon, overdue };
  }
}

/** Sealed together: the number is never asked for without the rest. */
type Hidden = Pick<Case, 'applicantNumber' | 'summary'>;

/** Between a case and its rows, in which nothing of what was entered can be read. */
export class SealedCase {
  readonly #sealer: Sealer;
  readonly #hash: KeyedHash;

  constructor(sealer: Sealer, hash: KeyedHash) {
    this.#sealer = sealer;
    this.#hash = hash;
  }

  applicantIndex(number: string): string {
    return this.#hash('case applicant', normaliseIdentifier(number)).toString('base64url');
  }

  toRow(row: Case): Omit<Row<'cases'>, 'open_key'> {
    const { id, applicantNumber, summary } = row;
    const hidden: Hidden = { applicantNumber, summary };
    return {
      id,
      kind: row.kind,
      status: row.status,
      office_id: row.officeId ?? null,
      received_by: row.receivedBy ?? null,
      applicant_index: applicantNumber === undefined ? null : this.applicantIndex(applicantNumber),
      account_id: row.accountId ?? null,
      guardian_id: row.guardianId ?? null,
      sealed_summary: this.#sealer.seal(JSON.stringify(hidden), summaryPlace(id)),
      version: row.version,
      opened_at: row.openedAt,
      due_at: row.dueAt ?? null,
      next_at: row.nextAt ?? null,
      closed_at: row.closedAt ?? null,
    };
  }

  fromRow(row: Row<'cases'>): Case {
    const opened = this.#sealer.open(row.sealed_summary, summaryPlace(row.id));
    const { applicantNumber, summary } = parseJson<Hidden>(opened);
    return {
      id: row.id,
      kind: row.kind,
      status: row.status,
      officeId: row.office_id ?? undefined,
      receivedBy: row.received_by ?? undefined,
      applicantNumber,
      accountId: row.account_id ?? undefined,
      guardianId: row.guardian_id ?? undefined,
      summary,
      version: row.version,
      openedAt: row.opened_at,
      dueAt: row.due_at ?? undefined,
      nextAt: row.next_at ?? undefined,
      closedAt: row.closed_at ?? undefined,
    };
  }

  stepToRow(caseId: CaseId, { sequence, name, actor, at, data }: CaseStep): NewRow<'case_steps'> {
    const id = `${caseId}.${String(sequence).padStart(5, '0')}`;
    return {
      id,
      case_id: caseId,
      sequence,
      name,
      actor: JSON.stringify(actor),
      at,
      sealed_data: this.#sealer.seal(JSON.stringify({ data }), dataPlace(id)),
    };
  }

  stepFromRow(row: Row<'case_steps'>): CaseStep {
    const { data } = parseJson<Pick<CaseStep, 'data'>>(
      this.#sealer.open(row.sealed_data, dataPlace(row.id)),
    );
    const actor = parseJson<CaseActor>(row.actor);
    return { sequence: row.sequence, name: row.name, actor, at: row.at, data };
  }
}

function summaryPlace(id: CaseId): string {
  return `cases/sealed_summary/${id}`;
}

function dataPlace(id: string): string {
  return `case_steps/sealed_data/${id}`;
}
