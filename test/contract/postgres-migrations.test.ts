import assert from 'node:assert/strict';
import { once } from 'node:events';

import { openStores } from '../../adapters/open-stores.ts';
import { openPostgresRegister } from '../../adapters/postgres/open-register.ts';
import {
  connectRegister,
  migratePatiently,
  openRegisterDatabase,
} from '../../adapters/postgres/register-database.ts';
import { postgresSchemaDialect as dialect } from '../../adapters/postgres/schema-dialect.ts';
import {
  migrateRegister,
  registerMigrations,
  type RegisterMigration,
} from '../../adapters/sql/migrate-register.ts';
import type { RegisterDatabase } from '../../adapters/sql/register-database.ts';
import { systemClock } from '../../clock.ts';
import { CannotStart } from '../../errors.ts';
import { loadSecrets } from '../../secrets.ts';
import { freshKeep } from '../support/register-keep.ts';
import { databaseName, freshRegister, sharedPostgres } from '../support/shared-postgres.ts';
import { makeSqliteFolder } from '../support/sqlite-folder.ts';
import { forkOn } from '../support/sqlite-process.ts';
import { sampleAccount, sampleAuditRecord } from './samples.ts';

const PROCESSES = 4;
const known = registerMigrations(dialect);
const newestKnown = Object.keys(known).toSorted().at(-1) ?? '';

/** What a newer SenID might bring. */
const expanding: RegisterMigration = {
  async up(db: RegisterDatabase) {
    await db.schema.alterTable('accounts').addColumn('nickname', 'text').execute();
    await db.schema.createTable('newer_things').addColumn('id', 'text').execute();
  },
};
const contracting: RegisterMigration = {
  needs: '9001-expands',
  async up(db: RegisterDatabase) {
    await db.schema.alterTable('accounts').dropColumn('phone_index').execute();
  },
};

describe('The schema of a register on PostgreSQL', () => {
  let url: string;
  beforeEach(async () => {
    url = await freshRegister();
  });

  it('is made once by processes that start at the same time', async () => {
    const empty = await (await sharedPostgres()).createDatabase();
    const starting = Array.from({ length: PROCESSES }, () =>
      forkOn({ environment: { DATABASE_URL: empty } }, 'postgres-opener'),
    );
    const processes = await Promise.all(starting);
    const answers = processes.map(async (each) => (await once(each, 'message'))[0]);
    const exits = processes.map((each) => once(each, 'exit'));
    for (const each of processes) each.send('open');
    assert.deepEqual(await Promise.all(answers), Array(PROCESSES).fill('opened'));
    await Promise.all(exits);
    const [applied] = await ask('select count(*)::integer as n from kysely_migration', empty);
    assert.deepEqual(applied, { n: Object.keys(known).length });
  });

  it('is expanded by a newer SenID while an older one works on, and starts again', async () => {
    const keep = freshKeep();
    const account = sampleAccount();
    const older = await openPostgresRegister(url, keep);
    await older.accounts.insert(account);
    await older.accounts.findById(account.id);
    await migrateAsNewer({ '9001-expands': expanding });
    assert.deepEqual(await older.accounts.findById(account.id), account);
    await older.accounts.insert(sampleAccount());
    await older.audit.append(sampleAuditRecord());
    await older.close();
    const restarted = await openPostgresRegister(url, keep);
    assert.deepEqual(await restarted.accounts.findById(account.id), account);
    await restarted.close();
  });

  it('that was contracted is refused by an older SenID, in one line without the password', async () => {
    await migrateAsNewer({ '9001-expands': expanding, '9002-contracts': contracting });
    await assertCannotStart(url, /changed by a newer SenID.*: 9002-contracts/);
  });

  it('that was changed nobody knows how is refused', async () => {
    await ask(`insert into kysely_migration values ('9999-from-the-future', '')`, url);
    await assertCannotStart(url, /9999-from-the-future/);
  });

  it('is contracted by an operator only, and the newer SenID works on it before', async () => {
    const migrations = { ...known, '9001-expands': expanding, '9002-contracts': contracting };
    const { db, pool } = await openRegisterDatabase(url);
    const asNode = { migrations, dialect, contract: false };
    assert.deepEqual(await migrateRegister(db, asNode), ['9001-expands']);
    assert.deepEqual(await migrateRegister(db, asNode), []);
    const asOperator = { ...asNode, contract: true };
    assert.deepEqual(await migrateRegister(db, asOperator), ['9002-contracts']);
    assert.deepEqual(await migrateRegister(db, asNode), []);
    await pool.close();
  });

  it('is not expanded past what an operator has to do first', async () => {
    const migrations = {
      ...known,
      '9001-contracts': { ...contracting, needs: newestKnown },
      '9002-expands': expanding,
    };
    const { db, pool } = await openRegisterDatabase(url);
    await assert.rejects(
      migrateRegister(db, { migrations, dialect, contract: false }),
      /waits for 9001-contracts; .* run: senid register migrate/,
    );
    await pool.close();
  });

  it('is made whole where there was none, contracted or not', async () => {
    const empty = await (await sharedPostgres()).createDatabase();
    const migrations = { ...known, '9001-expands': expanding, '9002-contracts': contracting };
    const { db, pool } = connectRegister(empty);
    const applied = await migrateRegister(db, { migrations, dialect, contract: false });
    assert.deepEqual(applied, Object.keys(migrations));
    await pool.close();
  });

  it('is as it was when a migration fails', async () => {
    const failing: RegisterMigration = {
      async up(db: RegisterDatabase) {
        await expanding.up(db);
        throw new Error('half way');
      },
    };
    const { db, pool } = await openRegisterDatabase(url);
    const migrations = { ...known, '9001-fails': failing };
    await assert.rejects(migrateRegister(db, { migrations, dialect, contract: true }), /half way/);
    await pool.close();
    assert.deepEqual(await ask(`select to_regclass('newer_things') as found`, url), [
      { found: null },
    ]);
    await (await openPostgresRegister(url, freshKeep())).close();
  });

  it('waits for traffic instead of stopping it', async () => {
    const postgres = await sharedPostgres();
    const serving = await openPostgresRegister(url, freshKeep());
    const { db, pool } = connectRegister(url);
    // Whoever waits for a lock longer than two seconds is refused; a change waits in front of all who come later.
    const reading = postgres.query(
      `begin; select from accounts; select pg_sleep(4); commit`,
      databaseName(url),
    );
    const ended = new AbortController();
    const migrations = { ...known, '9001-expands': expanding };
    const migrating = migratePatiently(db, { migrations, contract: true }).finally(() =>
      ended.abort(),
    );
    while (!ended.signal.aborted) await serving.accounts.count();
    assert.deepEqual(await migrating, ['9001-expands']);
    await reading;
    await pool.close();
    await serving.close();
  });

  for (const [why, change] of [
    ['nobody listens', (good: URL) => Object.assign(good, { port: '1' })],
    ['the password is wrong', (good: URL) => Object.assign(good, { password: 'wrong-secret' })],
    ['there is no such database', (good: URL) => Object.assign(good, { pathname: '/nowhere' })],
  ] as const) {
    it(`cannot be opened where ${why}, which is told in one line without the password`, async () => {
      await assertCannotStart(change(new URL(url)).href, /cannot be opened: /);
    });
  }

  it('is told without a password that stands elsewhere in the address', async () => {
    const { host, password } = new URL(url);
    const hidden = `postgres://${host}/nowhere?user=senid&password=${password}`;
    await assertCannotStart(hidden, /store postgres:\/\/[^?]+ cannot be opened: /);
  });

  async function migrateAsNewer(newer: Record<string, RegisterMigration>): Promise<void> {
    const { db, pool } = connectRegister(url);
    try {
      await migratePatiently(db, { migrations: { ...known, ...newer }, contract: true });
    } finally {
      await pool.close();
    }
  }

  async function ask(sql: string, database: string) {
    return (await sharedPostgres()).query(sql, databaseName(database));
  }
});

/** As `npm start` would, with a Redis nobody gets to. */
async function assertCannotStart(url: string, pattern: RegExp): Promise<void> {
  const folder = makeSqliteFolder();
  const config = {
    dataFolder: undefined,
    register: { engine: 'postgres', url },
    protocol: { engine: 'redis', url: 'redis://127.0.0.1:1' },
  } as const;
  const secrets = loadSecrets(folder.config);
  const opening = openStores({ config, secrets, clock: systemClock, own: true });
  const secretsOfUrl = [new URL(url).password, new URL(url).searchParams.get('password')];
  await assert.rejects(opening, (error: unknown) => {
    assert.ok(error instanceof CannotStart, String(error));
    assert.match(error.message, pattern);
    assert.doesNotMatch(error.message, /\n/);
    for (const secret of secretsOfUrl) assert.ok(!secret || !error.message.includes(secret));
    return true;
  });
  folder.remove();
}
