import pg from 'pg';

import { BadInput, Conflict, SenidError, StoreUnavailable } from '../../errors.ts';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const UNIQUE_VIOLATION = '23505';
const FEATURE_NOT_SUPPORTED = '0A000';
const NO_SUCH_CHARACTER = '22021';
const LOCK_NOT_AVAILABLE = '55P03';
const READ_ONLY_TRANSACTION = '25006';
const SERIALISATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const UNAVAILABLE = new Set([
  READ_ONLY_TRANSACTION, // Another server was made the primary.
  '25P03', // idle_in_transaction_session_timeout
  SERIALISATION_FAILURE,
  DEADLOCK,
  LOCK_NOT_AVAILABLE,
  '55006', // object_in_use
  '3D000', // invalid_catalog_name
]);
/** Connection, authorisation, resources, the operator (timeouts too), the system, configuration, corruption. */
const UNAVAILABLE_CLASSES = new Set(['08', '28', '53', '57', '58', 'F0', 'XX']);

/** The connection is of no use any more: it broke, the server ended it, or it leads to what is no primary now. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return true;
  return error.severity === 'FATAL' || error.code === READ_ONLY_TRANSACTION;
}

/** The server itself undid all of it, for the sake of somebody else's transaction. */
export function isUndone(error: unknown): boolean {
  return hasCode(error, SERIALISATION_FAILURE) || hasCode(error, DEADLOCK);
}

/** A whole transaction that failed for the sake of somebody else's, as callers of the stores see it. */
export function mayBeRepeated(error: unknown): boolean {
  const cause = error instanceof StoreUnavailable ? error.cause : undefined;
  return isUndone(cause) || hasCode(cause, LOCK_NOT_AVAILABLE);
}

/** `isUndone`, of an error as callers of the stores see it. */
export function wasUndone(error: unknown): boolean {
  return error instanceof StoreUnavailable && isUndone(error.cause);
}

/** A prepared statement whose table was changed since; nothing was executed. */
export function isStalePlan(error: unknown): boolean {
  return hasCode(error, FEATURE_NOT_SUPPORTED) && error.routine === 'RevalidateCachedQuery';
}

/** A text with a zero character, which PostgreSQL cannot hold. */
export function isUnstorable(error: unknown): boolean {
  return hasCode(error, NO_SUCH_CHARACTER);
}

/** Gives the engine's failures their name in `errors.ts`; everything else passes as it is. */
export function translatePostgresError(error: unknown): unknown {
  if (error instanceof SenidError) return error;
  if (!(error instanceof pg.DatabaseError)) {
    return new StoreUnavailable(`the store does not answer (${nameOf(error)})`, { cause: error });
  }
  const { code = '' } = error;
  if (code === UNIQUE_VIOLATION) {
    return new Conflict('a record with this key exists already', { cause: error });
  }
  if (code === NO_SUCH_CHARACTER) {
    return new BadInput('a text holds a zero character', 400, { cause: error });
  }
  if (UNAVAILABLE.has(code) || UNAVAILABLE_CLASSES.has(code.slice(0, 2))) {
    return new StoreUnavailable(`the store does not answer (${code}: ${error.message})`, {
      cause: error,
    });
  }
  return error;
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

function hasCode(error: unknown, code: string): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && error.code === code;
}
