import type { Account, AccountStore, EndingFilter, Lock } from '../../accounts/account.ts';
import { Conflict } from '../../errors.ts';
import type { AccountId, LockId } from '../../ids.ts';
import type { Sealer } from '../sealing.ts';
import type { RegisterDatabase } from './register-database.ts';
import { lockFromRow } from './sealed-lock.ts';
import { openPassword, SealedPerson, sealPassword } from './sealed-person.ts';
import type { Transact } from './transact.ts';
import { addAccount } from './writes/account-writes.ts';
import { inOneTransaction } from './writes/one-transaction.ts';
import { addLock } from './writes/relation-writes.ts';
import type { Keep } from './writes/step.ts';

export class SqlAccountStore implements AccountStore {
  readonly #db: RegisterDatabase;
  readonly #transact: Transact;
  readonly #sealer: Sealer;
  readonly #person: SealedPerson;

  constructor(db: RegisterDatabase, { sealer, hash }: Keep, transact: Transact) {
    this.#db = db;
    this.#transact = transact;
    this.#sealer = sealer;
    this.#person = new SealedPerson(sealer, hash);
  }

  async findById(id: AccountId): Promise<Account | undefined> {
    const query = this.#db.selectFrom('accounts').selectAll().where('id', '=', id);
    const row = await query.executeTakeFirst();
    return row && this.#person.fromRow(row);
  }

  async findByIdentifier(identifier: string): Promise<Account | undefined> {
    const index = this.#person.identifierIndex(identifier);
    const query = this.#db.selectFrom('accounts').selectAll().where('identifier_index', '=', index);
    const row = await query.executeTakeFirst();
    return row && this.#person.fromRow(row);
  }

  async findByPhone(phone: string): Promise<Account | undefined> {
    const query = this.#db
      .selectFrom('phone_holders')
      .innerJoin('accounts', 'accounts.id', 'phone_holders.account_id')
      .selectAll('accounts')
      .where('phone_holders.phone_index', '=', this.#person.phoneIndex(phone));
    const row = await query.executeTakeFirst();
    return row && this.#person.fromRow(row);
  }

  async insert(account: Account): Promise<void> {
    const outcome = await inOneTransaction(this.#transact, addAccount(this.#person, account));
    if (outcome.kind === 'written') return;
    throw new Conflict(`${outcome.kind === 'taken' ? outcome.what : 'account'} exists already`);
  }

  async count(): Promise<number> {
    const query = this.#db
      .selectFrom('accounts')
      .select((row) => row.fn.countAll<number>().as('n'));
    const { n } = await query.executeTakeFirstOrThrow();
    return n;
  }

  async ending({ from, to, after, limit }: EndingFilter): Promise<readonly Account[]> {
    let query = this.#db.selectFrom('accounts').selectAll().where('ends_on', '>=', from);
    if (after !== undefined) {
      // As one row value, which the index is walked by from there on.
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('ends_on', 'id'), '>', tuple(after.endsOn, after.id)),
      );
    }
    const rows = await query
      .where('ends_on', '<=', to)
      .orderBy('ends_on')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map((row) => this.#person.fromRow(row));
  }

  async withoutEnd(after: AccountId | undefined, limit: number): Promise<readonly Account[]> {
    let query = this.#db.selectFrom('accounts').selectAll().where('ends_on', 'is', null);
    if (after !== undefined) query = query.where('id', '>', after);
    // All alike, and named all the same: so the order is that of the index.
    const rows = await query.orderBy('ends_on').orderBy('id').limit(limit).execute();
    return rows.map((row) => this.#person.fromRow(row));
  }

  async passwordHash(id: AccountId): Promise<string | undefined> {
    const sealed = await this.#sealedPassword(id);
    return sealed === undefined ? undefined : openPassword(id, sealed, this.#sealer);
  }

  async replacePasswordHash(
    id: AccountId,
    hash: string,
    expected: string | undefined,
  ): Promise<boolean> {
    const before = await this.#sealedPassword(id);
    const found = before === undefined ? undefined : openPassword(id, before, this.#sealer);
    if (found !== expected) return false;
    // No two seals are alike, so the sealed text read above stands for "not changed since".
    const replaced = await this.#db
      .updateTable('accounts')
      .set({ sealed_password: sealPassword(id, hash, this.#sealer) })
      .where('id', '=', id)
      .where('sealed_password', before === undefined ? 'is' : '=', before ?? null)
      .returning('id')
      .executeTakeFirst();
    return replaced !== undefined;
  }

  async openLocks(id: AccountId): Promise<readonly Lock[]> {
    const rows = await this.#db
      .selectFrom('account_locks')
      .selectAll()
      .where('account_id', '=', id)
      .where('lifted_at', 'is', null)
      .orderBy('locked_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => lockFromRow(row, this.#sealer));
  }

  async addLock(lock: Lock): Promise<void> {
    const outcome = await inOneTransaction(this.#transact, addLock(lock, this.#sealer));
    if (outcome.kind !== 'written') throw new Conflict('this lock exists already');
  }

  async liftLock(id: LockId, at: number): Promise<boolean> {
    const lifted = await this.#db
      .updateTable('account_locks')
      .set({ lifted_at: at })
      .where('id', '=', id)
      .where('lifted_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    return lifted !== undefined;
  }

  async #sealedPassword(id: AccountId): Promise<string | undefined> {
    const query = this.#db.selectFrom('accounts').select('sealed_password').where('id', '=', id);
    return (await query.executeTakeFirst())?.sealed_password ?? undefined;
  }
}
