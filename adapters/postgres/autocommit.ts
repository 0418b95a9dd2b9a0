import { setTimeout as delay } from 'node:timers/promises';

import { SenidError } from '../../errors.ts';
import type { Answer, ConnectionPool, Statement } from './connection-pool.ts';
import { isLost, isUndone, isUnstorable, translatePostgresError } from './postgres-errors.ts';

const ATTEMPTS = 4;
const LONGEST_PAUSE_MS = 40;

/** A statement that is a transaction by itself, and what becomes of it when it fails (docs/adr/0017). */
export async function autocommit(
  pool: ConnectionPool,
  statement: Statement,
  kind: { readonly isRead: boolean },
): Promise<Answer> {
  return pool.during(async () => {
    for (let undone = 0; ;) {
      const attempt = await attemptOnce(pool, statement);
      if ('answer' in attempt) return attempt.answer;
      const { error, wasFresh } = attempt;
      // What no text of the register can be equal to.
      if (kind.isRead && isUnstorable(error)) return { command: 'SELECT', rowCount: 0, rows: [] };
      if (isUndone(error) && (undone += 1) < ATTEMPTS) {
        await delay(Math.random() * LONGEST_PAUSE_MS);
        continue;
      }
      // A pooled connection may have died unnoticed. Reading twice does no harm; what became of a write is unknown.
      const isSettled = wasFresh || error instanceof SenidError;
      if (kind.isRead && isLost(error) && !isSettled) continue;
      throw translatePostgresError(error);
    }
  });
}

type Attempt =
  | { readonly answer: Answer }
  | { readonly error: unknown; readonly wasFresh: boolean };

/** Rejects with `StoreUnavailable` when there is no connection. */
async function attemptOnce(pool: ConnectionPool, statement: Statement): Promise<Attempt> {
  const connection = await pool.take();
  try {
    const answer = await pool.askPrepared(connection, statement);
    pool.giveBack(connection, { isBroken: false });
    return { answer };
  } catch (error) {
    pool.giveBack(connection, { isBroken: isLost(error) });
    return { error, wasFresh: connection.isFresh };
  }
}
