import { Conflict } from '../../errors.ts';

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
  #busy = false;

  constructor(insert: (rows: readonly Row[]) => Promise<void>) {
    this.#insert = insert;
  }

  /** Resolves when the row is stored. */
  add(row: Row): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row, resolve, reject });
      if (!this.#busy) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#busy = true;
    // Whoever asks in the same turn comes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const size = 2 ** Math.floor(Math.log2(Math.min(this.#waiting.length, LARGEST_GROUP)));
      await this.#write(this.#waiting.splice(0, size));
    }
    this.#busy = false;
  }

  async #write(group: readonly Waiting<Row>[]): Promise<void> {
    try {
      await this.#insert(group.map(({ row }) => row));
      for (const { resolve } of group) resolve();
    } catch (error) {
      // One that exists already must not keep the others out.
      if (error instanceof Conflict && group.length > 1) {
        for (const single of group) await this.#write([single]);
      } else {
        for (const { reject } of group) reject(error);
      }
    }
  }
}
