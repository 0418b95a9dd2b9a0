import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { freePorts, startSenid } from '../support/senid-process.ts';
import { freshRegister } from '../support/shared-postgres.ts';
import { sharedRedis } from '../support/shared-redis.ts';

const PROGRAM = fileURLToPath(new URL('../../main.js', import.meta.url));

describe('A node that is told to end while it starts', function () {
  this.timeout(120_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'senid-ended-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function start(args: readonly string[], env: Readonly<Record<string, string>>) {
    const [port] = await freePorts();
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: folder,
      env: {
        ISSUER: `http://localhost:${port}`,
        PORT: String(port),
        SENID_SECRETS_FILE: join(folder, 'secrets', 'senid.json'),
        SENID_SAMPLES: 'off',
        SENID_SIMULATOR: 'off',
        ...env,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    const ended = once(child, 'close');
    return { child, ended, pid: child.pid ?? 0, complaints: () => complaints };
  }

  for (const [workers, when] of [
    [1, 'its first process begins'],
    [2, 'its first process is up and the second begins'],
  ] as const) {
    it(`ends with code 0 and takes its processes with it: ${when}`, async () => {
      const stores = { DATABASE_URL: await freshRegister(), REDIS_URL: (await sharedRedis()).url };
      const node = await start(['--workers', '2'], stores);
      await until(() => childrenOf(node.pid).length >= workers);
      const processes = childrenOf(node.pid);
      node.child.kill('SIGTERM');
      assert.deepEqual([await node.ended, node.complaints()], [[0, null], '']);
      assert.deepEqual(processes.filter(runs), []);
    });
  }

  it('ends with code 0 also when it is one process, and opens its data again', async () => {
    const node = await start([], { DATABASE_URL: `sqlite:${folder}/data/register.db` });
    await until(() => existsSync(join(folder, 'data')));
    node.child.kill('SIGTERM');
    assert.deepEqual([await node.ended, node.complaints()], [[0, null], '']);
    const again = await startSenid({ name: 'ended-while-starting', folder });
    assert.equal(await again.stop(), 0);
  });
});

function childrenOf(pid: number): readonly number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return listed.split(' ').filter(Boolean).map(Number);
}

/** What has ended but was not waited for yet is there still, without a command. */
function runs(pid: number): boolean {
  return existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`).length > 0;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(10);
}
