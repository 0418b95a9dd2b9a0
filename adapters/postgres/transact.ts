import { setTimeout as delay } from 'node:timers/promises';

import type { RegisterDatabase } from '../sql/register-database.ts';
import type { Transact } from '../sql/transact.ts';
import type { ConnectionPool } from './connection-pool.ts';
import { wasUndone } from './postgres-errors.ts';

const ATTEMPTS = 6;
const LONGEST_PAUSE_MS = 40;

/** Transactions that the server undoes for the sake of another are begun again (docs/adr/0017). */
export function createTransact(db: RegisterDatabase, pool: ConnectionPool): Transact {
  return (work) =>
    pool.during(async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await db.transaction().execute(work);
        } catch (error) {
          if (attempt >= ATTEMPTS || !wasUndone(error)) throw error;
        }
        await delay(attempt * Math.random() * LONGEST_PAUSE_MS);
      }
    });
}
