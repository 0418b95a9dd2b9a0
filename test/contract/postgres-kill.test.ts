import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

import { openPostgresRegister } from '../../adapters/postgres/open-register.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { freshKeep } from '../support/register-keep.ts';
import { spawnOn } from '../support/sqlite-process.ts';

const ROUNDS = 4;
const WRITERS = 3;

describe('A PostgreSQL that is killed while several nodes write to it', () => {
  let postgres: PostgresServer;
  before(async () => {
    postgres = await startPostgres();
    // Writers would wait for each other, not for the server, while the register is made.
    await (await openPostgresRegister(postgres.url, freshKeep())).close();
  });
  after(() => postgres.stop());

  it('holds everything that was acknowledged, and the nodes go on by themselves', async () => {
    const writers = Array.from({ length: WRITERS }, startWriter);
    await Promise.all(writers.map(({ hasWritten }) => hasWritten()));
    for (let round = 1; round <= ROUNDS; round += 1) {
      await delay(100 + Math.random() * 400);
      await postgres.kill();
      await postgres.start();
      await Promise.all(writers.map(({ hasWritten }) => hasWritten()));
    }
    const acknowledged = (await Promise.all(writers.map(({ end }) => end()))).flat();
    const stored = new Set<string>();
    for (const table of ['accounts', 'consents', 'audit_events', 'cases']) {
      const rows = await postgres.query(`select id from ${table}`);
      for (const { id } of rows) stored.add(`${table} ${String(id)}`);
    }
    const halves = await postgres.query(`
      select cases.id from cases
      where not exists (select from case_steps where case_steps.case_id = cases.id)
        or not exists (select from audit_events where audit_events.case_id = cases.id)`);
    assert.deepEqual(halves, [], 'a case is there with its step and its audit, or not at all');
    const lost = acknowledged.filter((line) => !stored.has(line));
    assert.ok(acknowledged.length > ROUNDS * WRITERS, `only ${acknowledged.length}`);
    assert.deepEqual(lost, []);
  });

  function startWriter() {
    const environment = { DATABASE_URL: postgres.url };
    const writer = spawnOn({ environment }, 'postgres-writer');
    const lines = createInterface(writer.stdout);
    const acknowledged: string[] = [];
    lines.on('line', (line) => acknowledged.push(line));
    return {
      /** Resolves with the next line. */
      hasWritten: () => once(lines, 'line'),
      async end() {
        writer.kill('SIGTERM');
        const [[, signal]] = await Promise.all([once(writer, 'exit'), once(lines, 'close')]);
        // It has not ended by itself, whatever happened.
        assert.equal(signal, 'SIGTERM');
        return acknowledged;
      },
    };
  }
});
