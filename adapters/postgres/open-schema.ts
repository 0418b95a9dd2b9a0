import type { RegisterSchema } from '../register-schema.ts';
import { readSchemaState, registerMigrations } from '../sql/migrate-register.ts';
import { connectRegister, migratePatiently } from './register-database.ts';
import { postgresSchemaDialect } from './schema-dialect.ts';

export async function openPostgresSchema(url: string): Promise<RegisterSchema> {
  const { db, pool } = connectRegister(url);
  const migrations = registerMigrations(postgresSchemaDialect);
  return {
    state: () => readSchemaState(db, migrations),
    migrate: () => migratePatiently(db, { migrations, contract: true }),
    close: () => pool.close(),
  };
}
