import { Kysely } from 'kysely';

import { migrateRegister, registerMigrations } from '../sql/migrate-register.ts';
import type { RegisterTables } from '../sql/register-database.ts';
import { Connection } from './connection.ts';
import { createSqliteDialect } from './kysely-dialect.ts';
import { sqliteSchemaDialect } from './schema-dialect.ts';
import { WriteLane } from './write-lane.ts';

export interface RegisterFile {
  readonly db: Kysely<RegisterTables>;
  readonly reader: Connection;
  readonly lane: WriteLane;
  close(): void;
}

/** Opens the register, its schema brought up to date. */
export async function openRegisterFile(
  file: string,
  { isCopying = false }: { readonly isCopying?: boolean } = {},
): Promise<RegisterFile> {
  const register = await connectRegisterFile(file);
  const dialect = sqliteSchemaDialect;
  try {
    const migrations = registerMigrations(dialect);
    // A folder has one server, so nobody older is left behind.
    await migrateRegister(register.db, { migrations, dialect, contract: true, isCopying });
  } catch (error) {
    register.close();
    throw error;
  }
  return register;
}

/** Opens it as it is. */
export async function connectRegisterFile(file: string): Promise<RegisterFile> {
  const writer = await Connection.open(file, { synchronous: 'FULL' });
  const reader = await Connection.open(file, { synchronous: 'FULL', readOnly: true });
  const lane = new WriteLane(writer);
  const db = new Kysely<RegisterTables>({ dialect: createSqliteDialect({ reader, writer, lane }) });
  return {
    db,
    reader,
    lane,
    close() {
      reader.close();
      writer.close();
    },
  };
}
