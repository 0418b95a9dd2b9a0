import type { Account, AccountStore, Lock } from '../../accounts/account.ts';
import type { AccountId, LockId } from '../../ids.ts';
import type { KeyedHash } from '../keyed-hash.ts';
import type { Sealer } from '../sealing.ts';
import type { RegisterDatabase, Row } from './register-database.ts';
import { SealedPerson } from './sealed-person.ts';

export class SqlAccountStore implements AccountStore {
  readonly #db: RegisterDatabase;
  readonly #sealer: Sealer;
  readonly #person: SealedPerson;

  constructor(db: RegisterDatabase, sealer: Sealer, hash: KeyedHash) {
    this.#db = db;
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

  async insert(account: Account): Promise<void> {
    await this.#db.insertInto('accounts').values(this.#person.toRow(account)).execute();
  }

  async count(): Promise<number> {
    const query = this.#db
      .selectFrom('accounts')
      .select((row) => row.fn.countAll<number>().as('n'));
    const { n } = await query.executeTakeFirstOrThrow();
    return n;
  }

  async passwordHash(id: AccountId): Promise<string | undefined> {
    const sealed = await this.#sealedPassword(id);
    return sealed === undefined ? undefined : this.#sealer.open(sealed, passwordPlace(id));
  }

  async replacePasswordHash(
    id: AccountId,
    hash: string,
    expected: string | undefined,
  ): Promise<boolean> {
    const before = await this.#sealedPassword(id);
    const found = before === undefined ? undefined : this.#sealer.open(before, passwordPlace(id));
    if (found !== expected) return false;
    // No two seals are alike, so the sealed text read above stands for "not changed since".
    const replaced = await this.#db
      .updateTable('accounts')
      .set({ sealed_password: this.#sealer.seal(hash, passwordPlace(id)) })
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
    return rows.map(lockFromRow);
  }

  async addLock(lock: Lock): Promise<void> {
    const row = {
      id: lock.id,
      account_id: lock.accountId,
      ground: lock.ground,
      locked_at: lock.lockedAt,
      lifted_at: lock.liftedAt ?? null,
    };
    await this.#db.insertInto('account_locks').values(row).execute();
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

export function lockFromRow(row: Row<'account_locks'>): Lock {
  return {
    id: row.id,
    accountId: row.account_id,
    ground: row.ground,
    lockedAt: row.locked_at,
    liftedAt: row.lifted_at ?? undefined,
  };
}

function passwordPlace(id: AccountId): string {
  return `accounts/sealed_password/${id}`;
}
