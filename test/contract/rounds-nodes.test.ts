import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { Stores } from '../../adapters/stores.ts';
import type { AccountId } from '../../ids.ts';
import { freshRegister } from '../support/shared-postgres.ts';
import { sharedRedis } from '../support/shared-redis.ts';
import { makeSqliteFolder, type SqliteFolder } from '../support/sqlite-folder.ts';
import { spawnOn } from '../support/sqlite-process.ts';
import { sampleAccount } from './samples.ts';

const PEOPLE = 160;
const DAY = '2027-01-02T08:00+07:00';

for (const [engine, environment] of [
  ['SQLite', async () => ({})],
  ['PostgreSQL', postgresEnvironment],
] as const) {
  describe(`The day’s work on ${engine}, by nodes that are killed and nodes that run at once,`, function () {
    this.timeout(120_000);
    let folder: SqliteFolder;
    let people: readonly AccountId[];
    beforeEach(async () => {
      folder = makeSqliteFolder(await environment());
      people = await withStores(folder, async (stores) => {
        // As if the day before was done: the work of today begins at its beginning.
        const position = JSON.stringify({ done: '2027-01-01' });
        const cursor = { name: 'days/documents', from: undefined, position, at: 0 };
        await stores.writer.apply([{ kind: 'cursor', ...cursor }]);
        return Promise.all(Array.from({ length: PEOPLE }, (_, n) => addPerson(stores, n)));
      });
    });
    afterEach(() => folder.remove());

    it('tells everybody once, however often a node is killed in the middle', async () => {
      let kills = 0;
      for (const pages of [0, 1, 1, 2]) {
        kills += (await walk(folder, pages)).killed ? 1 : 0;
      }
      assert.ok(kills > 0, 'nobody was killed');
      await walk(folder);
      await assertToldOnce(folder, people);
    });

    it('tells everybody once when several do it at once', async () => {
      const walks = await Promise.all([walk(folder), walk(folder), walk(folder)]);
      const written = walks.flatMap(({ lines }) => lines).filter((line) => line === 'more');
      // Pages of four steps, and one that closes the day: each written by one of them.
      assert.ok(written.length >= PEOPLE / 50 + 4, written.join());
      await assertToldOnce(folder, people);
    });
  });
}

/** A register of its own; secrets and the rest stay in the folder. */
async function postgresEnvironment(): Promise<Readonly<Record<string, string>>> {
  const [url, redis] = await Promise.all([freshRegister(), sharedRedis()]);
  return { DATABASE_URL: url, REDIS_URL: redis.url };
}

async function addPerson(stores: Stores, n: number): Promise<AccountId> {
  const account = {
    ...sampleAccount({ identifier: `F88${String(n).padStart(9, '0')}` }),
    subjectType: 'foreigner',
    phone: `+8497${String(n).padStart(7, '0')}`,
    email: undefined,
    guardianId: undefined,
    document: { type: 'passport', number: `M${n}`, expiry: '2030-01-01' },
    residencePermit: { type: 'residence_card', number: `TT${n}`, expiry: '2027-01-09' },
  } as const;
  await stores.accounts.insert(account);
  return account.id;
}

/** Killed once it has done so many pages and begun the next. */
async function walk(
  { environment }: SqliteFolder,
  pages = Infinity,
): Promise<{ readonly lines: readonly string[]; readonly killed: boolean }> {
  const child = spawnOn({ environment: { ...environment, ROUNDS_NOW: DAY } }, 'rounds-walker');
  const lines: string[] = [];
  const output = createInterface(child.stdout);
  const exited = once(child, 'exit');
  output.on('line', (line) => {
    lines.push(line);
    if (lines.length > pages) child.kill('SIGKILL');
  });
  const [[code, signal]] = await Promise.all([exited, once(output, 'close')]);
  if (signal !== 'SIGKILL') assert.equal(code, 0);
  return { lines, killed: signal === 'SIGKILL' };
}

async function assertToldOnce(folder: SqliteFolder, people: readonly AccountId[]): Promise<void> {
  await withStores(folder, async (stores) => {
    for (const id of people) {
      const notices = await stores.notices.ofAccount(id, 10);
      assert.deepEqual(
        notices.map(({ kind, parameters }) => [kind, parameters['days']]),
        [['document_expiring', 7]],
      );
    }
    const deliveries = await stores.deliveries.list({ limit: PEOPLE * 3 });
    assert.equal(deliveries.length, PEOPLE);
    const cursor = await stores.writer.cursor('days/documents');
    assert.deepEqual(JSON.parse(cursor?.position ?? ''), { done: '2027-01-02' });
  });
}

async function withStores<T>(
  folder: SqliteFolder,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const stores = await folder.open();
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}
