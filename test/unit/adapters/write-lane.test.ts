import assert from 'node:assert/strict';

import { Connection } from '../../../adapters/sqlite/connection.ts';
import { WriteLane } from '../../../adapters/sqlite/write-lane.ts';
import { Conflict, StoreUnavailable } from '../../../errors.ts';
import { scratchFile } from './scratch-file.ts';

describe('A write lane', () => {
  const file = scratchFile();
  let writer: Connection;
  let other: Connection;
  let lane: WriteLane;

  beforeEach(async () => {
    writer = await Connection.open(file(), { synchronous: 'FULL' });
    writer.exec('create table t (id text primary key, n integer)');
    other = await Connection.open(file(), { synchronous: 'FULL' });
    lane = new WriteLane(writer, 300);
  });
  afterEach(() => {
    writer.close();
    other.close();
  });

  const insert = (id: string, n = 0) =>
    lane.write(() => writer.query('insert into t values (?, ?)', [id, n]));
  const ids = (connection = other) =>
    connection.query('select id from t order by id', []).rows.map(({ id }) => id);

  it('commits the writes of one turn together', async () => {
    const seen: unknown[][] = [];
    const writes = ['a', 'b', 'c'].map((id) => insert(id).then(() => seen.push(ids())));
    assert.deepEqual(ids(), []);
    await Promise.all(writes);
    // Whoever is told first already sees all three, on another connection: one commit.
    assert.deepEqual(seen, [
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  it('rejects a failing write alone, and undoes it alone', async () => {
    const results = await Promise.allSettled([insert('a'), insert('a'), insert('b')]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.ok(results[1]?.status === 'rejected' && results[1].reason instanceof Conflict);
    assert.deepEqual(ids(), ['a', 'b']);
  });

  it('undoes all of a write that fails half-way, its own errors passing as they are', async () => {
    class Mine extends Error {}
    const half = lane.write(() => {
      writer.query('insert into t values (?, ?)', ['half', 1]);
      throw new Mine();
    });
    const whole = insert('whole');
    await assert.rejects(half, Mine);
    await whole;
    assert.deepEqual(ids(), ['whole']);
  });

  it('rejects the whole group when the disk is full, and works again with space', async () => {
    writer.exec('pragma max_page_count = 3');
    const big = 'x'.repeat(50_000);
    const group = await Promise.allSettled([insert('a'), insert(big), insert('b')]);
    for (const result of group) {
      assert.ok(result.status === 'rejected' && result.reason instanceof StoreUnavailable);
    }
    assert.deepEqual(ids(), []);
    writer.exec('pragma max_page_count = 100000');
    await insert('c');
    assert.deepEqual(ids(), ['c']);
  });

  it('says that the store is unavailable when it is read-only', async () => {
    writer.exec('pragma query_only = on');
    await assert.rejects(insert('a'), StoreUnavailable);
    writer.exec('pragma query_only = off');
    await insert('b');
    assert.deepEqual(ids(), ['b']);
  });

  it('waits for another process without stopping the event loop', async () => {
    other.exec('begin immediate');
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 5);
    const write = insert('a');
    const release = new Promise<void>((resolve) => {
      setTimeout(() => {
        other.exec('commit');
        resolve();
      }, 150);
    });
    await Promise.all([write, release]);
    clearInterval(ticking);
    assert.ok(ticks >= 5, `${ticks} ticks in 150 ms`);
    assert.deepEqual(ids(), ['a']);
  });

  it('loses its patience with a process that does not let go, and nothing is half-written', async () => {
    other.exec('begin immediate');
    const writes = await Promise.allSettled([insert('a'), insert('b'), lane.begin()]);
    for (const result of writes) {
      assert.ok(result.status === 'rejected' && result.reason instanceof StoreUnavailable);
    }
    other.exec('commit');
    await insert('c');
    assert.deepEqual(ids(), ['c']);
  });

  it('keeps single writes out of a transaction that is open, and lets them follow', async () => {
    const transaction = await lane.begin();
    const outside = insert('outside');
    writer.query('insert into t values (?, ?)', ['inside', 1]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    transaction.rollback();
    await outside;
    assert.deepEqual(ids(), ['outside']);
  });

  it('takes transactions and groups in the order they were asked for', async () => {
    const order: string[] = [];
    const first = lane.begin();
    const second = lane.begin();
    const group = insert('a').then(() => order.push('group'));
    const transaction = await first;
    order.push('first');
    transaction.commit();
    (await second).commit();
    order.push('second');
    await group;
    assert.deepEqual(order, ['first', 'second', 'group']);
  });
});
