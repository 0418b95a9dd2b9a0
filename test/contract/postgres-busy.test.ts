import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { sql } from 'kysely';

import { connectRegister } from '../../adapters/postgres/register-database.ts';
import { sharedPostgres } from '../support/shared-postgres.ts';

/** Longer than a server is waited for. */
const BUSY_MS = 1_300;

describe('A register on PostgreSQL, when this process is busy', () => {
  for (const turns of [0, 1, 3, 10]) {
    it(`with other things from turn ${turns} of connecting on, does not take that for a lost server`, async () => {
      const { url } = await sharedPostgres();
      const { db, pool } = connectRegister(url);
      const asked = sql<{ one: number }>`select 1 as one`.execute(db);
      for (let turn = 0; turn < turns; turn += 1) await nextTurn();
      beBusy();
      assert.deepEqual((await asked).rows, [{ one: 1 }]);
      await pool.close();
    });
  }
});

function beBusy(): void {
  const until = performance.now() + BUSY_MS;
  while (performance.now() < until);
}
