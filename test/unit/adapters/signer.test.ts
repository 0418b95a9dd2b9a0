import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { compactVerify } from 'jose';

import { openKeyFile } from '../../../adapters/signer/open-key-file.ts';
import { openSigner } from '../../../adapters/signer/signer-client.ts';
import { serveSigner, type RunningSigner } from '../../../adapters/signer/signer-server.ts';
import { CannotStart, SealBroken, StoreUnavailable } from '../../../errors.ts';
import { RETENTION_MS } from '../../../provider/key-states.ts';
import { makeFirstKeys, SIGNING_ALGORITHMS } from '../../../provider/keys.ts';
import { createLocalSigner } from '../../../provider/local-signer.ts';
import type { Signer } from '../../../provider/signer.ts';
import { describeSigningKeyClauses } from '../../contract/signing-key-store.contract.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'senid-signer-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const keysFile = () => join(folder, 'keys', 'keys.json');
const openStore = () => openKeyFile(keysFile(), join(folder, 'secret', 'signer.json'));

describe('The signing key store in a file', () => {
  describeSigningKeyClauses(openStore);

  it('is for its owner alone, and holds nothing that signs in the clear', async () => {
    const store = openStore();
    await makeFirstKeys(store, 1);
    assert.equal(statSync(keysFile()).mode & 0o777, 0o600);
    const content = readFileSync(keysFile(), 'utf8');
    for (const { jwk } of await store.list()) assert.ok(!content.includes(String(jwk.d)));
    assert.equal(statSync(join(folder, 'secret', 'signer.json')).mode & 0o777, 0o600);
  });

  it('opens with its own secret only, which does not lie beside it', async () => {
    await makeFirstKeys(openStore(), 1);
    for (const beside of ['signer.json', 'deeper/signer.json']) {
      assert.throws(() => openKeyFile(keysFile(), join(folder, 'keys', beside)), CannotStart);
    }
    const other = join(folder, 'secret', 'other.json');
    assert.throws(() => openKeyFile(keysFile(), other), CannotStart, 'a new one opens nothing');
    writeFileSync(other, JSON.stringify({ key: 'A'.repeat(43) }));
    await assert.rejects(openKeyFile(keysFile(), other).list(), SealBroken);
    writeFileSync(other, '{}');
    assert.throws(() => openKeyFile(keysFile(), other), CannotStart);
  });

  it('says so when it is something else', async () => {
    const store = openStore();
    for (const content of ['{"keys":', '{"keys":[{}]}']) {
      writeFileSync(keysFile(), content);
      await assert.rejects(store.records(), CannotStart);
    }
  });
});

describe('A signer behind a socket', () => {
  let now: number;
  let running: RunningSigner | undefined;
  let signer: Signer;

  const path = () => join(folder, 'signer.sock');
  const serve = () =>
    serveSigner(
      createLocalSigner(openStore(), () => now),
      path(),
    );

  beforeEach(async () => {
    now = 1_800_000_000_000;
    await makeFirstKeys(openStore(), now);
    running = await serve();
    const opened = openSigner(path());
    assert.ok(opened);
    signer = opened;
  });
  afterEach(async () => {
    signer.close();
    await running?.close();
  });

  it('signs with each algorithm what anybody can verify with the public key', async () => {
    const keys = await signer.publicKeys();
    assert.deepEqual(keys.map(({ alg }) => alg).toSorted(), [...SIGNING_ALGORITHMS].toSorted());
    for (const { kid, alg, publicJwk } of keys) {
      const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
      const input = `${encode({ alg, kid })}.${encode({ sub: 'someone' })}`;
      const signature = await signer.sign(kid, Buffer.from(input));
      const jws = `${input}.${Buffer.from(signature).toString('base64url')}`;
      const { protectedHeader } = await compactVerify(
        jws,
        createPublicKey({ key: publicJwk, format: 'jwk' }),
      );
      assert.equal(protectedHeader.kid, kid);
    }
  });

  it('gives out public parts only', async () => {
    for (const { publicJwk } of await signer.publicKeys()) {
      const secret = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].filter((name) => name in publicJwk);
      assert.deepEqual(secret, []);
    }
  });

  it('signs with a key only when it is its turn', async () => {
    const [first] = await signer.records();
    assert.ok(first);
    const change = await signer.rotate(first.alg, 600_000);
    assert.ok(change.kind === 'made');
    const data = Buffer.from('data');
    await signer.sign(first.kid, data);
    await assert.rejects(signer.sign(change.key.kid, data), StoreUnavailable);
    now += 600_000;
    await signer.sign(change.key.kid, data);
    await signer.sign(first.kid, data);
    now += 61_000;
    await assert.rejects(signer.sign(first.kid, data), StoreUnavailable);
    await assert.rejects(signer.sign('nobody', data), StoreUnavailable);
  });

  it('erases a key nothing rests on any more, and one that is withdrawn at once', async () => {
    const [first] = await signer.records();
    assert.ok(first);
    // Of two keys of one moment the order is that of their names.
    now += 1_000;
    await signer.rotate(first.alg, 0);
    now += RETENTION_MS;
    await signer.records();
    const left = await signer.records();
    assert.ok(!left.some(({ kid }) => kid === first.kid));
    const other = left.find(({ alg }) => alg === 'RS256');
    const change = await signer.withdraw(other?.kid ?? '');
    assert.ok(change.kind === 'removed' && change.successor !== undefined);
    await assert.rejects(signer.sign(other?.kid ?? '', Buffer.from('data')), StoreUnavailable);
    await signer.sign(change.successor.kid, Buffer.from('data'));
    assert.equal((await signer.retire('nobody', 0)).kind, 'unknown');
  });

  it('is known to be gone as soon as it is, and used again when it is back', async () => {
    const [first] = await signer.records();
    assert.ok(first);
    assert.equal(signer.available, true);
    await running?.close();
    running = undefined;
    await assert.rejects(signer.rotate(first.alg, 0), StoreUnavailable);
    assert.equal(signer.available, false);
    const begun = signer.sign(first.kid, Buffer.from('data'));
    running = await serve();
    await begun;
    assert.equal(signer.available, true);
  });

  it('rejects in the end when it does not come back', async () => {
    await running?.close();
    running = undefined;
    await assert.rejects(signer.records(), StoreUnavailable);
  });

  it('is for its owner alone, and there is one at a socket', async () => {
    assert.equal(statSync(path()).mode & 0o777, 0o600);
    await assert.rejects(serve(), CannotStart);
  });

  it('ends a connection that talks nonsense, and no other', async () => {
    await signer.records();
    const nonsense = [
      'hello\n',
      '{"id":1,"wish":{"do":"export"}}\n',
      '{"id":1,"wish":{"do":"sign","kid":"x","data":"+"}}\n',
      'x'.repeat(80_000),
    ];
    for (const text of nonsense) {
      const socket = connect(path());
      const ended = new Promise((resolve) => socket.on('close', resolve));
      socket.on('error', () => {});
      socket.write(text);
      await ended;
    }
    assert.equal(signer.available, true);
    assert.equal((await signer.records()).length, SIGNING_ALGORITHMS.length);
  });
});
