import {
  PostgresAdapter,
  PostgresIntrospector,
  SelectQueryNode,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';

import { autocommit } from './autocommit.ts';
import { bindable } from './bindable.ts';
import type { Answer, Connection, ConnectionPool, Statement } from './connection-pool.ts';
import { isLost, translatePostgresError } from './postgres-errors.ts';
import { ByteOrderCompiler } from './query-compiler.ts';

/** Kysely over node-postgres: a statement on whatever connection is free, a transaction on one of its own. */
export function createPostgresDialect(pool: ConnectionPool): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PoolDriver(pool),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new ByteOrderCompiler(),
  };
}

class PoolDriver implements Driver {
  readonly #pool: ConnectionPool;

  constructor(pool: ConnectionPool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PoolSession> {
    return new PoolSession(this.#pool);
  }

  beginTransaction(session: PoolSession): Promise<void> {
    return session.begin();
  }

  commitTransaction(session: PoolSession): Promise<void> {
    return session.end('commit');
  }

  /** Kysely also calls it after a commit that failed. */
  rollbackTransaction(session: PoolSession): Promise<void> {
    return session.end('rollback');
  }

  async releaseConnection(session: PoolSession): Promise<void> {
    await session.end('rollback');
  }

  destroy(): Promise<void> {
    return this.#pool.close();
  }
}

/** What Kysely takes for a connection: it holds one only while a transaction is open. */
class PoolSession implements DatabaseConnection {
  readonly #pool: ConnectionPool;
  #held: Connection | undefined;
  #isBroken = false;

  constructor(pool: ConnectionPool) {
    this.#pool = pool;
  }

  async begin(): Promise<void> {
    this.#held = await this.#pool.take();
    this.#isBroken = false;
    await this.#ask(this.#held, { text: 'begin', values: [] });
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    const held = this.#held;
    if (held === undefined) return;
    try {
      if (this.#isBroken) return;
      const { command } = await this.#ask(held, { text: how, values: [] });
      if (how === 'commit' && command === 'ROLLBACK')
        throw new Error('a statement of it had failed');
    } finally {
      this.#held = undefined;
      this.#pool.giveBack(held, { isBroken: this.#isBroken });
    }
  }

  async executeQuery<R>({ sql: text, parameters, query }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = { text, values: parameters.map(bindable) };
    const answer =
      this.#held === undefined
        ? await autocommit(this.#pool, statement, { isRead: SelectQueryNode.is(query) })
        : await this.#ask(this.#held, statement);
    return resultOf(answer);
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the register is read in pages, not streamed');
  }

  async #ask(held: Connection, statement: Statement): Promise<Answer> {
    try {
      return await this.#pool.ask(held, statement);
    } catch (error) {
      this.#isBroken ||= isLost(error);
      throw translatePostgresError(error);
    }
  }
}

function resultOf<R>({ command, rowCount, rows }: Answer): QueryResult<R> {
  // Kysely types the rows from the query itself; nothing here knows better.
  const typed = rows as R[];
  return command === 'SELECT'
    ? { rows: typed }
    : { rows: typed, numAffectedRows: BigInt(rowCount ?? 0) };
}
