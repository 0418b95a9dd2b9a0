import { Kysely } from 'kysely';

import { migrateRegister } from '../sql/migrate-register.ts';
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
export async function openRegisterFile(file: string): Promise<RegisterFile> {
  const writer = await Connection.open(file, { synchronous: 'FULL' });
  const reader = await Connection.open(file, { synchronous: 'FULL', readOnly: true });
  const lane = new WriteLane(writer);
  const close = () => {
    reader.close();
    writer.close();
  };
  const db = new Kysely<RegisterTables>({ dialect: createSqliteDialect({ reader, writer, lane }) });
  try {
    await migrateRegister(db, sqliteSchemaDialect);
  } catch (error) {
    close();
    throw error;
  }
  return { db, reader, lane, close };
}
