import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { startBare } from './bare-contestant.ts';
import { measureHashCost } from './hash-cost.ts';
import { JOURNEYS, type PlannedJourney } from './journeys.ts';
import type { Machine } from './machine.ts';
import { measure } from './measure.ts';
import { measureMemory, type MemoryPoint } from './memory.ts';
import type { BenchOptions } from './options.ts';
import { residentMib } from './process-meter.ts';
import { makeRegistrations } from './registrations.ts';
import { NAMES, type JourneyResult, type PartResult } from './result.ts';
import { startSenid, type RunningContestant, type ServerOptions } from './senid-contestant.ts';
import { countStoreCalls, type StoreCalls } from './store-calls.ts';
import { openStoresUnderTest, type StoreKind } from './stores-under-test.ts';

const SETTLE_MS = 3_000;

export interface PartContext {
  readonly kind: StoreKind;
  readonly options: BenchOptions;
  readonly machine: Machine;
  /** For everything this part writes. */
  readonly folder: string;
  /** One line each, for who waits. */
  say(line: string): void;
}

type Common = Omit<ServerOptions, 'name' | 'folder'>;

/** Everything that is measured on one kind of store. */
export async function runPart(context: PartContext): Promise<PartResult> {
  const { kind, options, machine } = context;
  const stores = await openStoresUnderTest(kind);
  try {
    const { pinning } = machine;
    const common = { stores, registrations: makeRegistrations(), pinning };
    const counted = await countPart(context, common);
    const measured = await measurePart(context, common, counted);
    const memory = await memoryPart(context, common);
    const { accounts, manyAccounts } = options;
    const hashMs = await measureHashCost();
    return { stores: kind, accounts, manyAccounts, ...measured, memory, hashMs };
  } finally {
    await stores.stop();
  }
}

/** The journeys of this run. */
export function chosenJourneys({ journeys }: BenchOptions): readonly PlannedJourney[] {
  return JOURNEYS.filter(({ journey }) => journeys.includes(journey.name));
}

async function countPart(
  { options, folder, say }: PartContext,
  common: Common,
): Promise<ReadonlyMap<string, readonly StoreCalls[]>> {
  const { bare, senid } = await startBoth(join(folder, 'count'), common, options.accounts);
  try {
    const counted = new Map<string, readonly StoreCalls[]>();
    for (const { journey } of chosenJourneys(options)) {
      say(`store calls: ${journey.title}`);
      const calls: StoreCalls[] = [];
      for (const contestant of [bare, senid]) {
        calls.push(
          await countStoreCalls(journey, contestant, options.countedJourneys, common.stores),
        );
      }
      counted.set(journey.name, calls);
    }
    return counted;
  } finally {
    await Promise.all([bare.stop(), senid.stop()]);
  }
}

/** Servers that count and profile. */
export async function startBoth(folder: string, common: Common, accounts: number) {
  const inspected = { ...common, inspected: true };
  const { bare } = await startBare({
    ...inspected,
    name: NAMES.bare,
    folder: join(folder, 'bare'),
  });
  const where = { name: NAMES.senid, folder: join(folder, 'senid') };
  const senid = await startSenid({ ...inspected, ...where, accounts });
  return { bare, senid };
}

async function measurePart(
  { options, folder, say }: PartContext,
  common: Common,
  counted: ReadonlyMap<string, readonly StoreCalls[]>,
) {
  const { accounts, manyAccounts, pace } = options;
  const at = (name: string) => ({ ...common, name, folder: join(folder, name) });
  const { bare, withPages } = await startBare(at(NAMES.bare));
  say(`a register of ${accounts} accounts`);
  const senid = await startSenid({ ...at(NAMES.senid), accounts });
  const running: RunningContestant[] = [bare, senid];
  try {
    let many: RunningContestant | undefined;
    if (manyAccounts !== undefined) {
      say(`a register of ${manyAccounts} accounts`);
      many = await startSenid({ ...at(NAMES.senidMany), accounts: manyAccounts });
      running.push(many);
    }
    await delay(SETTLE_MS);
    const idleMib = Object.fromEntries(running.map(({ name, pid }) => [name, residentMib(pid)]));
    const journeys: JourneyResult[] = [];
    for (const { journey, target, wide, pages } of chosenJourneys(options)) {
      say(journey.title);
      const contestants = [
        bare,
        ...(pages ? [withPages] : []),
        senid,
        ...(wide && many !== undefined ? [many] : []),
      ];
      const measured = await measure(journey, contestants, common.stores.metered, pace);
      const storeCalls = counted.get(journey.name) ?? [];
      journeys.push({ name: journey.name, title: journey.title, target, measured, storeCalls });
    }
    const { environment } = many ?? senid;
    const bytes = environment && (await common.stores.registerBytes(environment));
    const largest = many === undefined ? accounts : (manyAccounts ?? accounts);
    return { idleMib, journeys, registerBytesPerAccount: bytes && bytes / largest };
  } finally {
    await Promise.all(running.map((each) => each.stop()));
  }
}

async function memoryPart(
  { options, folder, say }: PartContext,
  common: Common,
): Promise<readonly MemoryPoint[]> {
  const { accounts, sessions } = options;
  say('memory');
  const where = { name: NAMES.senid, folder: join(folder, 'memory') };
  const senid = await startSenid({ ...common, ...where, accounts, inspected: true });
  try {
    return await measureMemory(senid, sessions);
  } finally {
    await senid.stop();
  }
}
