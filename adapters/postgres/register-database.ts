import { setTimeout as delay } from 'node:timers/promises';

import { Kysely } from 'kysely';

import { systemClock } from '../../clock.ts';
import {
  migrateRegister,
  registerMigrations,
  type Applied,
  type MigrateOptions,
} from '../sql/migrate-register.ts';
import type { RegisterDatabase, RegisterTables } from '../sql/register-database.ts';
import { ConnectionPool } from './connection-pool.ts';
import { createPostgresDialect } from './kysely-dialect.ts';
import { makeMonthsAhead } from './monthly-parts.ts';
import { mayBeRepeated } from './postgres-errors.ts';
import { postgresSchemaDialect } from './schema-dialect.ts';

const ATTEMPTS = 10;
const PAUSE_MS = 500;

export interface ConnectedRegister {
  readonly db: RegisterDatabase;
  readonly pool: ConnectionPool;
}

/** The register's tables, brought up to date; without what only an operator may end. */
export async function openRegisterDatabase(
  url: string,
  { isCopying = false }: { readonly isCopying?: boolean } = {},
): Promise<ConnectedRegister> {
  const register = connectRegister(url);
  try {
    const migrations = registerMigrations(postgresSchemaDialect);
    await migratePatiently(register.db, { migrations, contract: false, isCopying });
  } catch (error) {
    await register.pool.close();
    throw error;
  }
  return register;
}

/** Connects at the first question. */
export function connectRegister(url: string): ConnectedRegister {
  const pool = new ConnectionPool(url);
  return { db: new Kysely<RegisterTables>({ dialect: createPostgresDialect(pool) }), pool };
}

/** Gives way to traffic: whoever does not get a lock soon lets all others through and tries again. */
export async function migratePatiently(
  db: RegisterDatabase,
  how: Omit<MigrateOptions, 'dialect'>,
): Promise<Applied> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const applied = await migrateRegister(db, { ...how, dialect: postgresSchemaDialect });
      await makeMonthsAhead(db, systemClock());
      return applied;
    } catch (error) {
      if (attempt >= ATTEMPTS || !mayBeRepeated(error)) throw error;
    }
    await delay(PAUSE_MS * (0.5 + Math.random()));
  }
}
