import { runLoop } from './closed-loop.ts';
import type { Journey } from './journey.ts';
import type { RunningContestant } from './senid-contestant.ts';
import { growthBetween, type Growth, type StoresUnderTest } from './stores-under-test.ts';

/** What one journey asks of the stores. */
export interface StoreCalls {
  readonly contestant: string;
  /** Statements and commands, those that only mark a transaction left out. */
  readonly calls: number;
  readonly byName: Readonly<Record<string, number>>;
  /** What one journey leaves behind, where the stores can tell. */
  readonly growth: Growth | undefined;
}

const TRANSACTION_MARKS = new Set(['begin', 'commit', 'savepoint', 'release', 'rollback']);
/** Whatever a server does once in a while counts for little among so many. */
const JOURNEYS = 60;

/** On servers that count, apart from those that are measured. */
export async function countStoreCalls(
  journey: Journey,
  contestants: readonly RunningContestant[],
  stores: StoresUnderTest,
): Promise<StoreCalls[]> {
  const counted: StoreCalls[] = [];
  for (const contestant of contestants) counted.push(await countFor(journey, contestant, stores));
  return counted;
}

async function countFor(
  journey: Journey,
  contestant: RunningContestant,
  { holdings }: StoresUnderTest,
): Promise<StoreCalls> {
  const prepared = await journey.prepare(contestant, JOURNEYS);
  // Used up one by one, so that their number is known.
  const once = { ...journey, reusable: false, walk: journey.walk.bind(journey) };
  const options = { connections: 4, rampMs: 0, windowMs: 600_000, metered: [] };
  const { environment } = contestant;
  const look = async () => environment && holdings?.(environment);
  const before = await look();
  await contestant.process.ask({ kind: 'count' });
  await runLoop(contestant, once, prepared, options);
  const { storeCalls = {} } = await contestant.process.ask({ kind: 'count' });
  const after = await look();
  const byName = Object.fromEntries(
    Object.entries(storeCalls)
      .map(([name, count]) => [name, count / JOURNEYS] as const)
      .filter(([, perJourney]) => perJourney >= 0.05)
      .toSorted(([, a], [, b]) => b - a),
  );
  const calls = Object.entries(byName)
    .filter(([name]) => !TRANSACTION_MARKS.has(name))
    .reduce((sum, [, count]) => sum + count, 0);
  const growth = before && after && growthBetween(before, after, JOURNEYS);
  return { contestant: contestant.name, calls, byName, growth };
}
