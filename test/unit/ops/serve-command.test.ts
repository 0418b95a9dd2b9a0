import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { freePort } from '../../support/metrics-client.ts';
import { runSenid } from '../../support/run-senid.ts';

const PROGRAM = fileURLToPath(new URL('../../../ops/senid.js', import.meta.url));

describe('senid serve', function () {
  this.timeout(120_000);

  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'senid-serve-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the program that npm start starts', async () => {
    const issuer = `http://localhost:${await freePort()}`;
    const child = spawn(process.execPath, [PROGRAM, 'serve'], {
      cwd: folder,
      env: { ISSUER: issuer, SENID_SAMPLES: 'off', SENID_SIMULATOR: 'off' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    while (!output.includes(`SenID sandbox      ${issuer}`)) {
      assert.equal(child.exitCode, null, output);
      await delay(50);
    }
    assert.equal((await fetch(`${issuer}/health/ready`)).status, 200);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    assert.equal(code, 0);
  });

  it('refuses in one line what it cannot do', async () => {
    const stage = { folder, dataFolder: join(folder, 'data') };
    for (const [workers, line] of [
      ['2', /^senid: --workers 2 needs PostgreSQL and Redis [^\n]+\n$/],
      ['none', /^senid: --workers must be a number from 1 to 256, or auto\n$/],
    ] as const) {
      const { code, error } = await runSenid(stage, ['serve', '--workers', workers]);
      assert.match(error, line);
      assert.equal(code, 1);
    }
  });
});
