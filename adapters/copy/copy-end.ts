import type { RegisterDatabase } from '../sql/register-database.ts';
import type { CopiedRow, CopiedTable } from './copied-tables.ts';

/** A register at one end of a copy, its schema up to date, held so that nobody serves it meanwhile. */
export interface CopyEnd {
  readonly db: RegisterDatabase;
  /** Before rows are put in. */
  makeRoom(table: CopiedTable, rows: readonly CopiedRow[]): Promise<void>;
  /** From now on the engine gives greater numbers than any row has. */
  setSequences(): Promise<void>;
  /** Lets others serve it again. Twice is fine. */
  close(): Promise<void>;
}

/** A `target` may be a copy that was not finished. */
export type CopyRole = 'source' | 'target';
