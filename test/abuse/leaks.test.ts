import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  findLeaks,
  writingsOfExchanges,
  writingsOfOutput,
  type Writing,
} from '../support/leak-scanner.ts';
import { valuesInDatabase } from '../support/leak-scanner-database.ts';
import { exerciseEverything, type Exercise } from '../support/leak-scanner-exercise.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { knownSecrets, noteSecret, type SecretKind } from '../support/session-secrets.ts';
import { withStores } from '../support/session-server.ts';

const NONE: ReadonlySet<SecretKind> = new Set();
const writing = (where: string, text: string): Writing => ({ where, text, allowed: NONE });

describe('after every kind of login, refusal and mistake', function () {
  this.timeout(240_000);

  let senid: SenidProcess;
  let exercise: Exercise;
  let copy: string;

  before(async () => {
    senid = await startSenid({ name: 'leaks' });
    exercise = await exerciseEverything(senid);
    copy = mkdtempSync(join(tmpdir(), 'senid-copy-'));
    cpSync(senid.dataFolder, copy, { recursive: true });
  });

  after(async () => {
    rmSync(copy, { recursive: true, force: true });
    await senid.stop();
  });

  it('every kind of secret has been in play, or this test would prove nothing', () => {
    const kinds = new Set(knownSecrets().map(({ kind }) => kind));
    for (const kind of [
      'identification number',
      'password',
      'one-time code',
      'phone number',
      'mail address',
      'document number',
      'name',
      'authorization code',
      'access token',
      'refresh token',
      'ID token',
      'session cookie',
      'client secret',
      'client assertion',
    ] as const) {
      assert.ok(kinds.has(kind), kind);
    }
    assert.ok(
      exercise.released.includes('personal_identification_number'),
      'told to who is entitled to it',
    );
  });

  it('no log line holds a secret', () => {
    const lines = writingsOfOutput(senid.output(), 'the log');
    assert.ok(lines.length > 100);
    assert.deepEqual(findLeaks(lines, knownSecrets()), []);
  });

  it('no address, no redirect and no page holds a secret out of its place', () => {
    const writings = writingsOfExchanges(exercise.exchanges);
    assert.ok(writings.length > 100);
    assert.deepEqual(findLeaks(writings, knownSecrets()), []);
  });

  it('no audit event holds a secret', async () => {
    const records = await withStores(senid, ({ audit }) => audit.list({ limit: 10_000 }));
    const writings = records.map((record) =>
      writing(`event ${record.type}`, JSON.stringify(record)),
    );
    assert.ok(writings.length > 30);
    assert.deepEqual(findLeaks(writings, knownSecrets()), []);
  });

  it('no file of a stolen data folder holds a secret, in any spelling', () => {
    const files = readdirSync(copy, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    assert.ok(files.length >= 2);
    const writings = files.flatMap(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name));
      return [writing(name, bytes.toString('utf8')), writing(name, bytes.toString('utf16le'))];
    });
    assert.deepEqual(findLeaks(writings, knownSecrets()), []);
  });

  it('nothing found in a stolen data folder opens anything', async () => {
    const { client } = exercise;
    const values = valuesInDatabase(copy);
    assert.ok(values.length > 200);
    for (let index = 0; index < values.length; index += 20) {
      await Promise.all(
        values.slice(index, index + 20).map(async (value) => {
          assert.notEqual((await client.userinfo(value)).status, 200);
          assert.notEqual((await client.introspect(value)).body['active'], true);
          assert.notEqual((await client.refresh(value)).status, 200);
        }),
      );
    }
    assert.equal(
      (await client.userinfo(exercise.liveAccessToken)).status,
      200,
      'the real one does',
    );
  });
});

describe('the leak scanner', () => {
  const number = '099012345678';
  const name = 'Nguyễn Văn Mẫu';

  before(() => {
    noteSecret('identification number', number);
    noteSecret('name', name);
    noteSecret('one-time code', '271828');
  });

  for (const [spelling, text] of [
    ['plain', `{"event":"x","detail":"${number}"}`],
    ['in an address', `/authorize?login_hint=${encodeURIComponent(name)}`],
    ['as JSON escapes', '{"name":"Nguy\\u1ec5n V\\u0103n M\\u1eabu"}'],
    ['as base64', Buffer.from(`${number}!`).toString('base64')],
    ['inside base64', Buffer.from(`{"a":"${number}"}`).toString('base64url')],
    ['inside base64, one further', Buffer.from(`{"ab":"${number}"}`).toString('base64url')],
    ['inside base64, two further', Buffer.from(`{"abc":"${number}"}`).toString('base64url')],
    ['as hex', Buffer.from(name).toString('hex')],
    ['as a code in a sentence', 'Mã của bạn: 271828.'],
  ] as const) {
    it(`finds a secret ${spelling}`, () => {
      assert.equal(findLeaks([writing('a test', text)], knownSecrets()).length, 1);
    });
  }

  it('does not take a time or an id for a code, nor what stands where it may', () => {
    const time = writing('a test', '{"time":1271828000,"id":"req_271828x"}');
    const allowed = {
      ...writing('a test', number),
      allowed: new Set<SecretKind>(['identification number']),
    };
    assert.deepEqual(findLeaks([time, allowed], knownSecrets()), []);
  });
});
