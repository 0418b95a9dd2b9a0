import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from './stage.ts';
import { Visitor } from './visitor.ts';

const PROGRAMS = ['bank', 'landlord', 'portal'] as const;
const folder = join(import.meta.dirname, '../../../clients/sample-rps');

describe('a sample started as a program', function () {
  this.timeout(30_000);
  const children: ChildProcess[] = [];
  let secretFile: string;
  before(async () => {
    secretFile = join(await mkdtemp(join(tmpdir(), 'sample-rps-')), 'secret');
    await writeFile(secretFile, 'a secret of at least thirty-two characters\n');
  });
  after(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(join(secretFile, '..'), { recursive: true });
  });

  function start(name: string, port: number, ...more: string[]): ChildProcess {
    const options = ['--issuer', 'http://localhost:1', '--port', String(port), ...more];
    const child = fork(join(folder, `${name}.js`), options, {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    children.push(child);
    return child;
  }
  const firstLine = async (stream: NodeJS.ReadableStream | null): Promise<string> => {
    const [chunk] = stream === null ? [''] : await once(stream, 'data');
    return String(chunk);
  };

  for (const name of PROGRAMS) {
    it(`serves the ${name} before there is a provider, and ends with a signal`, async () => {
      const port = await freePort();
      const child = start(name, port, '--client-secret-file', secretFile);
      assert.equal(
        await firstLine(child.stdout),
        `${name}: http://localhost:${port} (provider http://localhost:1)\n`,
      );
      const visitor = new Visitor();
      assert.ok((await visitor.get(`http://localhost:${port}/`)).has('login'));
      assert.equal((await visitor.get(`http://localhost:${port}/login`)).status, 503);
      child.kill('SIGTERM');
      assert.deepEqual(await once(child, 'exit'), [0, null]);
    });
  }

  it('ends when the process that started it is gone', async () => {
    const child = start('landlord', await freePort());
    await firstLine(child.stdout);
    child.disconnect();
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('says in one line why it cannot start', async () => {
    const port = await freePort();
    await firstLine(start('landlord', port).stdout);
    const second = start('landlord', port);
    assert.match(await firstLine(second.stderr), /^landlord: .*EADDRINUSE.*\n$/);
    assert.deepEqual(await once(second, 'exit'), [1, null]);
    const portal = start('portal', await freePort());
    assert.equal(await firstLine(portal.stderr), 'portal: --client-secret-file is needed\n');
    assert.deepEqual(await once(portal, 'exit'), [1, null]);
  });
});
