import type { RegisterDatabase } from './register-database.ts';

/**
 * Runs `work` in one transaction: all it did is there afterwards, or, when it rejects, nothing. An engine that undid it
 * for the sake of somebody else's runs it again, so `work` does nothing but statements.
 */
export type Transact = <T>(work: (transaction: RegisterDatabase) => Promise<T>) => Promise<T>;

/** Where an engine never undoes one by itself. */
export function transactOnce(db: RegisterDatabase): Transact {
  return (work) => db.transaction().execute(work);
}
