import { Migrator, type Migration } from 'kysely/migration';

import { register } from './migrations/0001-register.ts';
import type { RegisterDatabase } from './register-database.ts';
import type { SchemaDialect } from './schema-dialect.ts';

/** Brings the schema up to date, in one transaction. Rejects when the register was written by a newer SenID. */
export async function migrateRegister(db: RegisterDatabase, dialect: SchemaDialect): Promise<void> {
  const migrations: Record<string, Migration> = {
    '0001-register': register(dialect),
  };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('no migration', { cause: error });
}
