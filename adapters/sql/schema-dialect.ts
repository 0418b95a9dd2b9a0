import type { CreateTableBuilder, Kysely } from 'kysely';

/** The few parts of a schema that no two engines write alike. */
export interface SchemaDialect {
  /** Adds the primary key `sequence`: given by the engine, growing with every row. */
  addSequence<Table extends string, Column extends string>(
    table: CreateTableBuilder<Table, Column>,
  ): CreateTableBuilder<Table, Column | 'sequence'>;
  /** From now on the table refuses UPDATE and DELETE, whoever asks. */
  makeAppendOnly(db: Kysely<unknown>, table: string): Promise<void>;
}
