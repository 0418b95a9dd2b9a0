import { Conflict, StoreUnavailable } from '../../errors.ts';

// https://sqlite.org/rescode.html; the low byte of an extended code is the primary code.
const SQLITE_BUSY = 5;
const CONSTRAINT_UNIQUE = 2067;
const CONSTRAINT_PRIMARY_KEY = 1555;
const CONSTRAINT_ROW_ID = 2579;
const UNAVAILABLE = new Set([
  SQLITE_BUSY,
  6, // LOCKED
  7, // NOMEM
  8, // READONLY
  9, // INTERRUPT
  10, // IOERR
  11, // CORRUPT
  13, // FULL
  14, // CANTOPEN
  15, // PROTOCOL
  26, // NOTADB
]);

export function isBusy(error: unknown): boolean {
  return (resultCode(error) ?? 0) % 256 === SQLITE_BUSY;
}

/** Gives engine failures their name in `errors.ts`; everything else passes as it is. */
export function translateSqliteError(error: unknown): unknown {
  const code = resultCode(error);
  switch (code) {
    case undefined:
      // node:sqlite's own code for a database that was closed meanwhile.
      return hasCode(error, 'ERR_INVALID_STATE')
        ? new StoreUnavailable('the store is closed', { cause: error })
        : error;
    case CONSTRAINT_UNIQUE:
    case CONSTRAINT_PRIMARY_KEY:
    case CONSTRAINT_ROW_ID:
      return new Conflict('a record with this key exists already', { cause: error });
    default:
      return UNAVAILABLE.has(code % 256)
        ? new StoreUnavailable(`the store does not answer (SQLite result ${code})`, {
            cause: error,
          })
        : error;
  }
}

function resultCode(error: unknown): number | undefined {
  if (!hasCode(error, 'ERR_SQLITE_ERROR')) return undefined;
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined;
}

function hasCode(error: unknown, code: string): error is Error {
  return error instanceof Error && 'code' in error && error.code === code;
}
