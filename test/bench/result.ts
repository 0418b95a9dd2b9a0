import type { Machine } from './machine.ts';
import type { Measured } from './measure.ts';
import type { MemoryPoint } from './memory.ts';
import type { StoreCalls } from './store-calls.ts';
import type { StoreKind } from './stores-under-test.ts';

/** All a run found out: what the tables, the pages of `docs/` and the sizing are made from. */
export interface BenchResult {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly command: string;
  readonly quick: boolean;
  readonly machine: Machine;
  readonly connections: number;
  readonly parts: readonly PartResult[];
}

/** One kind of store. */
export interface PartResult {
  readonly stores: StoreKind;
  readonly accounts: number;
  readonly manyAccounts: number | undefined;
  /** In the larger register, with its indices. */
  readonly registerBytesPerAccount: number | undefined;
  readonly idleMib: Readonly<Record<string, number>>;
  readonly journeys: readonly JourneyResult[];
  readonly memory: readonly MemoryPoint[];
  /** CPU of one argon2id hash, ms. */
  readonly hashMs: number;
}

/** Of the contestants. */
export const NAMES = {
  bare: 'bare',
  barePages: 'bare, with pages',
  senid: 'SenID',
  senidMany: 'SenID, many accounts',
} as const;

export interface JourneyResult {
  readonly name: string;
  readonly title: string;
  readonly target: number | undefined;
  readonly measured: readonly Measured[];
  readonly storeCalls: readonly StoreCalls[];
}

export function measuredOf({ measured }: JourneyResult, contestant: string): Measured | undefined {
  return measured.find((each) => each.contestant === contestant);
}

/** Journeys per CPU-second of one beside the other, over the medians of their rounds. */
export function ratioOf(
  result: JourneyResult,
  contestant: string,
  beside: string,
): number | undefined {
  const one = measuredOf(result, contestant)?.figures.perCpuSecond.median;
  const other = measuredOf(result, beside)?.figures.perCpuSecond.median;
  return one === undefined || other === undefined ? undefined : one / other;
}
