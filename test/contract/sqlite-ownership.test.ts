import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openStores } from '../../adapters/open-stores.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { CannotStart } from '../../errors.ts';
import { loadSecrets } from '../../secrets.ts';
import { makeSqliteFolder, type SqliteFolder } from '../support/sqlite-folder.ts';
import { forkOn } from '../support/sqlite-process.ts';
import { sampleAuditRecord } from './samples.ts';

describe('A SQLite data folder', () => {
  let folder: SqliteFolder;
  beforeEach(() => {
    folder = makeSqliteFolder();
  });
  afterEach(() => folder.remove());

  it('is readable for nobody but its owner', async () => {
    const stores = await folder.open();
    const { dataFolder } = folder;
    assert.equal(statSync(dataFolder).mode & 0o777, 0o700);
    for (const file of readdirSync(dataFolder)) {
      assert.equal(statSync(join(dataFolder, file)).mode & 0o077, 0, file);
    }
    await stores.close();
  });

  it('has one server: a second one in the same process is refused', async () => {
    const stores = await folder.open();
    await assert.rejects(folder.open(), refusal(folder, process.pid));
    await stores.audit.append(sampleAuditRecord());
    await stores.close();
    await (await folder.open()).close();
  });

  it('has one server: a second process is refused with one clear line', async () => {
    const owner = await forkOn(folder, 'sqlite-owner');
    await assert.rejects(folder.open(), refusal(folder, owner.pid));
    owner.disconnect();
    await once(owner, 'exit');
    await (await folder.open()).close();
  });

  it('is free again the moment its server is killed', async () => {
    const owner = await forkOn(folder, 'sqlite-owner');
    await assert.rejects(folder.open(), CannotStart);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    await (await folder.open()).close();
  });

  it('stays owned while the command line works on it and leaves', async () => {
    const stores = await folder.open();
    const commandLine = await folder.open({ own: false });
    await commandLine.audit.append(sampleAuditRecord());
    await commandLine.close();
    await assert.rejects(folder.open(), CannotStart);
    assert.equal((await stores.audit.list({ limit: 9 })).length, 1);
    await stores.close();
  });

  it('serves the command line and the server at the same time', async () => {
    const server = await folder.open();
    const commandLine = await folder.open({ own: false });
    const records = Array.from({ length: 200 }, () => sampleAuditRecord());
    const appended = records.map((record, index) =>
      (index % 2 === 0 ? server : commandLine).audit.append(record),
    );
    await Promise.all(appended);
    assert.equal((await server.audit.list({ limit: 999 })).length, 200);
    await commandLine.close();
    await server.close();
  });

  it('cannot be made where nobody may write, and says so in one line', async () => {
    await assert.rejects(openAt('/proc/self'), unwritable('/proc/self/'));
    const file = join(folder.dataFolder, 'file');
    mkdirSync(folder.dataFolder);
    writeFileSync(file, '');
    await assert.rejects(openAt(file), unwritable(`${file}/`));
    await assert.rejects(openAt(`${file}/below`), unwritable(`${file}/below/`));
  });

  it('is refused when a file in it is something else, and is free again afterwards', async () => {
    mkdirSync(folder.dataFolder);
    writeFileSync(
      folder.protocolFile,
      'not a database, and longer than its header would be'.repeat(9),
    );
    await assert.rejects(folder.open(), oneLine(/protocol\.db cannot be opened/));
    writeFileSync(folder.protocolFile, '');
    await (await folder.open()).close();
  });

  function openAt(path: string) {
    const config = readConfig({
      ...folder.environment,
      DATABASE_URL: `sqlite:${path}/register.db`,
    });
    return openStores({ config, secrets: loadSecrets(config), clock: systemClock, own: true });
  }
});

function refusal({ config }: SqliteFolder, pid: number | undefined) {
  return oneLine(
    new RegExp(`^data folder ${config.dataFolder} is served by process ${pid} already`),
  );
}

function unwritable(path: string) {
  return oneLine(new RegExp(`^data folder ${path} cannot be written: `));
}

function oneLine(pattern: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof CannotStart, String(error));
    assert.match(error.message, pattern);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  };
}
