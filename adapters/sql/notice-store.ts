import type { Notice, NoticeStore } from '../../enrolment/notice.ts';
import type { AccountId, CaseId, NoticeId } from '../../ids.ts';
import type { Sealer } from '../sealing.ts';
import { parseJson } from './columns.ts';
import type { NewRow, RegisterDatabase, Row } from './register-database.ts';

export class SqlNoticeStore implements NoticeStore {
  readonly #db: RegisterDatabase;
  readonly #sealer: Sealer;

  constructor(db: RegisterDatabase, sealer: Sealer) {
    this.#db = db;
    this.#sealer = sealer;
  }

  async ofAccount(accountId: AccountId, limit: number): Promise<readonly Notice[]> {
    const rows = await this.#newestFirst()
      .where('account_id', '=', accountId)
      .limit(limit)
      .execute();
    return rows.map((row) => fromRow(row, this.#sealer));
  }

  async ofCase(caseId: CaseId): Promise<readonly Notice[]> {
    const rows = await this.#newestFirst().where('case_id', '=', caseId).execute();
    return rows.map((row) => fromRow(row, this.#sealer));
  }

  async unread(accountId: AccountId): Promise<number> {
    const { n } = await this.#db
      .selectFrom('notices')
      .select((row) => row.fn.countAll<number>().as('n'))
      .where('account_id', '=', accountId)
      .where('read_at', 'is', null)
      .executeTakeFirstOrThrow();
    return n;
  }

  async markRead(accountId: AccountId, at: number): Promise<void> {
    await this.#db
      .updateTable('notices')
      .set({ read_at: at })
      .where('account_id', '=', accountId)
      .where('read_at', 'is', null)
      .execute();
  }

  #newestFirst() {
    const query = this.#db.selectFrom('notices').selectAll();
    return query.orderBy('created_at', 'desc').orderBy('id', 'desc');
  }
}

export function noticeToRow(
  { id, accountId, caseId, kind, parameters, createdAt, readAt }: Notice,
  onceKey: string | undefined,
  sealer: Sealer,
): NewRow<'notices'> {
  return {
    id,
    account_id: accountId ?? null,
    case_id: caseId ?? null,
    kind,
    sealed_parameters: sealer.seal(JSON.stringify(parameters), parametersPlace(id)),
    once_key: onceKey ?? null,
    created_at: createdAt,
    read_at: readAt ?? null,
  };
}

function fromRow(row: Row<'notices'>, sealer: Sealer): Notice {
  return {
    id: row.id,
    accountId: row.account_id ?? undefined,
    caseId: row.case_id ?? undefined,
    kind: row.kind,
    parameters: parseJson(sealer.open(row.sealed_parameters, parametersPlace(row.id))),
    createdAt: row.created_at,
    readAt: row.read_at ?? undefined,
  };
}

function parametersPlace(id: NoticeId): string {
  return `notices/sealed_parameters/${id}`;
}
