import type {
  Backlog,
  ClaimedDelivery,
  Delivery,
  DeliveryState,
  DeliveryStore,
  Settlement,
} from '../../clients/delivery.ts';
import type { DeliveryId } from '../../ids.ts';
import type { Sealer } from '../sealing.ts';
import { parseJson } from './columns.ts';
import type { NewRow, RegisterDatabase, Row } from './register-database.ts';

export class SqlDeliveryStore implements DeliveryStore {
  readonly #db: RegisterDatabase;
  readonly #sealer: Sealer;

  constructor(db: RegisterDatabase, sealer: Sealer) {
    this.#db = db;
    this.#sealer = sealer;
  }

  async insert(delivery: Delivery, onceKey?: string): Promise<boolean> {
    const inserted = await this.#db
      .insertInto('deliveries')
      .values(deliveryToRow(delivery, onceKey, this.#sealer))
      .onConflict((conflict) => conflict.column('once_key').doNothing())
      .returning('id')
      .executeTakeFirst();
    return inserted !== undefined;
  }

  async claimDue({
    now,
    until,
    claim,
    limit,
  }: Parameters<DeliveryStore['claimDue']>[0]): Promise<readonly ClaimedDelivery[]> {
    const due = await this.#db
      .selectFrom('deliveries')
      .select(['id', 'due_at'])
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(limit)
      .execute();
    // One by one: whoever claims the same ones at once in another order waits for nobody.
    const claimed = await Promise.all(
      due.map(({ id, due_at }) =>
        this.#db
          .updateTable('deliveries')
          .set({ claim, due_at: until })
          .where('id', '=', id)
          .where('state', '=', 'waiting')
          .where('due_at', '=', due_at)
          .returningAll()
          .executeTakeFirst(),
      ),
    );
    return claimed.flatMap((row) => (row === undefined ? [] : [{ ...this.#fromRow(row), claim }]));
  }

  async settle({ id, claim }: ClaimedDelivery, settlement: Settlement): Promise<boolean> {
    const { state, attempts, lastAttempt, dueAt } = settlement;
    const settled = await this.#db
      .updateTable('deliveries')
      .set({
        state,
        attempts,
        last_attempt: lastAttempt === undefined ? null : JSON.stringify(lastAttempt),
        due_at: dueAt,
        claim: null,
      })
      .where('id', '=', id)
      .where('claim', '=', claim)
      .returning('id')
      .executeTakeFirst();
    return settled !== undefined;
  }

  async revive(
    id: DeliveryId,
    { dueAt, expiresAt }: Parameters<DeliveryStore['revive']>[1],
  ): Promise<boolean> {
    const revived = await this.#db
      .updateTable('deliveries')
      .set({ state: 'waiting', attempts: 0, due_at: dueAt, expires_at: expiresAt })
      .where('id', '=', id)
      .where('state', '=', 'dead')
      .returning('id')
      .executeTakeFirst();
    return revived !== undefined;
  }

  async list({
    clientId,
    state,
    limit,
  }: Parameters<DeliveryStore['list']>[0]): Promise<readonly Delivery[]> {
    let query = this.#db.selectFrom('deliveries').selectAll();
    if (clientId !== undefined) query = query.where('client_id', '=', clientId);
    if (state !== undefined) query = query.where('state', '=', state);
    const rows = await query
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => this.#fromRow(row));
  }

  async backlog(): Promise<Backlog> {
    const rows = await this.#db
      .selectFrom('deliveries')
      .select([
        'state',
        (of) => of.fn.countAll().as('count'),
        (of) => of.fn.min('created_at').as('oldest'),
        (of) => of.fn.min('due_at').as('first_due'),
      ])
      .where('state', 'in', ['waiting', 'dead'])
      .groupBy('state')
      .execute();
    const of = (state: DeliveryState) => rows.find((row) => row.state === state);
    const waiting = of('waiting');
    return {
      waiting: Number(waiting?.count ?? 0),
      dead: Number(of('dead')?.count ?? 0),
      oldestAt: waiting?.oldest,
      firstDueAt: waiting?.first_due,
    };
  }

  async forget(state: 'delivered' | 'dead', before: number): Promise<number> {
    const forgotten = await this.#db
      .deleteFrom('deliveries')
      .where('state', '=', state)
      .where('created_at', '<', before)
      .returning('id')
      .execute();
    return forgotten.length;
  }

  #fromRow(row: Row<'deliveries'>): Delivery {
    const attempt =
      row.last_attempt === null ? undefined : parseJson<Delivery['lastAttempt']>(row.last_attempt);
    return {
      id: row.id,
      kind: row.kind,
      clientId: row.client_id,
      accountId: row.account_id ?? undefined,
      uri: row.uri,
      payload: parseJson(this.#sealer.open(row.sealed_payload, payloadPlace(row.id))),
      state: row.state,
      attempts: row.attempts,
      lastAttempt: attempt && { at: attempt.at, status: attempt.status, error: attempt.error },
      createdAt: row.created_at,
      dueAt: row.due_at,
      expiresAt: row.expires_at,
    };
  }
}

export function deliveryToRow(
  delivery: Delivery,
  onceKey: string | undefined,
  sealer: Sealer,
): NewRow<'deliveries'> {
  const { id, lastAttempt } = delivery;
  return {
    id,
    kind: delivery.kind,
    client_id: delivery.clientId,
    account_id: delivery.accountId ?? null,
    uri: delivery.uri,
    sealed_payload: sealer.seal(JSON.stringify(delivery.payload), payloadPlace(id)),
    once_key: onceKey ?? null,
    state: delivery.state,
    attempts: delivery.attempts,
    last_attempt: lastAttempt === undefined ? null : JSON.stringify(lastAttempt),
    created_at: delivery.createdAt,
    due_at: delivery.dueAt,
    expires_at: delivery.expiresAt,
  };
}

function payloadPlace(id: DeliveryId): string {
  return `deliveries/sealed_payload/${id}`;
}
