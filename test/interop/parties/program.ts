import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { OUTPUT_FOLDER } from '../../support/senid-process.ts';

export interface Program {
  /** The first line it printed. */
  readonly firstLine: Promise<string>;
  runs(): boolean;
  stop(): Promise<void>;
}

/** A file beside these sources: what is not TypeScript is not copied to `dist`. */
export function sourceFile(name: string): string {
  return fileURLToPath(new URL(`../../../../test/interop/parties/${name}`, import.meta.url));
}

/** A relying party in a process of its own; everything it says is kept with the output of the tests. */
export function startProgram(
  name: string,
  command: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Program {
  const child = spawn(command, words, {
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  mkdirSync(OUTPUT_FOLDER, { recursive: true });
  const log = createWriteStream(join(OUTPUT_FOLDER, `${name}-${process.pid}.log`));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const firstLine = Promise.race([
    new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve)),
    failed(child, name),
  ]);
  firstLine.catch(() => {});
  return {
    firstLine,
    runs: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function failed(child: ChildProcess, name: string): Promise<never> {
  return new Promise((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });
}
