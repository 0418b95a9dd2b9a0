import { sql, type QueryExecutorProvider } from 'kysely';

import type { SchemaDialect } from '../sql/schema-dialect.ts';
import { makeAppendOnly } from './append-only.ts';

/** Of all that migrate one database. */
const LOCK = 7_305_808_869_232_336;
/** As long as another node may take to migrate. */
const LOCK_PATIENCE_MS = '60000';
/** Whoever waits for a lock on a table makes all who come later wait behind it. */
const TABLE_LOCK_PATIENCE_MS = '1000';

export const postgresSchemaDialect: SchemaDialect = {
  // By default only: a copy of a register keeps the numbers it had.
  addSequence: (table) =>
    table.addColumn('sequence', 'bigint', (column) =>
      column.generatedByDefaultAsIdentity().primaryKey(),
    ),

  async keepByMonth(db, table) {
    const { keys, indexes } = await definitionsOf(db, table);
    const whole = `${table}_whole`;
    await sql`alter table ${sql.table(table)} rename to ${sql.id(whole)}`.execute(db);
    await sql`
      create table ${sql.table(table)} (like ${sql.table(whole)} including defaults including identity)
      partition by range (at)
    `.execute(db);
    await sql`drop table ${sql.table(whole)}`.execute(db);
    for (const key of keys) {
      await sql`alter table ${sql.table(table)} add ${sql.raw(key)}`.execute(db);
    }
    for (const index of indexes) await sql.raw(index).execute(db);
    // Takes what no month takes: nothing is refused because a part is missing.
    await sql`
      create table ${sql.table(`${table}_default`)} partition of ${sql.table(table)} default
    `.execute(db);
  },

  makeAppendOnly,

  async lockSchema(db) {
    await sql`
      select set_config('statement_timeout', '0', true),
        set_config('lock_timeout', ${LOCK_PATIENCE_MS}, true)
    `.execute(db);
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db);
    await sql`select set_config('lock_timeout', ${TABLE_LOCK_PATIENCE_MS}, true)`.execute(db);
  },
};

interface Definitions {
  readonly keys: readonly string[];
  readonly indexes: readonly string[];
}

/** Keys of a table with parts must name the column that tells the parts apart. */
async function definitionsOf(db: QueryExecutorProvider, table: string): Promise<Definitions> {
  const constraints = await sql<{ kind: string; definition: string }>`
    select contype as kind, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = ${table}::regclass and contype in ('p', 'u', 'f') order by conname
  `.execute(db);
  const indexes = await sql<{ definition: string }>`
    select pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid = ${table}::regclass
      and not exists (select from pg_constraint where conindid = indexrelid)
  `.execute(db);
  return {
    keys: constraints.rows.map(({ kind, definition }) =>
      kind === 'f' ? definition : definition.replace(/\)$/, ', at)'),
    ),
    indexes: indexes.rows.map(({ definition }) => definition),
  };
}
