import { sql, type QueryExecutorProvider } from 'kysely';

import type { RegisterDatabase } from '../sql/register-database.ts';
import { refuseTruncate } from './append-only.ts';
import { monthOf, type Month } from './months.ts';

const MONTHS_AHEAD = 3;
/** Of all that make parts of one database. */
const LOCK = 7_305_808_869_232_337;

/** Each table of the register that is kept by month has its parts for this month and the next ones. */
export async function makeMonthsAhead(db: RegisterDatabase, now: number): Promise<void> {
  const months = Array.from({ length: MONTHS_AHEAD + 1 }, (_, ahead) => monthOf(now, ahead));
  const tables = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'p' and relnamespace = current_schema()::regnamespace
    order by relname
  `.execute(db);
  for (const { name } of tables.rows) await makeMonths(db, name, months);
}

/**
 * Makes what is not there yet, beside whoever does the same. A month of which the part for everything else holds rows
 * already stays without a part: append-only rows do not move.
 */
export async function makeMonths(
  db: RegisterDatabase,
  table: string,
  months: readonly Month[],
): Promise<void> {
  const parts = await partsOf(db, table);
  for (const month of months) {
    if (parts.has(partName(table, month))) continue;
    await db.transaction().execute((transaction) => makeMonth(transaction, table, month));
  }
}

/** The names of the parts a table has, the one for everything else too. */
async function partsOf(db: QueryExecutorProvider, table: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = ${table}::regclass
  `.execute(db);
  return new Set(rows.map(({ name }) => name));
}

async function makeMonth(db: QueryExecutorProvider, table: string, month: Month): Promise<void> {
  const part = partName(table, month);
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db);
  if ((await partsOf(db, table)).has(part) || (await hasStrays(db, table, month))) return;
  // Made apart and attached: that way reading and appending go on meanwhile.
  await sql`create table ${sql.table(part)} (like ${sql.table(table)} including defaults)`.execute(
    db,
  );
  await refuseTruncate(db, part);
  await sql`
    alter table ${sql.table(table)} attach partition ${sql.table(part)}
    for values from (${sql.lit(month.from)}) to (${sql.lit(month.to)})
  `.execute(db);
}

async function hasStrays(db: QueryExecutorProvider, table: string, month: Month): Promise<boolean> {
  const { rows } = await sql`
    select 1 from ${sql.table(`${table}_default`)}
    where at >= ${month.from} and at < ${month.to} limit 1
  `.execute(db);
  return rows.length > 0;
}

function partName(table: string, { name }: Month): string {
  return `${table}_${name}`;
}
