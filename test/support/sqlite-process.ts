import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { SqliteFolder } from './sqlite-folder.ts';

type Script =
  | 'sqlite-worker'
  | 'sqlite-writer'
  | 'sqlite-owner'
  | 'rounds-walker'
  | 'postgres-writer'
  | 'postgres-opener';

/** A process that talks by messages; resolves when it is ready. */
export async function forkOn(
  folder: Pick<SqliteFolder, 'environment'>,
  script: Script,
): Promise<ChildProcess> {
  const child = fork(pathOf(script), { env: folder.environment });
  await once(child, 'message');
  return child;
}

/** A process that talks by its output. */
export function spawnOn(folder: Pick<SqliteFolder, 'environment'>, script: Script) {
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
  return spawn(process.execPath, [pathOf(script)], { env: folder.environment, stdio });
}

function pathOf(script: Script): string {
  // Compiled or not, the scripts lie beside this file with its extension.
  return fileURLToPath(new URL(`./${script}${extname(import.meta.filename)}`, import.meta.url));
}
