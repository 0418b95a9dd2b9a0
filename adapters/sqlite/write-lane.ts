import type { Connection } from './connection.ts';
import { patiently } from './patience.ts';
import { translateSqliteError } from './sqlite-errors.ts';

/**
 * The one way to write to a file. SQLite has a single writer, and making a commit durable costs far more than
 * the statements in it: so writes asked for in the same turn of the event loop share one transaction (group commit).
 */
export class WriteLane {
  readonly #connection: Connection;
  readonly #patienceMs: number | undefined;
  #queue: QueuedWrite[] = [];
  #lastTurn: Promise<void> = Promise.resolve();
  #turnsWaiting = 0;

  constructor(connection: Connection, patienceMs?: number) {
    this.#connection = connection;
    this.#patienceMs = patienceMs;
  }

  /**
   * Runs `work`, which is synchronous, all or nothing, in the next group. Resolves with its result only after COMMIT;
   * when `work` throws, it is undone and rejects alone.
   */
  write<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#queue.push(queuedWrite(work, resolve, reject));
      if (this.#queue.length === 1) setImmediate(() => void this.#commitGroup());
    });
  }

  /** The lane to oneself, in an open transaction, until its `commit` or `rollback`. */
  async begin(): Promise<LaneTransaction> {
    const endTurn = await this.#nextTurn();
    try {
      await this.#begin();
    } catch (error) {
      endTurn();
      throw error;
    }
    return new LaneTransaction(this.#connection, endTurn);
  }

  /** Writes and transactions that have not begun. */
  get waiting(): number {
    return this.#queue.length + this.#turnsWaiting;
  }

  /** Resolves when everything asked for before has ended: the lane answers in order. */
  async settled(): Promise<void> {
    await this.write(() => {}).catch(() => {});
  }

  async #commitGroup(): Promise<void> {
    const endTurn = await this.#nextTurn();
    let group: QueuedWrite[] = [];
    try {
      await this.#begin().finally(() => {
        group = this.#queue;
        this.#queue = [];
      });
      for (const write of group) this.#attempt(write);
      this.#connection.prepare('commit').run();
      for (const write of group) write.settle();
    } catch (error) {
      rollBack(this.#connection);
      for (const write of group) write.reject(error);
    } finally {
      endTurn();
    }
  }

  /** Throws when the whole transaction is lost: a full disk, for one, makes SQLite roll all of it back. */
  #attempt(write: QueuedWrite): void {
    this.#connection.prepare('savepoint one').run();
    try {
      write.run();
    } catch (error) {
      if (!this.#connection.inTransaction) throw error;
      this.#connection.prepare('rollback to one').run();
    }
    this.#connection.prepare('release one').run();
  }

  #begin(): Promise<unknown> {
    return patiently(() => this.#connection.prepare('begin immediate').run(), this.#patienceMs);
  }

  /** Waits for whoever asked before; the caller must end its turn. */
  async #nextTurn(): Promise<() => void> {
    const before = this.#lastTurn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#lastTurn = promise;
    this.#turnsWaiting += 1;
    await before;
    this.#turnsWaiting -= 1;
    return resolve;
  }
}

/** Holds the lane: forgetting to end it stops every other write. */
export class LaneTransaction {
  readonly #connection: Connection;
  readonly #endTurn: () => void;

  constructor(connection: Connection, endTurn: () => void) {
    this.#connection = connection;
    this.#endTurn = endTurn;
  }

  commit(): void {
    try {
      this.#connection.prepare('commit').run();
    } catch (error) {
      rollBack(this.#connection);
      throw translateSqliteError(error);
    } finally {
      this.#endTurn();
    }
  }

  rollback(): void {
    rollBack(this.#connection);
    this.#endTurn();
  }
}

interface QueuedWrite {
  run(): void;
  /** Tells the caller how `run` went. Only after COMMIT: until then even a failure of its own may be undone. */
  settle(): void;
  reject(error: unknown): void;
}

function queuedWrite<T>(
  work: () => T,
  resolve: (value: T) => void,
  rejectRaw: (error: unknown) => void,
): QueuedWrite {
  const reject = (error: unknown) => rejectRaw(translateSqliteError(error));
  let settle = () => reject(new Error('a write was settled before it ran'));
  return {
    run() {
      try {
        const value = work();
        settle = () => resolve(value);
      } catch (error) {
        settle = () => reject(error);
        throw error;
      }
    },
    settle: () => settle(),
    reject,
  };
}

function rollBack(connection: Connection): void {
  if (connection.inTransaction) connection.exec('rollback');
}
