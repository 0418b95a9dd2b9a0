import { sql } from 'kysely';
import pg from 'pg';

import { CannotStart } from '../../errors.ts';
import { COPIED_TABLES, COPY_RULES } from '../copy/copied-tables.ts';
import type { CopyEnd, CopyRole } from '../copy/copy-end.ts';
import type { RegisterDatabase } from '../sql/register-database.ts';
import { makeMonths } from './monthly-parts.ts';
import { monthOf } from './months.ts';
import { openRegisterDatabase } from './register-database.ts';

/** Of whoever copies from or to one database. */
const LOCK = 7_305_808_869_232_338;
const MONTHLY = 'audit_events';
/** What lies outside belongs to no month that anybody will look for. */
const [FROM, TO] = [Date.UTC(2000, 0), Date.UTC(2200, 0)];

/** Rejects with `CannotStart` while a node has a connection to the database, or another copy is under way. */
export async function openPostgresCopyEnd(url: string, role: CopyRole): Promise<CopyEnd> {
  const named = new URL(url);
  named.searchParams.set('application_name', 'senid-copy');
  const release = await holdDatabase(named.href);
  try {
    const { db, pool } = await openRegisterDatabase(named.href, { isCopying: role === 'target' });
    return {
      db,
      async makeRoom(table, rows) {
        if (table !== MONTHLY) return;
        const plausible = rows.map(({ at }) => Number(at)).filter((at) => at >= FROM && at < TO);
        const months = new Map(
          plausible.map((at) => monthOf(at)).map((month) => [month.name, month]),
        );
        await makeMonths(db, table, [...months.values()]);
      },
      setSequences: () => setSequences(db),
      async close() {
        await pool.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** By a lock of its own connection, which ends with the process. */
async function holdDatabase(url: string): Promise<() => Promise<void>> {
  const holder = new pg.Client({ connectionString: url, keepAlive: true });
  holder.on('error', () => {});
  await holder.connect();
  try {
    const held = await holder.query(
      `select pg_try_advisory_lock($1) as is_mine, (
         select count(*)::integer from pg_stat_activity
         where datname = current_database() and application_name = 'senid'
       ) as nodes`,
      [LOCK],
    );
    const [{ is_mine: isMine, nodes }] = held.rows as [{ is_mine: boolean; nodes: number }];
    if (!isMine) throw new CannotStart('another copy of this database is under way');
    if (nodes > 0) {
      throw new CannotStart(`SenID serves it through ${nodes} connections; stop every node first`);
    }
  } catch (error) {
    await holder.end();
    throw error;
  }
  return () => holder.end();
}

async function setSequences(db: RegisterDatabase): Promise<void> {
  for (const table of COPIED_TABLES.filter((each) => COPY_RULES[each].key === 'sequence')) {
    await sql`
      select setval(pg_get_serial_sequence(${table}, 'sequence'), max(sequence))
      from ${sql.table(table)} having max(sequence) is not null
    `.execute(db);
  }
}
