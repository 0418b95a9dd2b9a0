import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

import { patiently } from './patience.ts';
import { createPrivateFile } from './private-file.ts';

const KEPT_STATEMENTS = 256;
/** Taking over after a crash replays the log under a lock; nobody is being served yet. */
const OPENING_PATIENCE_MS = 5_000;
/** A longer wait happens outside the event loop's turn: see `patience.ts`. */
const BUSY_TIMEOUT_MS = 5;

export interface ConnectionOptions {
  /** FULL: a commit is on the disk. NORMAL: it survives the process, the last ones not a power cut. */
  readonly synchronous: 'FULL' | 'NORMAL';
  readonly readOnly?: boolean;
}

/** One connection to a SQLite file in WAL mode, with its prepared statements. */
export class Connection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Rejects with `StoreUnavailable`. */
  static open(file: string, options: ConnectionOptions): Promise<Connection> {
    return patiently(() => new Connection(openDatabase(file, options)));
  }

  /** False also after an error that made SQLite roll back by itself. */
  get inTransaction(): boolean {
    return this.#database.isOpen && this.#database.isTransaction;
  }

  prepare(sql: string): StatementSync {
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    if (this.#statements.size >= KEPT_STATEMENTS) this.#statements.clear();
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** Any statement, with its rows when it has some. */
  query(
    sql: string,
    parameters: readonly unknown[],
  ): { rows: Record<string, unknown>[]; changes: bigint | undefined } {
    const values = parameters.map(bindable);
    const statement = this.prepare(sql);
    if (statement.columns().length > 0)
      return { rows: statement.all(...values), changes: undefined };
    return { rows: [], changes: BigInt(statement.run(...values).changes) };
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

function openDatabase(file: string, { synchronous, readOnly = false }: ConnectionOptions) {
  createPrivateFile(file);
  const database = new DatabaseSync(file, { timeout: OPENING_PATIENCE_MS });
  try {
    database.exec(`
      pragma journal_mode = wal;
      pragma synchronous = ${synchronous};
      pragma foreign_keys = on;
      pragma recursive_triggers = on;
      pragma busy_timeout = ${BUSY_TIMEOUT_MS};
      pragma query_only = ${readOnly ? 'on' : 'off'};
    `);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** node:sqlite takes a first object as named parameters, NaN as NULL and true as 1: none of them may pass. */
function bindable(value: unknown): SQLInputValue {
  switch (typeof value) {
    case 'string':
    case 'bigint':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
      break;
    default:
      if (value === null || value instanceof Uint8Array) return value;
  }
  throw new TypeError(`SQLite parameters are text, numbers, bytes or null, not ${kindOf(value)}`);
}

/** Never the value itself: it may be secret. */
function kindOf(value: unknown): string {
  return typeof value === 'object' ? Object.prototype.toString.call(value) : typeof value;
}
