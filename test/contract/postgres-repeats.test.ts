import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

import { sql } from 'kysely';

import { openPostgresRegister } from '../../adapters/postgres/open-register.ts';
import { connectRegister } from '../../adapters/postgres/register-database.ts';
import type { OpenRegister } from '../../adapters/stores.ts';
import { StoreUnavailable } from '../../errors.ts';
import { freshKeep } from '../support/register-keep.ts';
import { databaseName, freshRegister, sharedPostgres } from '../support/shared-postgres.ts';
import { startRelay, type TcpRelay } from '../support/tcp-relay.ts';
import { repeated } from './race.ts';
import { sampleAccount, sampleAuditRecord } from './samples.ts';

const account = sampleAccount();

describe('A statement to PostgreSQL', () => {
  let url: string;
  let relay: TcpRelay;
  let register: OpenRegister;
  beforeEach(async () => {
    url = await freshRegister();
    const { port } = await sharedPostgres();
    relay = await startRelay(port);
    register = await openPostgresRegister(url.replace(`:${port}/`, `:${relay.port}/`), freshKeep());
    await register.accounts.insert(account);
  });
  afterEach(async () => {
    await register.close();
    await relay.close();
  });

  const ask = async (statement: string) =>
    (await sharedPostgres()).query(statement, databaseName(url));

  it('that only reads is asked again when its connection is lost', async () => {
    // Every pooled connection is lost, as when a balancer forgets them all.
    await Promise.all(repeated(30, () => register.accounts.findById(account.id)));
    relay.hangUpOnAnswer();
    assert.deepEqual(await register.accounts.findById(account.id), account);
  });

  it('that writes is not: it may have been carried out, and is told to be unavailable', async () => {
    relay.hangUpOnAnswer();
    const record = sampleAuditRecord();
    await assert.rejects(register.audit.append(record), StoreUnavailable);
    assert.equal((await ask('select from audit_events')).length, 1);
    // Whoever repeats it as it was is told so.
    await assert.rejects(register.audit.append(record), { code: 'conflict' });
  });

  it('that was undone for the sake of another is made again', async () => {
    const strict = encodeURIComponent('-c default_transaction_isolation=serializable');
    const stores = await openPostgresRegister(`${url}?options=${strict}`, freshKeep());
    const other = ask('begin; update accounts set level = 1; select pg_sleep(0.6); commit');
    await delay(200);
    assert.equal(await stores.accounts.replacePasswordHash(account.id, 'hash', undefined), true);
    await other;
    await stores.close();
  });

  it('that was ended because of a deadlock is made again', async () => {
    await ask(`
      create table pairs (id integer primary key, n integer not null);
      insert into pairs values (1, 0), (2, 0);
      create function add_to(first integer, second integer) returns void language plpgsql as $$
      begin
        update pairs set n = n + 1 where id = first;
        perform pg_sleep(0.2);
        update pairs set n = n + 1 where id = second;
      end $$;
      grant all on pairs to senid`);
    const { db, pool } = connectRegister(url);
    await Promise.all([
      sql`select add_to(1, 2)::text`.execute(db),
      sql`select add_to(2, 1)::text`.execute(db),
    ]);
    await pool.close();
    assert.deepEqual(await ask('select n from pairs'), [{ n: 2 }, { n: 2 }]);
  });

  it('is prepared anew when its table has changed since', async () => {
    await Promise.all(repeated(30, () => register.accounts.findById(account.id)));
    await ask('alter table accounts add column added_by_a_newer_one text');
    const found = await Promise.all(repeated(30, () => register.accounts.findById(account.id)));
    for (const each of found) assert.deepEqual(each, account);
  });

  it('is prepared once for each connection, or never for a pooler that would forget', async () => {
    for (const [parameter, expected] of [
      ['', 1],
      ['?prepared_statements=off', 0],
    ] as const) {
      const { db, pool } = connectRegister(`${url}${parameter}`);
      // One after the other they take the same connection.
      for (const id of ['one', 'two', 'three']) {
        await db.selectFrom('clients').selectAll().where('client_id', '=', id).execute();
      }
      const { rows } = await sql<{ statement: string }>`
        select statement from pg_prepared_statements where statement like 'select * from "clients"%'
      `.execute(db);
      await pool.close();
      assert.equal(rows.length, expected);
    }
  });

  it('gives its connection back when it is refused', async () => {
    const again = await Promise.allSettled(repeated(50, () => register.accounts.insert(account)));
    assert.ok(again.every(({ status }) => status === 'rejected'));
    await Promise.all(repeated(50, () => register.ping()));
    assert.equal(register.waiting?.(), 0);
  });
});
