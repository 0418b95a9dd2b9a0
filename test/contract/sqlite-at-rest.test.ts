import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { Stores } from '../../adapters/stores.ts';
import { SealBroken } from '../../errors.ts';
import { makeSqliteFolder, type SqliteFolder } from '../support/sqlite-folder.ts';
import { LIFE_SECRETS, sampleSecrets } from './life-samples.ts';
import { sampleAccount, sampleClient, samplePasskey } from './samples.ts';

const account = sampleAccount({ identifier: 'F09955544433', name: 'TRẦN VĂN KHÔNG AI' });
const passkey = samplePasskey(account.id, { name: 'Máy của Không Ai' });
const client = sampleClient({ clientId: 'client-in-clear' });
const key = {
  kid: 'kid-1',
  alg: 'ES256',
  jwk: { kty: 'EC', d: 'private-part' },
  createdAt: 1,
  activeFrom: 1,
};

const SECRETS = [
  ...LIFE_SECRETS,
  account.identifier,
  account.name,
  account.birthdate,
  account.phone,
  account.email,
  account.address?.streetAddress,
  account.document?.number,
  account.residencePermit?.number,
  passkey.name,
  'argon2id-hash',
  'hush-hush-hush',
  'private-part',
  'token-id-in-clear',
  'session-uid-in-clear',
  'USER-CODE-IN-CLEAR',
  'grant-id-in-clear',
  'revoked-grant-in-clear',
  'payload-in-clear',
  'jti-in-clear',
  'challenge-key-in-clear',
  'challenge-value-in-clear',
  'throttle-key-in-clear',
].filter((secret) => secret !== undefined);

describe('A copy of a SQLite data folder', () => {
  let folder: SqliteFolder;
  beforeEach(() => {
    folder = makeSqliteFolder();
  });
  afterEach(() => folder.remove());

  it('shows nobody and nothing that can be presented, while it is served and afterwards', async () => {
    const stores = await folder.open();
    await fill(stores);
    const served = copyOf(folder);
    await stores.close();
    const closed = copyOf(folder);
    assert.ok([...served.keys()].includes('register.db-wal'));
    for (const files of [served, closed]) {
      // The control: what is in clear is found by the same search.
      assert.ok([...files.values()].some((bytes) => bytes.includes('client-in-clear')));
      for (const [file, bytes] of files) {
        for (const secret of SECRETS) assert.ok(!bytes.includes(secret), `${secret} is in ${file}`);
      }
    }
  });

  it('does not open an artefact that was moved to another row', async () => {
    const stores = await folder.open();
    await stores.artefacts.upsert('AccessToken', 'weak', { scope: 'openid' }, 60);
    await stores.artefacts.upsert('AccessToken', 'strong', { scope: 'identity' }, 60);
    await stores.ephemerals.put('ledger', 'weak', 1, 60);
    await stores.ephemerals.put('ledger', 'strong', 2, 60);
    tamper(
      folder,
      'update artefacts set payload = (select payload from artefacts order by rowid desc)',
    );
    tamper(
      folder,
      'update ephemerals set value = (select value from ephemerals order by rowid desc)',
    );
    await assert.rejects(stores.artefacts.find('AccessToken', 'weak'), SealBroken);
    await assert.rejects(stores.ephemerals.get('ledger', 'weak'), SealBroken);
    assert.equal((await stores.artefacts.find('AccessToken', 'strong'))?.scope, 'identity');
    assert.equal(await stores.ephemerals.take('ledger', 'strong'), 2);
    await stores.close();
  });

  it('has an expiry on every record of the protocol store, and none left once they are swept', async () => {
    let aheadMs = 0;
    const stores = await folder.open({ clock: () => Date.now() + aheadMs });
    await fill(stores);
    await stores.close();
    for (const table of tables(folder)) assert.ok(count(folder, table) > 0, table);
    aheadMs = 400 * 86_400_000;
    const swept = await folder.open({ clock: () => Date.now() + aheadMs });
    await swept.close();
    for (const table of tables(folder)) assert.equal(count(folder, table), 0, table);
  });
});

async function fill(stores: Stores) {
  const { accounts, passkeys, clients, signingKeys, artefacts, ephemerals, writer } = stores;
  await accounts.insert(account);
  await accounts.replacePasswordHash(account.id, 'argon2id-hash', undefined);
  await passkeys.insert(passkey);
  await clients.save(client);
  await writer.apply(sampleSecrets(account.id));
  await signingKeys.insertFirst(key);
  const payload = {
    jti: 'token-id-in-clear',
    uid: 'session-uid-in-clear',
    userCode: 'USER-CODE-IN-CLEAR',
    grantId: 'grant-id-in-clear',
    accountId: 'payload-in-clear',
  };
  await artefacts.upsert('AccessToken', 'token-id-in-clear', payload, 60);
  await artefacts.revokeGrant('revoked-grant-in-clear');
  await artefacts.remember('dpop', 'jti-in-clear', 60);
  await ephemerals.put('challenge', 'challenge-key-in-clear', 'challenge-value-in-clear', 60);
  await ephemerals.increment('throttle', 'throttle-key-in-clear', 60);
}

/**
 * By another process: POSIX drops a process's locks on a file as soon as it closes any descriptor of it, so reading
 * a served database file in here would take the locks from under SQLite.
 */
function copyOf({ dataFolder }: SqliteFolder): Map<string, Buffer> {
  const copy = join(dataFolder, '..', 'copy');
  execFileSync('cp', ['-r', dataFolder, copy]);
  const files = readdirSync(copy).map((file) => [file, readFileSync(join(copy, file))] as const);
  rmSync(copy, { recursive: true });
  return new Map(files);
}

function tamper({ protocolFile }: SqliteFolder, statement: string): void {
  withProtocolFile(protocolFile, (database) => database.exec(statement));
}

function tables({ protocolFile }: SqliteFolder): string[] {
  const statement = `select name from sqlite_schema where type = 'table'`;
  return withProtocolFile(protocolFile, (database) =>
    database
      .prepare(statement)
      .all()
      .map(({ name }) => String(name)),
  );
}

function count({ protocolFile }: SqliteFolder, table: string): number {
  const statement = `select count(expires_at) as n from ${table}`;
  return withProtocolFile(protocolFile, (database) => Number(database.prepare(statement).get()?.n));
}

function withProtocolFile<T>(file: string, use: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file, { timeout: 1_000 });
  try {
    return use(database);
  } finally {
    database.close();
  }
}
