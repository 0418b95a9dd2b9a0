import assert from 'node:assert/strict';

import { GroupedInserts } from '../../../adapters/sql/grouped-inserts.ts';
import { BadInput, Conflict, StoreUnavailable } from '../../../errors.ts';

describe('Inserts that come together', () => {
  /** A table that refuses some numbers, each for its reason. */
  function table(refuse: (row: number) => Error | undefined = () => undefined) {
    const statements: number[][] = [];
    const stored: number[] = [];
    const inserts = new GroupedInserts<number>(async (rows) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      statements.push([...rows]);
      for (const row of rows) {
        const error = refuse(row);
        if (error !== undefined) throw error;
      }
      stored.push(...rows);
    });
    return { inserts, statements, stored };
  }
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

  it('share statements of 1, 2, 4 … 32 rows, in their order', async () => {
    const { inserts, statements, stored } = table();
    await Promise.all(numbers(77).map((row) => inserts.add(row)));
    assert.deepEqual(stored, numbers(77));
    assert.deepEqual(
      statements.map(({ length }) => length),
      [32, 32, 8, 4, 1],
    );
  });

  it('are told only when they are stored', async () => {
    const { inserts, stored } = table();
    await Promise.all(
      numbers(5).map((row) => inserts.add(row).then(() => assert.ok(stored.includes(row)))),
    );
  });

  for (const error of [new Conflict('twice'), new BadInput('a zero character', 400)]) {
    it(`do not suffer from one that is refused (${error.name})`, async () => {
      const { inserts, stored } = table((row) => (row === 3 ? error : undefined));
      const results = await Promise.allSettled(numbers(8).map((row) => inserts.add(row)));
      assert.deepEqual(stored, [0, 1, 2, 4, 5, 6, 7]);
      assert.deepEqual(
        results.map(({ status }) => status === 'rejected'),
        numbers(8).map((row) => row === 3),
      );
    });
  }

  it('are not tried again one by one when the store is lost', async () => {
    const { inserts, statements } = table(() => new StoreUnavailable('gone'));
    const results = await Promise.allSettled(numbers(4).map((row) => inserts.add(row)));
    assert.ok(results.every(({ status }) => status === 'rejected'));
    assert.equal(statements.length, 1);
  });

  it('are waited for by who closes', async () => {
    const { inserts, stored } = table();
    const all = numbers(50).map((row) => inserts.add(row));
    await inserts.settled();
    assert.equal(stored.length, 50);
    await Promise.all(all);
    await inserts.settled();
  });
});
