import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { openPostgresRegister } from '../../adapters/postgres/open-register.ts';
import { systemClock } from '../../clock.ts';
import { newId } from '../../ids.ts';
import { loadSecrets } from '../../secrets.ts';
import { populateRegister } from '../support/populate-register.ts';
import { keepOf } from '../support/register-keep.ts';
import { postgresRows, sqliteRows } from '../support/register-rows.ts';
import { runSenid } from '../support/run-senid.ts';
import { databaseName, sharedPostgres } from '../support/shared-postgres.ts';
import { makeSqliteFolder, type SqliteFolder } from '../support/sqlite-folder.ts';
import { sampleAccount, sampleAuditRecord, sampleClient } from './samples.ts';

const PROGRAM = fileURLToPath(new URL('../../ops/senid.js', import.meta.url));
/** The acceptance of this command is 100 000: set it so to see that. */
const PEOPLE = Number(process.env['COPIED_PEOPLE'] ?? 2_000);

describe('senid register copy', () => {
  let folder: SqliteFolder;
  let url: string;
  beforeEach(async () => {
    folder = makeSqliteFolder();
    url = await (await sharedPostgres()).createDatabase();
  });
  afterEach(() => folder.remove());

  const at = () => ({ folder: join(folder.dataFolder, '..'), dataFolder: folder.dataFolder });
  const copy = (to = url) => runSenid(at(), ['register', 'copy', '--to', to]);
  const ask = async (sql: string) => (await sharedPostgres()).query(sql, databaseName(url));

  it('moves a whole register, though it is killed twice and the source goes on in between', async function () {
    this.timeout(Math.max(180_000, PEOPLE * 20));
    await serveAnd(async (stores) => {
      await populateRegister(stores, PEOPLE);
      await stores.clients.save(sampleClient({ clientId: 'leaves' }));
      await stores.signingKeys.insertFirst(signingKey('first'));
    });
    await killWhen(
      `select from accounts offset ${Math.floor(Math.random() * PEOPLE * 0.9)} limit 1`,
    );
    await isNotServed();
    await serveAnd(async (stores) => {
      const [record] = await stores.audit.list({ limit: 1 });
      assert.ok(record?.accountId);
      const { accountId } = record;
      const hash = await stores.accounts.passwordHash(accountId);
      await stores.accounts.replacePasswordHash(accountId, 'changed meanwhile', hash);
      await stores.accounts.insert(sampleAccount({ guardianId: accountId }));
      await stores.clients.remove('leaves');
      await stores.clients.save(sampleClient({ clientId: 'joins' }));
      await stores.audit.append(sampleAuditRecord());
    });
    await killWhen('select from audit_events limit 1');
    await isNotServed();

    const since = performance.now();
    const { code, output, error } = await copy();
    assert.deepEqual({ code, error }, { code: 0, error: '' });
    assert.match(output, /^audit_events +\d+ {2}equal$/m);
    assert.match(output, /^copied, and equal: .*register\.db → postgres:\/\/127[^@]+$/m);
    assert.match(output, /REDIS_URL/);
    const seconds = ((performance.now() - since) / 1_000).toFixed(1);
    if (PEOPLE >= 100_000) process.stdout.write(`      the last of three runs: ${seconds} s\n`);
    const rows = sqliteRows(folder.registerFile);
    for (const [table, { length }] of Object.entries(rows)) assert.ok(length > 0, table);
    assert.deepEqual(await postgresRows(url), rows);
    await goesOn();
  });

  it('has nothing left to do when it has been done, and comes back the same way', async () => {
    await serveAnd((stores) => populateRegister(stores, 60));
    assert.equal((await copy()).code, 0);
    assert.equal((await copy()).code, 0);
    const before = sqliteRows(folder.registerFile);
    assert.deepEqual(await postgresRows(url), before);
    const back = `${folder.dataFolder}back/register.db`;
    const env = { DATABASE_URL: url, REDIS_URL: 'redis://127.0.0.1:1' };
    const words = ['register', 'copy', '--to', '-'];
    const result = await runSenid({ ...at(), env }, words, `sqlite:${back}\n`);
    assert.deepEqual(result.error, '');
    assert.deepEqual(sqliteRows(back), before);
  });

  it('refuses a target that holds something else, and leaves it as it was', async () => {
    await serveAnd((stores) => populateRegister(stores, 30));
    const register = await openPostgresRegister(url, keepOf(loadSecrets(folder.config)));
    await register.clients.save(sampleClient({ clientId: 'somebody else' }));
    await register.close();
    const before = await postgresRows(url);
    await refuses(/^senid: the target holds rows in clients that the source does not have\n$/);
    assert.deepEqual(await postgresRows(url), before);
    await ask('delete from clients');
    assert.equal((await copy()).code, 0);
  });

  it('refuses a finished copy that was used since', async () => {
    await serveAnd((stores) => populateRegister(stores, 30));
    assert.equal((await copy()).code, 0);
    const register = await openPostgresRegister(url, keepOf(loadSecrets(folder.config)));
    await register.audit.append(sampleAuditRecord());
    await register.close();
    const before = await postgresRows(url);
    await refuses(/^senid: the target holds rows in audit_events /);
    assert.deepEqual(await postgresRows(url), before);
  });

  it('refuses while a server has either of them, and keeps servers away', async () => {
    await serveAnd((stores) => populateRegister(stores, 30));
    const stores = await folder.open();
    await refuses(
      /^senid: data folder .* is served by process \d+ already; stop that one first\n$/,
    );
    await stores.close();
    const node = await openPostgresRegister(url, keepOf(loadSecrets(folder.config)));
    await refuses(/^senid: SenID serves it through \d+ connections; stop every node first\n$/);
    await node.close();
    const copying = startCopy();
    await until('select from accounts limit 1');
    await assert.rejects(folder.open(), { code: 'cannot_start' });
    await isNotServed();
    await copying.ended();
  });

  it('refuses secrets that do not open the source, and an address that is none', async () => {
    await serveAnd((stores) => populateRegister(stores, 1));
    const other = makeSqliteFolder();
    loadSecrets(other.config);
    const foreign = { SENID_SECRETS_FILE: other.config.secretsFile };
    const words = ['register', 'copy', '--to', url];
    const { code, error } = await runSenid({ ...at(), env: foreign }, words);
    other.remove();
    assert.equal(code, 1);
    assert.match(error, /^senid: secrets: they do not open the register [^\n]+register\.db\n$/);
    assert.match((await copy('mysql://nowhere')).error, /^senid: --to must look like /);
    assert.match((await copy(`sqlite:${folder.registerFile}`)).error, /^senid: that is the same /);
    assert.match((await copy('postgres://a:secret@127.0.0.1:1/b')).error, /^senid: store [^@]+\n$/);
  });

  async function serveAnd(
    work: (stores: Awaited<ReturnType<SqliteFolder['open']>>) => Promise<void>,
  ) {
    const stores = await folder.open();
    await work(stores);
    await stores.close();
  }

  async function refuses(pattern: RegExp): Promise<void> {
    const { code, output, error } = await copy();
    assert.equal(code, 1);
    assert.doesNotMatch(output, /equal/);
    assert.match(error, pattern);
  }

  function startCopy() {
    const child = spawn(process.execPath, [PROGRAM, 'register', 'copy', '--to', url], {
      env: folder.environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const exit = once(child, 'exit');
    return {
      kill: () => child.kill('SIGKILL'),
      async ended() {
        const [code, signal]: (number | string | null)[] = await exit;
        return code ?? signal;
      },
    };
  }

  async function killWhen(sql: string): Promise<void> {
    const copying = startCopy();
    await until(sql);
    await delay(Math.random() * 50);
    copying.kill();
    assert.equal(await copying.ended(), 'SIGKILL');
  }

  /** There is a row. */
  async function until(sql: string): Promise<void> {
    for (let waited = 0; waited < 60_000; waited += 5) {
      const rows = await ask(sql).catch(() => []);
      if (rows.length > 0) return;
      await delay(5);
    }
    throw new Error(`there was never a row: ${sql}`);
  }

  async function isNotServed(): Promise<void> {
    const opening = openPostgresRegister(url, keepOf(loadSecrets(folder.config)));
    await assert.rejects(opening, /a copy that was not finished; run senid register copy again/);
  }

  /** Whatever is appended from now on is newer than what was copied. */
  async function goesOn(): Promise<void> {
    const register = await openPostgresRegister(url, keepOf(loadSecrets(folder.config)));
    const record = sampleAuditRecord({ at: systemClock() });
    await register.audit.append(record);
    const listed = await register.audit.list({ limit: 2 });
    assert.deepEqual(listed[0], record);
    const { accountId } = listed[1] ?? {};
    assert.notEqual(accountId, undefined);
    const [part] = await ask(`select count(distinct tableoid)::integer as parts from audit_events`);
    assert.ok(Number(part?.['parts']) > 20);
    assert.deepEqual(await ask('select from audit_events_default where at > 1700000000000'), []);
    await register.close();
  }

  function signingKey(kid: string) {
    const jwk = { kty: 'EC', kid, d: newId('req') };
    return { kid, alg: 'ES256', jwk, createdAt: 1, activeFrom: 1 } as const;
  }
});
