import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { CannotStart } from '../../../errors.ts';
import { loadSecrets } from '../../../secrets.ts';

describe('The secrets', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'senid-secrets-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const at = (file: string, mode: 'sandbox' | 'production' = 'sandbox') => ({
    mode,
    secretsFile: join(root, file),
    dataFolder: join(root, 'data/'),
  });

  it('are made on the first start of a sandbox, for nobody but their owner to read', () => {
    loadSecrets(at('keys/senid.json'));
    assert.equal(statSync(join(root, 'keys')).mode & 0o777, 0o700);
    assert.equal(statSync(join(root, 'keys/senid.json')).mode & 0o777, 0o600);
  });

  it('are the same for all processes that start at once where there are none', async () => {
    const module = new URL('../../../secrets.js', import.meta.url).href;
    const config = JSON.stringify(at('keys/senid.json'));
    const program = `import { loadSecrets } from '${module}';
      process.stdout.write(loadSecrets(${config}).derive('cookies').toString('hex'));`;
    const run = promisify(execFile);
    const args = ['--input-type=module', '--eval', program];
    const told = await Promise.all(
      Array.from({ length: 6 }, async () => (await run(process.execPath, args)).stdout),
    );
    assert.match(told[0] ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual([...new Set(told)], [told[0]]);
    assert.deepEqual(readdirSync(join(root, 'keys')), ['senid.json']);
  });

  it('are the same at every start, and others in every sandbox', () => {
    const first = loadSecrets(at('a.json'));
    const again = loadSecrets(at('a.json'));
    const other = loadSecrets(at('b.json'));
    assert.deepEqual(again.derive('cookies'), first.derive('cookies'));
    assert.deepEqual(again.sealingKeys, first.sealingKeys);
    assert.notDeepEqual(other.derive('cookies'), first.derive('cookies'));
    assert.notDeepEqual(other.sealingKeys, first.sealingKeys);
  });

  it('give each purpose a key of 32 bytes of its own', () => {
    const secrets = loadSecrets(at('senid.json'));
    const purposes = [
      'blind-index',
      'artefact-id',
      'one-time-code',
      'cookies',
      'csrf',
      'pairwise-subject',
    ] as const;
    const keys = purposes.map((purpose) => secrets.derive(purpose));
    assert.ok(keys.every((key) => key.length === 32));
    assert.equal(new Set(keys.map((key) => key.toString('hex'))).size, purposes.length);
  });

  it('are refused inside the data folder: a copy of the data must not open itself', () => {
    refused(() => loadSecrets(at('data/senid.json')), /lies in the data folder/);
    refused(() => loadSecrets(at('data/deeper/senid.json')), /lies in the data folder/);
    refused(() => loadSecrets(at('elsewhere/../data/senid.json')), /lies in the data folder/);
    loadSecrets(at('data-secrets/senid.json'));
  });

  it('are never made in production', () => {
    refused(
      () => loadSecrets(at('senid.json', 'production')),
      /SENID_SECRETS_FILE .* does not exist/,
    );
    loadSecrets(at('senid.json'));
    loadSecrets(at('senid.json', 'production'));
  });

  it('are refused when they are damaged, and the line names the place, never the value', () => {
    const good = JSON.parse(readFileAfter(() => loadSecrets(at('senid.json')), 'senid.json'));
    const short = 'c2hvcnQta2V5LW5vYm9keS1tYXktc2Vl';
    for (const [content, place] of [
      [{ ...good, root: short }, /root/],
      [{ ...good, sealing: [{ id: 'k1', key: short }] }, /sealing\.0\.key/],
      [{ ...good, sealing: [{ id: 'Key 1', key: good.root }] }, /sealing\.0\.id/],
      [{ ...good, sealing: [] }, /sealing/],
      [{}, /root, sealing/],
    ] as const) {
      writeFileSync(join(root, 'senid.json'), JSON.stringify(content));
      const message = refused(() => loadSecrets(at('senid.json')), place);
      assert.ok(!message.includes(short) && !message.includes(good.root), message);
    }
    writeFileSync(join(root, 'senid.json'), `{"root":"${good.root}"`);
    const message = refused(() => loadSecrets(at('senid.json')), /cannot read/);
    assert.ok(!message.includes(good.root), message);
  });

  it('say so in one line when they cannot be written', () => {
    writeFileSync(join(root, 'file'), '');
    refused(() => loadSecrets(at('file/senid.json')), /cannot write/);
  });

  it('do not go into JSON or a log by accident', () => {
    const file = readFileAfter(() => loadSecrets(at('senid.json')), 'senid.json');
    const { root: rootKey } = JSON.parse(file);
    const secrets = loadSecrets(at('senid.json'));
    assert.ok(!JSON.stringify(secrets).includes(rootKey));
  });

  function readFileAfter(make: () => unknown, file: string): string {
    make();
    chmodSync(join(root, file), 0o600);
    return readFileSync(join(root, file), 'utf8');
  }
});

function refused(load: () => unknown, pattern: RegExp): string {
  let message = '';
  assert.throws(load, (error: unknown) => {
    assert.ok(error instanceof CannotStart, String(error));
    message = error.message;
    assert.match(message, pattern);
    assert.doesNotMatch(message, /\n/);
    return true;
  });
  return message;
}
