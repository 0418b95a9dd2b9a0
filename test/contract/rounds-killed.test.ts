import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { Account } from '../../accounts/account.ts';
import type { Stores } from '../../adapters/stores.ts';
import { noticeWrites } from '../../enrolment/notices/notice-writes.ts';
import { newId } from '../../ids.ts';
import { freshRegister } from '../support/shared-postgres.ts';
import { sharedRedis } from '../support/shared-redis.ts';
import { startSimulator, type SimulatorProcess } from '../support/simulator.ts';
import { makeSqliteFolder, type SqliteFolder } from '../support/sqlite-folder.ts';
import { spawnOn } from '../support/sqlite-process.ts';
import { sampleAccount } from './samples.ts';

type Work = 'guardianships' | 'changes' | 'feed' | 'notices';

const NOW = Date.parse('2027-01-02T08:00+07:00');
/** Longer than a crashed node keeps its claim on a delivery. */
const BETWEEN_MS = 60_000;
const MANY = 30;
/** More than one page. */
const WARDS = 110;
/** Of the simulator, with a card in order. */
const CARDS = [
  '099090000011',
  '099185000028',
  '099188000093',
  '099092000103',
  '099193000110',
  '099094000222',
  '099160000192',
];

for (const [engine, environment] of [
  ['SQLite', async () => ({})],
  [
    'PostgreSQL',
    async () => ({
      DATABASE_URL: await freshRegister(),
      REDIS_URL: (await sharedRedis()).url,
    }),
  ],
] as const) {
  describe(`What the program does by itself on ${engine}, by nodes that are killed in the middle,`, function () {
    this.timeout(120_000);
    let simulator: SimulatorProcess;
    let folder: SqliteFolder;
    before(async () => {
      simulator = await startSimulator();
    });
    beforeEach(async () => {
      folder = makeSqliteFolder(await environment());
    });
    afterEach(() => folder.remove());
    after(async () => {
      assert.equal(await simulator.stop(), 0);
    });

    it('applies each event of a register once', async () => {
      const holders = await prepared(async (stores) => {
        const added = CARDS.map((identifier) => citizen({ identifier }));
        for (const account of added) await stores.accounts.insert(account);
        return added;
      });
      for (const number of CARDS) await simulator.change(number, { change: 'document_retained' });
      await killedAndDone('feed', [2, 5, 8]);
      await withStores(folder, async ({ accounts, notices, audit }) => {
        for (const { id } of holders) {
          const locks = await accounts.openLocks(id);
          assert.deepEqual(
            locks.map(({ ground }) => ground),
            ['card_revoked_or_retained'],
          );
          const told = (await notices.ofAccount(id, 20)).map(({ kind }) => kind);
          assert.equal(told.filter((kind) => kind === 'account_locked').length, 1, told.join());
          assert.equal(new Set(told).size, told.length, told.join());
        }
        const reported = await audit.list({ type: 'register.reported', limit: 100 });
        assert.equal(reported.length, CARDS.length);
      });
    });

    it('hands each notice to the gateway as one message', async () => {
      await prepared(async ({ accounts, writer }) => {
        for (const account of people(MANY)) {
          await accounts.insert(account);
          await writer.apply(noticeWrites('account_locked', {}, { account, now: NOW }));
        }
      });
      const before = (await simulator.messages()).length;
      await killedAndDone('notices', [1, 9, 14]);
      const sent = (await simulator.messages()).slice(0, -before || undefined);
      assert.equal(sent.length, MANY);
      assert.equal(new Set(sent.map(({ id }) => id)).size, MANY);
      assert.equal(new Set(sent.map(({ to }) => to)).size, MANY);
    });

    it('gives effect to each waiting change of a contact once', async () => {
      const changed = await prepared(async ({ accounts, writer }) => {
        const holders = people(MANY);
        for (const [n, { id: accountId, ...rest }] of holders.entries()) {
          await accounts.insert({ id: accountId, ...rest });
          const change = {
            id: newId('chg'),
            accountId,
            kind: 'phone',
            value: { contact: newPhone(n) },
            state: 'waiting',
            requestedAt: NOW - 2 * 86_400_000,
            effectiveAt: NOW - 1,
            settledAt: undefined,
          } as const;
          await writer.apply([{ kind: 'change_requested', change, cancelCode: change.id }]);
        }
        return holders;
      });
      await killedAndDone('changes', [3, 8, 12]);
      await withStores(folder, async ({ accounts, notices, audit, deliveries }) => {
        for (const [n, { id }] of changed.entries()) {
          assert.equal((await accounts.findById(id))?.phone, newPhone(n));
          const told = (await notices.ofAccount(id, 20)).map(({ kind }) => kind);
          assert.deepEqual(told, ['contact_changed']);
        }
        const recorded = await audit.list({ type: 'contact.changed', limit: 100 });
        assert.equal(recorded.length, MANY);
        await assertNobodyTwice({ deliveries });
      });
    });

    it('tells each child’s 14th birthday once', async () => {
      const wards = await prepared(async ({ accounts, writer }) => {
        const position = JSON.stringify({ done: '2027-01-01' });
        const cursor = { name: 'days/guardianships', from: undefined, position, at: 0 };
        await writer.apply([{ kind: 'cursor', ...cursor }]);
        const children: Account[] = [];
        for (const guardian of people(WARDS)) {
          const ward = citizen({ birthdate: '2013-01-02', guardianId: guardian.id });
          await accounts.insert(guardian);
          await accounts.insert(ward);
          const guardianship = {
            id: newId('grd'),
            guardianId: guardian.id,
            wardId: ward.id,
            basis: 'parent',
            fromDate: '2020-01-01',
            untilDate: undefined,
            caseId: undefined,
            createdAt: 0,
            endedAt: undefined,
          } as const;
          await writer.apply([{ kind: 'guardianship_added', guardianship }]);
          children.push(ward);
        }
        return children;
      });
      await killedAndDone('guardianships', [1, 2, 3]);
      await withStores(folder, async ({ notices, deliveries, writer }) => {
        for (const { id } of wards) {
          const told = (await notices.ofAccount(id, 20)).map(({ kind }) => kind);
          assert.ok(told.length > 0);
          assert.equal(new Set(told).size, told.length, told.join());
        }
        await assertNobodyTwice({ deliveries });
        const cursor = await writer.cursor('days/guardianships');
        assert.deepEqual(JSON.parse(cursor?.position ?? ''), { done: '2027-01-02' });
      });
    });

    const prepared = <T>(work: (stores: Stores) => Promise<T>) => withStores(folder, work);

    /** Killed each time after so many lines, and then done by one that lives. */
    async function killedAndDone(work: Work, after: readonly number[]): Promise<void> {
      let kills = 0;
      for (const [index, lines] of [...after, Infinity].entries()) {
        const ROUNDS_NOW = new Date(NOW + index * BETWEEN_MS).toISOString();
        const more = { ROUNDS_NOW, ROUNDS_WORK: work, ROUNDS_SIMULATOR: simulator.url };
        if (await walk({ ...folder.environment, ...more }, lines)) kills += 1;
      }
      assert.ok(kills > 1, `killed ${kills} times`);
    }
  });
}

/** Whether it was killed before it was done. */
async function walk(environment: SqliteFolder['environment'], lines: number): Promise<boolean> {
  const child = spawnOn({ environment }, 'rounds-walker');
  let seen = 0;
  const output = createInterface(child.stdout);
  const exited = once(child, 'exit');
  output.on('line', () => {
    seen += 1;
    if (seen === lines) child.kill('SIGKILL');
  });
  const [[code, signal]] = await Promise.all([exited, once(output, 'close')]);
  if (signal !== 'SIGKILL') assert.equal(code, 0);
  return signal === 'SIGKILL';
}

async function assertNobodyTwice({ deliveries }: Pick<Stores, 'deliveries'>): Promise<void> {
  const waiting = await deliveries.list({ limit: 4 * WARDS });
  const places = waiting.map(({ accountId, payload }) => {
    const { destination, text } = payload as { destination: string; text: string };
    // Each message to call a change off has a code of its own.
    return `${accountId} ${destination} ${text.slice(0, 60)}`;
  });
  assert.ok(places.length > 0);
  assert.equal(new Set(places).size, places.length);
}

function newPhone(n: number): string {
  return `+8496${String(n).padStart(7, '0')}`;
}

function people(count: number): readonly Account[] {
  return Array.from({ length: count }, (_, n) => {
    const phone = `+8497${String(n).padStart(7, '0')}`;
    return { ...sampleAccount(), phone, email: undefined };
  });
}

let citizens = 0;

function citizen(overrides: Partial<Account>): Account {
  citizens += 1;
  const identifier = `0992130${String(citizens).padStart(5, '0')}`;
  return {
    ...sampleAccount({ identifier, phone: undefined, email: undefined, ...overrides }),
    subjectType: 'citizen',
    residencePermit: undefined,
    document: {
      type: 'identity_card',
      number: overrides.identifier ?? identifier,
      expiry: '2031-01-31',
    },
  };
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
