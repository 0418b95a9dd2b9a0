import { setImmediate as nextTurn } from 'node:timers/promises';

import pg from 'pg';

import { StoreUnavailable } from '../../errors.ts';
import type { Parameter } from './bindable.ts';
import { LossWatch } from './loss-watch.ts';
import { withinPatience } from './patience.ts';
import { isStalePlan, translatePostgresError } from './postgres-errors.ts';
import { StatementNames } from './statement-names.ts';

/** A lost server is told within a second, whether a connection is open or not. */
const CONNECTION_PATIENCE_MS = 900;
/** So long what nobody waits for any more may go on trying. */
const CONNECTION_TIMEOUT_MS = 2_000;
const MOST_CONNECTIONS = 10;
/** Who closes has stopped asking; if somebody has not, it is not waited for longer. */
const QUIET_WITHIN_MS = 5_000;
const INT8 = 20;
const NUMERIC = 1700;

/** The URL's own parameters go before these. */
const SETTINGS = {
  application_name: 'senid',
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
  max: MOST_CONNECTIONS,
  idleTimeoutMillis: 60_000,
  // After a failover, or behind a balancer, no connection stays where it was for ever.
  maxLifetimeSeconds: 1_800,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const;

export interface Statement {
  readonly text: string;
  readonly values: Parameter[];
}

export interface Answer {
  readonly command: string;
  readonly rowCount: number | null;
  readonly rows: unknown[];
}

/** One connection, to oneself until it is given back. */
export interface Connection {
  /** Nobody has used it before. */
  readonly isFresh: boolean;
  readonly client: pg.PoolClient;
}

/** The connections to one database. Failures come as the engine names them. */
export class ConnectionPool {
  readonly #pool: pg.Pool;
  readonly #watch: LossWatch;
  /** None when `prepared_statements=off`: for a PgBouncer before 1.21. */
  readonly #names: StatementNames | undefined;
  readonly #used = new WeakSet<pg.PoolClient>();
  readonly #open = new Set<Promise<unknown>>();
  #isClosed = false;
  #closing: Promise<void> | undefined;

  constructor(url: string) {
    this.#pool = new pg.Pool({ connectionString: url, types: { getTypeParser }, ...SETTINGS });
    // Without a listener a lost connection would end the process. Whoever uses it gets the error from its query.
    this.#pool.on('error', () => {});
    this.#pool.on('connect', (client) => client.on('error', () => {}));
    this.#watch = new LossWatch(url);
    const prepared = new URL(url).searchParams.get('prepared_statements') !== 'off';
    this.#names = prepared ? new StatementNames() : undefined;
  }

  /** Runs `work`, and lets the pool be closed only afterwards. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new StoreUnavailable('the store is closed');
    const running = work();
    this.#open.add(running);
    try {
      return await running;
    } finally {
      this.#open.delete(running);
    }
  }

  /** Who has no connection yet. */
  get waiting(): number {
    return this.#pool.waitingCount;
  }

  /** Rejects with `StoreUnavailable`; nothing has been sent then. */
  async take(): Promise<Connection> {
    const connecting = this.#pool.connect();
    try {
      const client = await (this.#pool.idleCount > 0
        ? connecting
        : withinPatience(connecting, CONNECTION_PATIENCE_MS));
      const isFresh = !this.#used.has(client);
      this.#used.add(client);
      return { client, isFresh };
    } catch (cause) {
      // Who comes too late goes to whoever asks next.
      connecting.then(
        (client) => client.release(),
        () => {},
      );
      throw translatePostgresError(cause);
    }
  }

  giveBack({ client }: Connection, { isBroken }: { isBroken: boolean }): void {
    client.release(isBroken);
  }

  /** Like `ask`, prepared once for each connection; not within a transaction, which a stale plan would end. */
  async askPrepared(connection: Connection, statement: Statement): Promise<Answer> {
    const name = this.#names?.nameOf(statement.text);
    if (name === undefined) return this.ask(connection, statement);
    try {
      return await this.#send(connection, { ...statement, name });
    } catch (error) {
      if (!isStalePlan(error)) throw error;
      this.#names?.renew(statement.text, name);
      return this.ask(connection, statement);
    }
  }

  ask(connection: Connection, statement: Statement): Promise<Answer> {
    return this.#send(connection, statement);
  }

  /** Once everything asked for has ended. Twice is fine. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const until = performance.now() + QUIET_WITHIN_MS;
    do {
      // What was asked for in this turn is on its way through Kysely; what ends may bring what waited for it.
      await nextTurn();
      await Promise.allSettled(this.#open);
      await nextTurn();
    } while (this.#open.size > 0 && performance.now() < until);
    this.#isClosed = true;
    await Promise.allSettled(this.#open);
    await this.#pool.end();
  }

  #send({ client }: Connection, query: Statement & { readonly name?: string }): Promise<Answer> {
    return this.#watch.until(client.query(query), client);
  }
}

/** Every integer is a number: all of them lie within 2^53. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === INT8 || oid === NUMERIC) return Number;
  return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
}
