import type { CreateTableBuilder, Kysely } from 'kysely';

import type { RegisterDatabase } from './register-database.ts';

/** The few parts of a schema that no two engines write alike. */
export interface SchemaDialect {
  /** Adds the primary key `sequence`: given by the engine, growing with every row. */
  addSequence<Table extends string, Column extends string>(
    table: CreateTableBuilder<Table, Column>,
  ): CreateTableBuilder<Table, Column | 'sequence'>;
  /**
   * From now on an empty table is kept in parts, one for each calendar month (UTC) of its column `at`, on an engine
   * that is the better for it. Its keys then hold for rows of the same `at`.
   */
  keepByMonth(db: Kysely<unknown>, table: string): Promise<void>;
  /** From now on the table refuses UPDATE and DELETE, whoever asks. */
  makeAppendOnly(db: Kysely<unknown>, table: string): Promise<void>;
  /** Within a transaction: whoever else migrates waits until it ends, everybody else goes on. */
  lockSchema(db: RegisterDatabase): Promise<void>;
}
