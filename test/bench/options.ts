import { parseArgs } from 'node:util';

import { JOURNEYS } from './journeys.ts';
import type { Pace } from './measure.ts';
import { STORE_KINDS, type StoreKind } from './stores-under-test.ts';

export interface BenchOptions {
  readonly quick: boolean;
  /** Into `docs/`, besides the table and the JSON. */
  readonly write: boolean;
  /** Profiles these journeys instead of measuring. */
  readonly profile: boolean;
  readonly stores: readonly StoreKind[];
  /** Names. */
  readonly journeys: readonly string[];
  readonly pace: Pace;
  readonly accounts: number;
  /** Of the second register; undefined when there is none. */
  readonly manyAccounts: number | undefined;
  readonly sessions: readonly number[];
  /** Whose store calls are counted. */
  readonly countedJourneys: number;
}

const QUICK: Pick<BenchOptions, 'pace' | 'manyAccounts' | 'sessions' | 'countedJourneys'> = {
  pace: {
    connections: 16,
    rounds: 2,
    rampMs: 300,
    warmMs: 1_000,
    windowMs: 1_000,
    leastWarming: 60,
    leastCounted: 40,
    mostPerSecond: 500,
    reused: 64,
  },
  manyAccounts: undefined,
  sessions: [1_000, 3_000],
  countedJourneys: 50,
};

const FULL: typeof QUICK = {
  pace: {
    connections: 16,
    rounds: 5,
    rampMs: 300,
    warmMs: 6_000,
    windowMs: 5_000,
    leastWarming: 400,
    leastCounted: 150,
    mostPerSecond: 600,
    reused: 512,
  },
  manyAccounts: 1_000_000,
  sessions: [1_000, 10_000, 100_000],
  countedJourneys: 300,
};

export const USAGE = `npm run bench -- [--quick] [--write] [--profile] [--stores a,b] [--journeys a,b]
  stores: ${STORE_KINDS.join(', ')}
  journeys: ${JOURNEYS.map(({ journey }) => journey.name).join(', ')}
`;

/** Throws with a message for who typed it. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      stores: { type: 'string' },
      journeys: { type: 'string' },
    },
  });
  const { quick, write, profile } = values;
  const names = JOURNEYS.map(({ journey }) => journey.name);
  return {
    quick,
    write,
    profile,
    stores: chosen(values.stores, STORE_KINDS),
    journeys: chosen(values.journeys, names),
    accounts: 10_000,
    ...(quick ? QUICK : FULL),
  };
}

function chosen<T extends string>(list: string | undefined, known: readonly T[]): readonly T[] {
  if (list === undefined) return known;
  return list.split(',').map((name) => {
    const found = known.find((each) => each === name);
    if (found === undefined) throw new RangeError(`${name} is none of ${known.join(', ')}`);
    return found;
  });
}
