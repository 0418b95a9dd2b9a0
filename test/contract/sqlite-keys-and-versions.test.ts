import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';

import { openStores } from '../../adapters/open-stores.ts';
import type { Stores } from '../../adapters/stores.ts';
import { systemClock } from '../../clock.ts';
import { CannotStart, SealBroken, StoreUnavailable } from '../../errors.ts';
import { loadSecrets, type Secrets } from '../../secrets.ts';
import { makeSqliteFolder, type SqliteFolder } from '../support/sqlite-folder.ts';
import { forkOn } from '../support/sqlite-process.ts';
import { sampleAccount, sampleAuditRecord } from './samples.ts';

describe('A SQLite data folder over the years', () => {
  let folder: SqliteFolder;
  let secrets: Secrets;
  beforeEach(() => {
    folder = makeSqliteFolder();
    secrets = loadSecrets(folder.config);
  });
  afterEach(() => folder.remove());

  it('opens what an older key sealed, and seals with the newest', async () => {
    const old = sampleAccount();
    await using(secrets, async ({ accounts, artefacts }) => {
      await accounts.insert(old);
      await artefacts.upsert('Session', 's', { uid: 'u' }, 60);
    });
    const newKey = { id: 'k2', key: randomBytes(32) };
    const rotated = { ...secrets, sealingKeys: [newKey, ...secrets.sealingKeys] };
    const fresh = sampleAccount();
    await using(rotated, async ({ accounts, artefacts }) => {
      assert.deepEqual(await accounts.findByIdentifier(old.identifier), old);
      assert.deepEqual(await artefacts.findByUid('Session', 'u'), { uid: 'u' });
      await accounts.insert(fresh);
    });
    await using({ ...secrets, sealingKeys: [newKey] }, async ({ accounts, artefacts }) => {
      assert.deepEqual(await accounts.findById(fresh.id), fresh);
      await assert.rejects(accounts.findById(old.id), SealBroken);
      await assert.rejects(artefacts.findByUid('Session', 'u'), SealBroken);
    });
  });

  it('keeps everything when it is closed and opened again', async () => {
    const [account, record] = [sampleAccount(), sampleAuditRecord()];
    await using(secrets, async ({ accounts, audit }) => {
      await accounts.insert(account);
      await audit.append(record);
    });
    await using(secrets, async ({ accounts, audit }) => {
      assert.deepEqual(await accounts.findById(account.id), account);
      assert.deepEqual(await audit.list({ limit: 9 }), [record]);
    });
  });

  it('is made once by processes that open it at the same time', async () => {
    const opening = [forkOn(folder, 'sqlite-worker'), forkOn(folder, 'sqlite-worker')] as const;
    const [first, second] = await Promise.all(opening);
    const here = await Promise.all([folder.open(), folder.open({ own: false })]);
    await Promise.all(here.map(({ accounts }) => accounts.insert(sampleAccount())));
    assert.equal(await here[0].accounts.count(), 2);
    for (const stores of here) await stores.close();
    for (const process of [first, second]) {
      process.disconnect();
      await once(process, 'exit');
    }
  });

  it('refuses a register of a newer SenID', async () => {
    await using(secrets, async () => {});
    const { registerFile } = folder;
    change(registerFile, `insert into kysely_migration values ('9999-from-the-future', '')`);
    await assert.rejects(folder.open(), (error: unknown) => {
      assert.ok(error instanceof CannotStart);
      assert.match(error.message, /register\.db cannot be opened: .*9999-from-the-future/);
      return true;
    });
  });

  it('refuses a protocol store of another version, and says what may be done', async () => {
    await using(secrets, async () => {});
    change(folder.protocolFile, 'pragma user_version = 7');
    await assert.rejects(folder.open(), (error: unknown) => {
      assert.ok(error instanceof CannotStart);
      assert.match(
        error.message,
        /protocol\.db has schema 7, this SenID needs 1; when it is removed/,
      );
      return true;
    });
  });

  it('finishes what was asked for before it closes, and says afterwards that it is closed', async () => {
    const stores = await folder.open();
    const records = Array.from({ length: 20 }, () => sampleAuditRecord());
    const appended = Promise.all(records.map((record) => stores.audit.append(record)));
    await Promise.all([stores.close(), stores.close()]);
    await appended;
    await assert.rejects(stores.ping(), StoreUnavailable);
    await assert.rejects(stores.audit.append(sampleAuditRecord()), StoreUnavailable);
    await assert.rejects(stores.accounts.count(), StoreUnavailable);
    await assert.rejects(stores.artefacts.find('Session', 's'), StoreUnavailable);
    await assert.rejects(stores.artefacts.upsert('Session', 's', {}, 60), StoreUnavailable);
    await using(secrets, async ({ audit }) => {
      assert.equal((await audit.list({ limit: 99 })).length, 20);
    });
  });

  async function using(withSecrets: Secrets, use: (stores: Stores) => Promise<void>) {
    const { config } = folder;
    const stores = await openStores({
      config,
      secrets: withSecrets,
      clock: systemClock,
      own: true,
    });
    try {
      await use(stores);
    } finally {
      await stores.close();
    }
  }
});

function change(file: string, statement: string): void {
  const database = new DatabaseSync(file);
  database.exec(statement);
  database.close();
}
