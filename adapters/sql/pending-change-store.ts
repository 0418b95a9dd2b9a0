import type { PendingChange, PendingChangeStore } from '../../enrolment/pending-change.ts';
import type { AccountId, PendingChangeId } from '../../ids.ts';
import type { KeyedHash } from '../keyed-hash.ts';
import type { Sealer } from '../sealing.ts';
import { parseJson } from './columns.ts';
import type { NewRow, RegisterDatabase, Row } from './register-database.ts';

export class SqlPendingChangeStore implements PendingChangeStore {
  readonly #db: RegisterDatabase;
  readonly #sealed: SealedChange;

  constructor(db: RegisterDatabase, sealer: Sealer, hash: KeyedHash) {
    this.#db = db;
    this.#sealed = new SealedChange(sealer, hash);
  }

  async find(id: PendingChangeId): Promise<PendingChange | undefined> {
    const query = this.#db.selectFrom('pending_changes').selectAll().where('id', '=', id);
    const row = await query.executeTakeFirst();
    return row && this.#sealed.fromRow(row);
  }

  async findByCancelCode(code: string): Promise<PendingChange | undefined> {
    const row = await this.#db
      .selectFrom('pending_changes')
      .selectAll()
      .where('cancel_index', '=', this.#sealed.cancelIndex(code))
      .executeTakeFirst();
    return row && this.#sealed.fromRow(row);
  }

  async waitingOf(accountId: AccountId): Promise<readonly PendingChange[]> {
    const rows = await this.#db
      .selectFrom('pending_changes')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('state', '=', 'waiting')
      .orderBy('requested_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => this.#sealed.fromRow(row));
  }

  async due(now: number, limit: number): Promise<readonly PendingChange[]> {
    const rows = await this.#db
      .selectFrom('pending_changes')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('effective_at', '<=', now)
      .orderBy('effective_at')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map((row) => this.#sealed.fromRow(row));
  }
}

/** Between a change and its row, which tells neither what it changes to nor what calls it off. */
export class SealedChange {
  readonly #sealer: Sealer;
  readonly #hash: KeyedHash;

  constructor(sealer: Sealer, hash: KeyedHash) {
    this.#sealer = sealer;
    this.#hash = hash;
  }

  cancelIndex(code: string): string {
    return this.#hash('cancel code', code).toString('base64url');
  }

  toRow(change: PendingChange, cancelCode: string): NewRow<'pending_changes'> {
    const { id, accountId, kind, value, state } = change;
    return {
      id,
      account_id: accountId,
      kind,
      sealed_value: this.#sealer.seal(JSON.stringify({ value }), valuePlace(id)),
      state,
      requested_at: change.requestedAt,
      effective_at: change.effectiveAt,
      cancel_index: this.cancelIndex(cancelCode),
      settled_at: change.settledAt ?? null,
      open_key: state === 'waiting' ? `${accountId}/${kind}` : null,
    };
  }

  fromRow(row: Row<'pending_changes'>): PendingChange {
    const { value } = parseJson<Pick<PendingChange, 'value'>>(
      this.#sealer.open(row.sealed_value, valuePlace(row.id)),
    );
    return {
      id: row.id,
      accountId: row.account_id,
      kind: row.kind,
      value,
      state: row.state,
      requestedAt: row.requested_at,
      effectiveAt: row.effective_at,
      settledAt: row.settled_at ?? undefined,
    };
  }
}

function valuePlace(id: PendingChangeId): string {
  return `pending_changes/sealed_value/${id}`;
}
