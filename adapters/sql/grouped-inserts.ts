import { StoreUnavailable } from '../../errors.ts';

const LARGEST_GROUP = 32;

interface Waiting<Row> {
  readonly row: Row;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Inserts that many requests make at once share statements: while one is under way, the next rows gather. `insert` is
 * given 1, 2, 4 … `LARGEST_GROUP` rows, so that few statements are enough, and writes all of them or none.
 */
export class GroupedInserts<Row> {
  readonly #insert: (rows: readonly Row[]) => Promise<void>;
  readonly #waiting: Waiting<Row>[] = [];
  #running: Promise<void> | undefined;

  constructor(insert: (rows: readonly Row[]) => Promise<void>) {
    this.#insert = insert;
  }

  /** Resolves when the row is stored. */
  add(row: Row): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when everything asked for before is stored, or told as a failure. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // Whoever asks in the same turn comes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const size = 2 ** Math.floor(Math.log2(Math.min(this.#waiting.length, LARGEST_GROUP)));
      await this.#write(this.#waiting.splice(0, size));
    }
    this.#running = undefined;
  }

  async #write(group: readonly Waiting<Row>[]): Promise<void> {
    try {
      await this.#insert(group.map(({ row }) => row));
      for (const { resolve } of group) resolve();
    } catch (error) {
      // One that is refused must not keep the others out; nothing was written.
      if (!(error instanceof StoreUnavailable) && group.length > 1) {
        for (const single of group) await this.#write([single]);
      } else {
        for (const { reject } of group) reject(error);
      }
    }
  }
}
