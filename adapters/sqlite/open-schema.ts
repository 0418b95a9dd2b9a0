import type { RegisterSchema } from '../register-schema.ts';
import { migrateRegister, readSchemaState, registerMigrations } from '../sql/migrate-register.ts';
import { connectRegisterFile } from './register-file.ts';
import { sqliteSchemaDialect as dialect } from './schema-dialect.ts';

export async function openSqliteSchema(file: string): Promise<RegisterSchema> {
  const register = await connectRegisterFile(file);
  const migrations = registerMigrations(dialect);
  return {
    state: () => readSchemaState(register.db, migrations),
    migrate: () => migrateRegister(register.db, { migrations, dialect, contract: true }),
    close: async () => register.close(),
  };
}
