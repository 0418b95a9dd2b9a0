import type { Kysely } from 'kysely';

import type { RegisterDatabase } from './register-database.ts';

interface MigrationTables {
  /** As Kysely's own migrator made it in the first registers. */
  kysely_migration: { name: string; timestamp: string };
  migration_needs: { migration: string; needs: string | null };
  /** There as long as a copy is not whole; nothing is in it. */
  unfinished_copy: { started_at: number | null };
}

export interface MigrationRecords {
  /**
   * What was done to the register, in the order of the names, each with the migration a program must know to go on:
   * null when there is none, undefined when nothing is recorded.
   */
  readonly recorded: ReadonlyMap<string, string | null | undefined>;
  readonly isUnfinishedCopy: boolean;
}

export async function readMigrationTables(register: RegisterDatabase): Promise<MigrationRecords> {
  const db = tablesOf(register);
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const isThere = (table: keyof MigrationTables) => tables.some(({ name }) => name === table);
  if (!isThere('kysely_migration')) return { recorded: new Map(), isUnfinishedCopy: false };
  const rows = await db.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  const needs = isThere('migration_needs')
    ? await db.selectFrom('migration_needs').selectAll().execute()
    : [];
  const needsOf = new Map(needs.map((row) => [row.migration, row.needs]));
  return {
    recorded: new Map(rows.map(({ name }) => [name, needsOf.get(name)])),
    isUnfinishedCopy: isThere('unfinished_copy'),
  };
}

/** From now on nobody but who copies opens the register. */
export async function markUnfinished(register: RegisterDatabase): Promise<void> {
  await register.schema
    .createTable('unfinished_copy')
    .ifNotExists()
    .addColumn('started_at', 'bigint')
    .execute();
}

export async function markFinished(register: RegisterDatabase): Promise<void> {
  await register.schema.dropTable('unfinished_copy').ifExists().execute();
}

/** Also beside what an older SenID made, which kept no needs. */
export async function prepareMigrationTables(register: RegisterDatabase): Promise<void> {
  await register.schema
    .createTable('kysely_migration')
    .ifNotExists()
    .addColumn('name', 'varchar(255)', (column) => column.notNull().primaryKey())
    .addColumn('timestamp', 'varchar(255)', (column) => column.notNull())
    .execute();
  await register.schema
    .createTable('migration_needs')
    .ifNotExists()
    .addColumn('migration', 'text', (column) => column.primaryKey())
    .addColumn('needs', 'text')
    .execute();
}

export async function recordMigration(
  register: RegisterDatabase,
  { name, needs }: { readonly name: string; readonly needs: string | null },
): Promise<void> {
  const db = tablesOf(register);
  const timestamp = new Date().toISOString();
  await db.insertInto('kysely_migration').values({ name, timestamp }).execute();
  await db.insertInto('migration_needs').values({ migration: name, needs }).execute();
}

/** They lie in the same database, and are no part of what the stores see. */
function tablesOf(register: RegisterDatabase): Kysely<MigrationTables> {
  return register as unknown as Kysely<MigrationTables>;
}
