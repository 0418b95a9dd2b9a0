import type { Stores } from '../../adapters/stores.ts';
import type { Clock } from '../../clock.ts';
import type { Command, Outcome } from './command.ts';

/** Opens an engine with nothing in it. */
export type OpenBench = () => Promise<Bench>;

/** One engine under test, and what a test may do to it from outside the interfaces. */
export interface Bench {
  readonly stores: Stores;
  readonly clock: Clock;
  /** Resolves when the engine believes that so much time has gone by. */
  elapse(seconds: number): Promise<void>;
  /** Performs all commands in parallel, in another process on the same data, from `startAt` (epoch ms) on. */
  elsewhere(commands: readonly Command[], startAt: number): Promise<readonly Outcome[]>;
  /** A statement on the register, as an administrator would give it past the stores. */
  tamper(statement: string): Promise<void>;
  close(): Promise<void>;
}

/** A fresh bench for every test of the surrounding suite. */
export function freshBench(open: OpenBench): () => Bench {
  return benchBetween(beforeEach, afterEach, open);
}

/** One bench for all tests of the surrounding suite: they use keys of their own. */
export function sharedBench(open: OpenBench): () => Bench {
  return benchBetween(before, after, open);
}

type Hook = (work: () => Promise<void>) => void;

function benchBetween(start: Hook, end: Hook, open: OpenBench): () => Bench {
  let bench: Bench | undefined;
  start(async () => {
    bench = await open();
  });
  end(async () => {
    await bench?.close();
    bench = undefined;
  });
  return () => {
    if (bench === undefined) throw new Error('the bench exists only while a test runs');
    return bench;
  };
}
