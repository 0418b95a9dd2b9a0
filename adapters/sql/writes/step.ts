import type { RegisterWrite, WriteOutcome } from '../../../enrolment/register-writes.ts';
import type { KeyedHash } from '../../keyed-hash.ts';
import type { Sealer } from '../../sealing.ts';
import type { RegisterDatabase } from '../register-database.ts';

export type Taken = Extract<WriteOutcome, { kind: 'taken' }>['what'];

/** One statement of a transaction, everything that is in it sealed and hashed before that begins. */
export interface Step {
  /** Resolves to false when what was seen is no longer so. */
  readonly run: (transaction: RegisterDatabase) => Promise<boolean>;
  /** What it means when a key of it exists already. */
  readonly taken: Taken;
}

/** What rows are sealed with, and found by. */
export interface Keep {
  readonly sealer: Sealer;
  readonly hash: KeyedHash;
}

type WriteOf<Kind extends RegisterWrite['kind']> = Extract<RegisterWrite, { kind: Kind }>;

/** What each of these kinds comes to. */
export type Writers<Kinds extends RegisterWrite['kind']> = {
  readonly [Kind in Kinds]: (write: WriteOf<Kind>) => readonly Step[];
};

/** Something that was seen as it is must still be so: it is changed, or not there. */
export function changes(
  build: (transaction: RegisterDatabase) => {
    executeTakeFirst(): Promise<{ readonly numUpdatedRows: bigint }>;
  },
  taken: Taken = 'other',
): Step {
  return {
    taken,
    async run(transaction) {
      const { numUpdatedRows } = await build(transaction).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

/** Something that must be new: it is there already, and nothing happens, or it is inserted. */
export function inserts(
  build: (transaction: RegisterDatabase) => {
    executeTakeFirst(): Promise<{ readonly numInsertedOrUpdatedRows?: bigint | undefined }>;
  },
  taken: Taken = 'other',
): Step {
  return {
    taken,
    async run(transaction) {
      const { numInsertedOrUpdatedRows = 0n } = await build(transaction).executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n;
    },
  };
}

/** Whatever was there before. */
export function does(
  build: (transaction: RegisterDatabase) => { execute(): Promise<unknown> },
  taken: Taken = 'other',
): Step {
  return {
    taken,
    async run(transaction) {
      await build(transaction).execute();
      return true;
    },
  };
}
