import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

import { sql } from 'kysely';

import { openPostgresRegister } from '../../adapters/postgres/open-register.ts';
import { connectRegister } from '../../adapters/postgres/register-database.ts';
import type { OpenRegister } from '../../adapters/stores.ts';
import { StoreUnavailable } from '../../errors.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { freshKeep } from '../support/register-keep.ts';
import { sampleAccount, sampleAuditRecord } from './samples.ts';

/** Far above what is promised, far below what a connection waits for by itself. */
const PROMPT_MS = 5_000;
const keep = freshKeep();
const account = sampleAccount();

describe('A register on PostgreSQL, when the server', () => {
  let postgres: PostgresServer;
  let register: OpenRegister;
  before(async () => {
    postgres = await startPostgres();
    register = await openPostgresRegister(postgres.url, keep);
    await register.accounts.insert(account);
  });
  after(async () => {
    await register.close();
    await postgres.stop();
  });

  for (const mode of ['fast', 'immediate'] as const) {
    it(`is restarted (${mode}) under load, fails by one name only and recovers by itself`, async () => {
      const ending = new AbortController();
      const outcomes: unknown[] = [];
      const work = async (act: () => Promise<unknown>) => {
        while (!ending.signal.aborted) outcomes.push(await act().catch((error: unknown) => error));
      };
      const working = [
        ...Array.from({ length: 6 }, () => work(() => register.accounts.findById(account.id))),
        ...Array.from({ length: 6 }, () => work(() => register.audit.append(sampleAuditRecord()))),
      ];
      await delay(200);
      await postgres.restart(mode);
      await delay(200);
      ending.abort();
      await Promise.all(working);
      const errors = outcomes.filter((outcome) => outcome instanceof Error);
      assert.deepEqual(
        errors.filter((error) => !(error instanceof StoreUnavailable)),
        [],
      );
      assert.ok(outcomes.length > errors.length);
      await works();
    });

    it(`was restarted (${mode}) while nobody asked, goes on as if nothing had happened`, async () => {
      await works();
      await postgres.restart(mode);
      await works();
    });
  }

  it('is killed, says so at once, and goes on when it is back', async () => {
    await postgres.kill();
    await isPromptlyUnavailable();
    await postgres.start();
    await works();
  });

  it('stands still, says so at once, and goes on when it is back', async () => {
    // Some connections are open, and more are wanted than there are.
    await Promise.all(Array.from({ length: 5 }, () => register.accounts.findById(account.id)));
    postgres.pause();
    try {
      await Promise.all([
        isPromptlyUnavailable(),
        ...Array.from({ length: 20 }, () =>
          assert.rejects(register.accounts.findById(account.id), StoreUnavailable),
        ),
      ]);
    } finally {
      postgres.resume();
    }
    await works();
  });

  it('is slow but alive, waits for it', async () => {
    const { db, pool } = connectRegister(postgres.url);
    const { rows } = await sql<{ slept: string }>`select pg_sleep(1.5)::text as slept`.execute(db);
    assert.equal(rows.length, 1);
    await pool.close();
  });

  it('may only be read, as after a failover, finds the way back to one that may be written', async () => {
    await changeDatabase('set default_transaction_read_only = on');
    await assert.rejects(register.ping(), StoreUnavailable);
    await assert.rejects(register.audit.append(sampleAuditRecord()), StoreUnavailable);
    assert.equal((await register.accounts.findById(account.id))?.id, account.id);
    // The connections stay what they are; whoever is refused leaves them.
    await postgres.query('alter database senid reset default_transaction_read_only', 'postgres');
    await eventuallyWorks();
  });

  it('takes no more connections, says so at once', async () => {
    await changeDatabase('connection limit 0');
    await isPromptlyUnavailable();
    await postgres.query('alter database senid connection limit -1', 'postgres');
    await works();
  });

  it('lets a statement wait for somebody else for longer than it may, gives up', async () => {
    for (const limit of ['lock_timeout=200', 'statement_timeout=200']) {
      const impatient = await openPostgresRegister(`${postgres.url}?${limit}`, keep);
      const locking = postgres.query(
        `begin; lock table accounts in exclusive mode; select pg_sleep(1.5); commit`,
      );
      await delay(300);
      const { id } = account;
      await assert.rejects(
        impatient.accounts.replacePasswordHash(id, 'hash', undefined),
        StoreUnavailable,
      );
      await locking;
      await impatient.accounts.replacePasswordHash(id, 'hash', undefined);
      assert.equal(await impatient.accounts.passwordHash(id), 'hash');
      await impatient.accounts.replacePasswordHash(id, 'other', 'hash');
      await postgres.query('update accounts set sealed_password = null');
      await impatient.close();
    }
  });

  it('is asked, is told who asks and how long it may take', async () => {
    const { db, pool } = connectRegister(postgres.url);
    const { rows } = await sql<Record<string, string>>`
      select current_setting('application_name') as name,
        current_setting('statement_timeout') as statement,
        current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle
    `.execute(db);
    await pool.close();
    assert.deepEqual(rows, [{ name: 'senid', statement: '5s', lock: '2s', idle: '10s' }]);
  });

  it('answers, finishes what was asked for before it is closed', async () => {
    const closing = await openPostgresRegister(postgres.url, keep);
    const records = Array.from({ length: 50 }, () => sampleAuditRecord({ type: 'before.close' }));
    const appended = Promise.all(records.map((record) => closing.audit.append(record)));
    await Promise.all([closing.close(), closing.close()]);
    await appended;
    await assert.rejects(closing.ping(), StoreUnavailable);
    await assert.rejects(closing.accounts.count(), StoreUnavailable);
    const kept = await register.audit.list({ type: 'before.close', limit: 99 });
    assert.equal(kept.length, 50);
  });

  async function works(): Promise<void> {
    assert.deepEqual(await register.accounts.findById(account.id), account);
    await register.audit.append(sampleAuditRecord());
    await register.ping();
  }

  async function eventuallyWorks(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await works();
        return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || attempt === 20) throw error;
      }
    }
  }

  async function isPromptlyUnavailable(): Promise<void> {
    const since = performance.now();
    await assert.rejects(register.audit.append(sampleAuditRecord()), StoreUnavailable);
    await assert.rejects(register.accounts.findById(account.id), StoreUnavailable);
    await assert.rejects(register.ping(), StoreUnavailable);
    const took = performance.now() - since;
    assert.ok(took < PROMPT_MS, `three answers took ${took} ms`);
  }

  /** For new connections, with no others left. */
  async function changeDatabase(change: string): Promise<void> {
    await postgres.query(`alter database senid ${change}`, 'postgres');
    await postgres.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'senid'`,
    );
    await delay(100);
  }
});
