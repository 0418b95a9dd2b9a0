import assert from 'node:assert/strict';
import { join } from 'node:path';

import { monthOf } from '../../../adapters/postgres/months.ts';
import { loadSecrets } from '../../../secrets.ts';
import { runSenid } from '../../support/run-senid.ts';
import { databaseName, sharedPostgres } from '../../support/shared-postgres.ts';
import { makeSqliteFolder, type SqliteFolder } from '../../support/sqlite-folder.ts';

describe('The command line, about the form of a register,', () => {
  let folder: SqliteFolder;
  let url: string;
  beforeEach(async () => {
    folder = makeSqliteFolder();
    loadSecrets(folder.config);
    url = await (await sharedPostgres()).createDatabase();
  });
  afterEach(() => folder.remove());

  it('makes one on PostgreSQL, and tells before and afterwards what there is to do', async () => {
    assert.match(await status(), /^applied +none\npending +0001-register, /m);
    assert.match((await run('migrate')).output, /^0001-register\n/);
    assert.match(await status(), /^applied +0001-register, .*\npending +none$/m);
    assert.equal((await run('migrate')).output, 'nothing to do\n');
    const thisMonth = `audit_events_${monthOf(Date.now()).name}`;
    const [found] = await ask(`select to_regclass('${thisMonth}')::text as part`);
    assert.deepEqual(found, { part: thisMonth });
  });

  it('tells of a newer SenID, and leaves alone what that one has made', async () => {
    await run('migrate');
    await ask(`
      insert into kysely_migration values ('9001-harmless', ''), ('9002-unknown', '');
      insert into migration_needs values ('9001-harmless', null)`);
    assert.match(await status(), /^newer +9001-harmless\nforeign +9002-unknown$/m);
    const { code, error } = await run('migrate');
    assert.equal(code, 1);
    assert.match(error, /^senid: store postgres:\/\/127[^@\n]+ 9002-unknown\n$/);
  });

  it('tells of a copy that was not finished', async () => {
    await run('migrate');
    assert.match(await status(), /^whole +yes$/m);
    await ask('create table unfinished_copy (started_at bigint)');
    assert.match(await status(), /^whole +no: a copy was not finished$/m);
  });

  it('tells of an embedded one too, beside its server', async () => {
    const stores = await folder.open();
    const at = { folder: join(folder.dataFolder, '..'), dataFolder: folder.dataFolder };
    const { output } = await runSenid(at, ['register', 'status']);
    await stores.close();
    assert.match(output, /^register +.*register\.db\napplied +0001-register, .*\npending +none$/m);
  });

  function run(word: string) {
    const env = { DATABASE_URL: url, REDIS_URL: 'redis://127.0.0.1:1' };
    const at = { folder: join(folder.dataFolder, '..'), dataFolder: folder.dataFolder, env };
    return runSenid(at, ['register', word]);
  }

  async function status(): Promise<string> {
    const { code, output, error } = await run('status');
    assert.deepEqual({ code, error }, { code: 0, error: '' });
    return output;
  }

  async function ask(sql: string) {
    return (await sharedPostgres()).query(sql, databaseName(url));
  }
});
