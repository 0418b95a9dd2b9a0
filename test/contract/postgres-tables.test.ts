import assert from 'node:assert/strict';

import { makeMonths, makeMonthsAhead } from '../../adapters/postgres/monthly-parts.ts';
import { monthOf } from '../../adapters/postgres/months.ts';
import { openPostgresRegister } from '../../adapters/postgres/open-register.ts';
import {
  openRegisterDatabase,
  type ConnectedRegister,
} from '../../adapters/postgres/register-database.ts';
import type { OpenRegister } from '../../adapters/stores.ts';
import { freshKeep } from '../support/register-keep.ts';
import { databaseName, freshRegister, sharedPostgres } from '../support/shared-postgres.ts';
import {
  sampleAccount,
  sampleAuditRecord,
  sampleAuthentication,
  sampleConsent,
} from './samples.ts';

describe('A register on PostgreSQL', () => {
  let url: string;
  let register: OpenRegister;
  beforeEach(async () => {
    url = await freshRegister();
    register = await openPostgresRegister(url, freshKeep());
  });
  afterEach(() => register.close());

  const ask = async (sql: string) => (await sharedPostgres()).query(sql, databaseName(url));

  describe('lets not even its superuser', () => {
    beforeEach(async () => {
      const account = sampleAccount();
      await register.accounts.insert(account);
      await register.consents.append(sampleConsent(account.id));
      await register.authentications.append(sampleAuthentication(account.id));
      await register.audit.append(sampleAuditRecord({ at: Date.now() }));
      await register.audit.append(sampleAuditRecord({ at: 1 }));
    });

    for (const table of ['consents', 'authentications', 'audit_events', 'audit_events_default']) {
      it(`change, delete or truncate what is in ${table}`, async () => {
        const before = await ask(`select * from ${table}`);
        assert.ok(before.length > 0);
        for (const statement of [
          `update ${table} set account_id = account_id`,
          `delete from ${table}`,
          `truncate ${table}`,
          `truncate ${table} cascade`,
        ]) {
          await assert.rejects(ask(statement), /append-only/, statement);
        }
        assert.deepEqual(await ask(`select * from ${table}`), before);
      });
    }

    it('do so in the part of a single month, one that was made later too', async () => {
      const later = monthOf(Date.now(), 9);
      await register.close();
      await withDatabase(({ db }) => makeMonths(db, 'audit_events', [later]));
      register = await openPostgresRegister(url, freshKeep());
      await register.audit.append(sampleAuditRecord({ at: later.from }));
      for (const { name } of [monthOf(Date.now()), later]) {
        const part = `audit_events_${name}`;
        assert.equal((await ask(`select * from ${part}`)).length, 1);
        await assert.rejects(ask(`update ${part} set type = 'forged'`), /append-only/);
        await assert.rejects(ask(`delete from ${part}`), /append-only/);
        await assert.rejects(ask(`truncate ${part}`), /append-only/);
      }
    });
  });

  describe('keeps audit events by the month (UTC), and', () => {
    it('has a part for this month and the next three when it opens', async () => {
      const names = [0, 1, 2, 3].map((ahead) => `audit_events_${monthOf(Date.now(), ahead).name}`);
      assert.deepEqual(await parts(), [...names, 'audit_events_default'].toSorted());
    });

    it('puts each event into its month, to the millisecond', async () => {
      const [now, next] = [monthOf(Date.now()), monthOf(Date.now(), 1)];
      for (const at of [now.from, now.to - 1, next.from, next.to - 1]) {
        await register.audit.append(sampleAuditRecord({ at }));
      }
      const stored = await ask(
        'select tableoid::regclass::text as part, at from audit_events order by at',
      );
      assert.deepEqual(
        stored.map(({ part }) => part),
        [now, now, next, next].map(({ name }) => `audit_events_${name}`),
      );
      assert.equal((await register.audit.list({ limit: 9 })).length, 4);
    });

    it('refuses nothing because a month has no part', async () => {
      const records = [0, Date.UTC(2099, 0)].map((at) => sampleAuditRecord({ at }));
      for (const record of records) await register.audit.append(record);
      assert.deepEqual(await register.audit.list({ limit: 9 }), records.toReversed());
      assert.equal((await ask('select from audit_events_default')).length, 2);
    });

    it('makes the parts of later months as time goes by, whoever else does so too', async () => {
      const inAYear = monthOf(Date.now(), 12).from;
      const nodes = await Promise.all([1, 2, 3, 4].map(() => openRegisterDatabase(url)));
      await Promise.all(nodes.map(({ db }) => makeMonthsAhead(db, inAYear)));
      await Promise.all(nodes.map(({ pool }) => pool.close()));
      const made = await parts();
      for (const ahead of [12, 13, 14, 15]) {
        assert.ok(made.includes(`audit_events_${monthOf(Date.now(), ahead).name}`), `${ahead}`);
      }
    });

    it('goes on without a part for a month whose events lie elsewhere already', async () => {
      const [stray, other] = [monthOf(Date.now(), 20), monthOf(Date.now(), 21)];
      const record = sampleAuditRecord({ at: stray.from + 5 });
      await register.audit.append(record);
      await withDatabase(({ db }) => makeMonths(db, 'audit_events', [stray, other]));
      const made = await parts();
      assert.ok(!made.includes(`audit_events_${stray.name}`));
      assert.ok(made.includes(`audit_events_${other.name}`));
      await register.audit.append(sampleAuditRecord({ at: stray.from + 6 }));
      assert.equal((await register.audit.list({ limit: 9 })).length, 2);
    });
  });

  it('compares text byte by byte, whatever the language of the database', async () => {
    const collations = await ask(`
      select distinct collation_name as name from information_schema.columns
      where table_schema = 'public' and data_type = 'text'`);
    assert.deepEqual(collations, [{ name: 'C' }]);
  });

  it('gives integers back as numbers', async () => {
    const account = sampleAccount({ createdAt: Number.MAX_SAFE_INTEGER });
    await register.accounts.insert(account);
    assert.equal((await register.accounts.findById(account.id))?.createdAt, account.createdAt);
    assert.equal(await register.accounts.count(), 1);
  });

  it('knows nobody by a text it could not hold, and takes none', async () => {
    assert.equal(await register.clients.find('zero\0character'), undefined);
    const record = sampleAuditRecord({ clientId: 'zero\0character' });
    await assert.rejects(register.audit.append(record), { code: 'bad_input', status: 400 });
    assert.deepEqual(await register.audit.list({ limit: 9 }), []);
  });

  async function parts(): Promise<readonly unknown[]> {
    const rows = await ask(`
      select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
      where inhparent = 'audit_events'::regclass order by relname`);
    return rows.map(({ name }) => name);
  }

  async function withDatabase(use: (database: ConnectedRegister) => Promise<void>): Promise<void> {
    const database = await openRegisterDatabase(url);
    try {
      await use(database);
    } finally {
      await database.pool.close();
    }
  }
});
