import assert from 'node:assert/strict';

import { Kysely } from 'kysely';

import { Connection } from '../../../adapters/sqlite/connection.ts';
import { createSqliteDialect } from '../../../adapters/sqlite/kysely-dialect.ts';
import { WriteLane } from '../../../adapters/sqlite/write-lane.ts';
import { Conflict, StoreUnavailable } from '../../../errors.ts';
import { scratchFile } from './scratch-file.ts';

interface Tables {
  t: { id: string; n: number };
}

describe('Kysely over node:sqlite', () => {
  const file = scratchFile();
  let db: Kysely<Tables>;

  beforeEach(async () => {
    const writer = await Connection.open(file(), { synchronous: 'FULL' });
    const reader = await Connection.open(file(), { synchronous: 'FULL', readOnly: true });
    const lane = new WriteLane(writer);
    db = new Kysely<Tables>({ dialect: createSqliteDialect({ reader, writer, lane }) });
    await db.schema
      .createTable('t')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('n', 'integer')
      .execute();
  });
  afterEach(() => db.destroy());

  const insert = (id: string, n = 0) => db.insertInto('t').values({ id, n }).execute();
  const ids = async () =>
    (await db.selectFrom('t').select('id').orderBy('id').execute()).map(({ id }) => id);

  it('reads what a write has just acknowledged', async () => {
    await insert('a');
    assert.deepEqual(await ids(), ['a']);
  });

  it('tells how many rows a statement changed, and returns them when asked', async () => {
    await Promise.all([insert('a'), insert('b'), insert('c', 9)]);
    const update = db.updateTable('t').set({ n: 1 }).where('n', '=', 0);
    assert.equal((await update.executeTakeFirst()).numUpdatedRows, 2n);
    const rest = await db.deleteFrom('t').where('n', '=', 9).returningAll().execute();
    assert.deepEqual(
      rest.map(({ id }) => id),
      ['c'],
    );
  });

  it('rejects one conflicting statement of a turn, by its result code', async () => {
    await insert('a');
    const results = await Promise.allSettled([insert('b'), insert('a'), insert('c')]);
    const [, conflict] = results;
    assert.ok(conflict?.status === 'rejected' && conflict.reason instanceof Conflict);
    assert.deepEqual(await ids(), ['a', 'b', 'c']);
  });

  it('does not show others what a transaction has not committed, nor make them wait to read', async () => {
    await db.transaction().execute(async (transaction) => {
      await transaction.insertInto('t').values({ id: 'inside', n: 0 }).execute();
      assert.deepEqual(await ids(), []);
      const inside = await transaction.selectFrom('t').selectAll().execute();
      assert.equal(inside.length, 1);
    });
    assert.deepEqual(await ids(), ['inside']);
  });

  it('undoes a transaction that throws, and single writes beside it stay', async () => {
    const beside: Promise<unknown>[] = [];
    const transaction = db.transaction().execute(async (inner) => {
      await inner.insertInto('t').values({ id: 'inside', n: 0 }).execute();
      beside.push(insert('beside'));
      await new Promise((resolve) => setTimeout(resolve, 10));
      throw new RangeError('changed its mind');
    });
    await assert.rejects(transaction, RangeError);
    await Promise.all(beside);
    assert.deepEqual(await ids(), ['beside']);
  });

  it('loses no update of parallel transactions that read before they write', async () => {
    await insert('counter', 0);
    const increment = () =>
      db.transaction().execute(async (transaction) => {
        const { n } = await transaction.selectFrom('t').select('n').executeTakeFirstOrThrow();
        await new Promise((resolve) => setImmediate(resolve));
        await transaction
          .updateTable('t')
          .set({ n: n + 1 })
          .execute();
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    const { n } = await db.selectFrom('t').select('n').executeTakeFirstOrThrow();
    assert.equal(n, 20);
  });

  it('gives the lane to others as soon as a transaction is rolled back by hand', async () => {
    const transaction = await db.startTransaction().execute();
    await transaction.insertInto('t').values({ id: 'inside', n: 0 }).execute();
    const after = insert('after');
    await transaction.rollback().execute();
    await after;
    assert.deepEqual(await ids(), ['after']);
  });

  it('refuses values SQLite cannot hold before anything is written', async () => {
    const impossible: unknown = new Date();
    const values = { id: 'a', n: impossible as number };
    await assert.rejects(db.insertInto('t').values(values).execute(), TypeError);
    assert.deepEqual(await ids(), []);
  });

  it('says that the store is unavailable once it is closed', async () => {
    const query = db.selectFrom('t').selectAll();
    await query.execute();
    const late = new Kysely<Tables>({ dialect: await closedDialect() });
    await assert.rejects(late.selectFrom('t').selectAll().execute(), StoreUnavailable);
    await assert.rejects(
      late.insertInto('t').values({ id: 'a', n: 1 }).execute(),
      StoreUnavailable,
    );
  });

  async function closedDialect() {
    const writer = await Connection.open(file(), { synchronous: 'FULL' });
    writer.close();
    return createSqliteDialect({ reader: writer, writer, lane: new WriteLane(writer) });
  }
});
