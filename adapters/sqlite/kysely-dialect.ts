import {
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';

import type { Connection } from './connection.ts';
import { patiently } from './patience.ts';
import type { LaneTransaction, WriteLane } from './write-lane.ts';

export interface SqliteFile {
  readonly reader: Connection;
  readonly writer: Connection;
  readonly lane: WriteLane;
}

/** Kysely over node:sqlite: reads at once on their own connection, writes through the lane. */
export function createSqliteDialect(file: SqliteFile): Dialect {
  return {
    createAdapter: () => new ConcurrentSqliteAdapter(),
    createDriver: () => new LaneDriver(file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class ConcurrentSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  /** So that a migration interrupted by `kill -9`, or run by two processes at once, is whole or absent. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class LaneDriver implements Driver {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    this.#file = file;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<LaneConnection> {
    return new LaneConnection(this.#file);
  }

  async beginTransaction(connection: LaneConnection): Promise<void> {
    connection.transaction = await this.#file.lane.begin();
  }

  async commitTransaction(connection: LaneConnection): Promise<void> {
    connection.endTransaction()?.commit();
  }

  /** Kysely also calls it after a commit that failed. */
  async rollbackTransaction(connection: LaneConnection): Promise<void> {
    connection.endTransaction()?.rollback();
  }

  async releaseConnection(connection: LaneConnection): Promise<void> {
    connection.endTransaction()?.rollback();
  }

  async destroy(): Promise<void> {
    this.#file.reader.close();
    this.#file.writer.close();
  }
}

class LaneConnection implements DatabaseConnection {
  readonly #file: SqliteFile;
  transaction: LaneTransaction | undefined;

  constructor(file: SqliteFile) {
    this.#file = file;
  }

  endTransaction(): LaneTransaction | undefined {
    const ended = this.transaction;
    this.transaction = undefined;
    return ended;
  }

  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    const { reader, writer, lane } = this.#file;
    if (this.transaction !== undefined) return patiently(() => run<R>(writer, compiled));
    if (SelectQueryNode.is(compiled.query)) return patiently(() => run<R>(reader, compiled));
    return lane.write(() => run<R>(writer, compiled));
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the register is read in pages, not streamed');
  }
}

function run<R>(connection: Connection, { sql, parameters }: CompiledQuery): QueryResult<R> {
  const { rows, changes } = connection.query(sql, parameters);
  // Kysely types the rows from the query itself; nothing here knows better.
  const typed = rows as R[];
  return changes === undefined ? { rows: typed } : { rows: typed, numAffectedRows: changes };
}
