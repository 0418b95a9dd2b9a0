import { closeSync, openSync } from 'node:fs';

/**
 * Makes an empty file nobody else can read, for SQLite to fill: it would make it readable by everybody, and gives the
 * files beside it (-wal, -shm) the same mode. Whatever else is wrong with the path SQLite says itself.
 *
 * An existing file is not opened here: closing it again would drop the locks SQLite holds on it in this process.
 */
export function createPrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {
    return;
  }
}
