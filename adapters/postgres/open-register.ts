import { sql } from 'kysely';

import { systemClock } from '../../clock.ts';
import type { KeyedHash } from '../keyed-hash.ts';
import type { Sealer } from '../sealing.ts';
import { createRegisterStores } from '../sql/register-stores.ts';
import type { OpenRegister } from '../stores.ts';
import { makeMonthsAhead } from './monthly-parts.ts';
import { openRegisterDatabase } from './register-database.ts';
import { createTransact } from './transact.ts';

const MONTHS_LOOKED_AT_EVERY_MS = 6 * 3_600_000;

/** The durable half on PostgreSQL, its schema brought up to date. Rejects when it cannot be reached. */
export async function openPostgresRegister(
  url: string,
  keep: { readonly sealer: Sealer; readonly hash: KeyedHash },
): Promise<OpenRegister> {
  const { db, pool } = await openRegisterDatabase(url);
  // When it fails, rows go where no month is, and the next one tries again.
  const duty = setInterval(() => {
    makeMonthsAhead(db, systemClock()).catch(() => {});
  }, MONTHS_LOOKED_AT_EVERY_MS).unref();
  const { settled, ...stores } = createRegisterStores(db, keep, createTransact(db, pool));
  return {
    ...stores,
    async ping() {
      // Changes nothing, and is refused by a server that may only be read.
      await db
        .updateTable('accounts')
        .set({ guardian_id: null })
        .where(sql<boolean>`false`)
        .execute();
    },
    waiting: () => pool.waiting,
    async close() {
      clearInterval(duty);
      await settled();
      await pool.close();
    },
  };
}
