import { accessSync, constants, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { CannotStart } from '../../errors.ts';
import { makeFolder } from '../../make-folder.ts';
import { createPrivateFile } from './private-file.ts';
import { isBusy } from './sqlite-errors.ts';

const LOCK_FILE = 'owner.lock.db';
const PROCESS_FILE = 'owner.pid';

export interface Ownership {
  /** Twice is fine. */
  release(): void;
}

/** Makes the folder when it is not there. Throws `CannotStart`. */
export function prepareDataFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

/**
 * Makes this process the only server of the folder. Throws `CannotStart`.
 *
 * The mark is a lock of the operating system, taken through a transaction that stays open: `kill -9` ends it too,
 * which a file with a process number in it would survive. That file is there for the message only.
 */
export function ownDataFolder(folder: string): Ownership {
  const lock = lockFolder(folder);
  const processFile = join(folder, PROCESS_FILE);
  try {
    writeFileSync(processFile, `${process.pid}\n`, { mode: 0o600 });
  } catch (cause) {
    lock.close();
    throw unwritable(folder, cause);
  }
  return {
    release() {
      if (!lock.isOpen) return;
      rmSync(processFile, { force: true });
      lock.close();
    },
  };
}

function lockFolder(folder: string): DatabaseSync {
  const file = join(folder, LOCK_FILE);
  let lock: DatabaseSync | undefined;
  try {
    createPrivateFile(file);
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec('begin exclusive');
    return lock;
  } catch (cause) {
    lock?.close();
    if (!isBusy(cause)) throw unwritable(folder, cause);
    throw new CannotStart(
      `data folder ${folder} is served by ${owner(folder)} already; stop that one first`,
      { cause },
    );
  }
}

function owner(folder: string): string {
  try {
    return `process ${Number.parseInt(readFileSync(join(folder, PROCESS_FILE), 'utf8'), 10)}`;
  } catch {
    return 'another process';
  }
}

function unwritable(folder: string, cause: unknown): CannotStart {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CannotStart(`data folder ${folder} cannot be written: ${reason}`, { cause });
}
