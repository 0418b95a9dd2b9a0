import type { Migration } from 'kysely/migration';

import {
  prepareMigrationTables,
  readMigrationTables,
  recordMigration,
} from './applied-migrations.ts';
import { register } from './migrations/0001-register.ts';
import { deliveries } from './migrations/0003-deliveries.ts';
import { enrolment } from './migrations/0004-enrolment.ts';
import { acting } from './migrations/0005-acting.ts';
import { signingKeyTimes } from './migrations/0002-signing-key-times.ts';
import type { RegisterDatabase } from './register-database.ts';
import type { SchemaDialect } from './schema-dialect.ts';

/**
 * One step of the schema. Nodes are replaced one by one, so two versions of the program work on one register for a
 * while, and a new table, a new column with a default, an index are added in one version (expand), used in it, and
 * what they replace is dropped in a later one (contract).
 *
 * - Without `needs` it expands: every older program goes on as if nothing had happened.
 * - With `needs` it contracts: only a program that knows that migration may work on the register from then on. Nodes
 *   do not apply it by themselves; `senid register migrate` does, once the last older node has ended.
 */
export interface RegisterMigration extends Migration {
  readonly needs?: string;
}

/**
 * To add one: a file `migrations/<number>-<name>.ts` that exports `(dialect) => RegisterMigration`, and a line here. The
 * number grows. One that is released never changes again: registers out there have it behind them.
 */
export function registerMigrations(
  dialect: SchemaDialect,
): Readonly<Record<string, RegisterMigration>> {
  return {
    '0001-register': register(dialect),
    '0002-signing-key-times': signingKeyTimes(),
    '0003-deliveries': deliveries(),
    '0004-enrolment': enrolment(dialect),
    '0005-acting': acting(),
  };
}

/** What has happened to a register, seen by this program; names of migrations in their order. */
export interface SchemaState {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
  /** The first of the pending ones that ends what older programs use; it and what follows wait for an operator. */
  readonly contracting: string | undefined;
  /** Made by a newer program, and harmless to this one. */
  readonly newer: readonly string[];
  /** Made by a newer program, and this one may not go on. */
  readonly foreign: readonly string[];
  readonly isUnfinishedCopy: boolean;
}

export interface MigrateOptions {
  readonly migrations: Readonly<Record<string, RegisterMigration>>;
  readonly dialect: SchemaDialect;
  /** Also those that end what older programs use. */
  readonly contract: boolean;
  /** Whoever copies may go on where it ended; nobody else may use what is not whole yet. */
  readonly isCopying?: boolean;
}

/** Names of the migrations that were applied. */
export type Applied = readonly string[];

/**
 * Brings the schema up to date, all or nothing, however many processes do so at once. Rejects when the register was
 * changed by a newer SenID in a way this one cannot work with.
 */
export async function migrateRegister(
  db: RegisterDatabase,
  options: MigrateOptions,
): Promise<Applied> {
  if (toApply(await readSchemaState(db, options.migrations), options).length === 0) return [];
  return db.transaction().execute(async (transaction) => {
    await options.dialect.lockSchema(transaction);
    await prepareMigrationTables(transaction);
    const names = toApply(await readSchemaState(transaction, options.migrations), options);
    for (const name of names) {
      const migration = options.migrations[name];
      await migration?.up(transaction);
      await recordMigration(transaction, { name, needs: migration?.needs ?? null });
    }
    return names;
  });
}

/** Changes nothing. */
export async function readSchemaState(
  db: RegisterDatabase,
  migrations: MigrateOptions['migrations'],
): Promise<SchemaState> {
  const known = Object.keys(migrations).toSorted();
  const { recorded, isUnfinishedCopy } = await readMigrationTables(db);
  const pending = known.filter((name) => !recorded.has(name));
  const unknown = [...recorded].filter(([name]) => !known.includes(name));
  // Without a record of what it needs, nothing is known about it.
  const isHarmless = (needs: string | null | undefined) =>
    needs === null || (needs !== undefined && known.includes(needs));
  return {
    applied: [...recorded.keys()],
    pending,
    // In a register with nothing in it there is nobody to wait for.
    contracting: recorded.size === 0 ? undefined : pending.find((name) => migrations[name]?.needs),
    newer: unknown.filter(([, needs]) => isHarmless(needs)).map(([name]) => name),
    foreign: unknown.filter(([, needs]) => !isHarmless(needs)).map(([name]) => name),
    isUnfinishedCopy,
  };
}

function toApply(state: SchemaState, options: MigrateOptions): Applied {
  const { migrations, contract, isCopying = false } = options;
  const { pending, contracting, foreign } = state;
  if (state.isUnfinishedCopy && !isCopying) {
    throw new Error('it is a copy that was not finished; run senid register copy again');
  }
  if (foreign.length > 0) {
    throw new Error(`it was changed by a newer SenID, for newer ones only: ${foreign.join(', ')}`);
  }
  if (contract || contracting === undefined) return pending;
  const now = pending.slice(0, pending.indexOf(contracting));
  if (pending.slice(now.length).every((name) => migrations[name]?.needs)) return now;
  throw new Error(
    `it waits for ${contracting}; when no older SenID runs any more, run: senid register migrate`,
  );
}
