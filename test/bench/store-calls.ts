import type { Journey } from './journey.ts';
import { onConnections } from './on-connections.ts';
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

/**
 * On a server that counts, apart from those that are measured. Of many journeys: what a server does once in a while is
 * then little of the whole.
 */
export async function countStoreCalls(
  journey: Journey,
  contestant: RunningContestant,
  journeys: number,
  { holdings }: StoresUnderTest,
): Promise<StoreCalls> {
  const prepared = await journey.prepare(contestant, journeys);
  const { environment } = contestant;
  const look = async () => environment && holdings?.(environment);
  const before = await look();
  await contestant.process.ask({ kind: 'count' });
  await onConnections(contestant.issuer, prepared, (connection, ticket) =>
    journey.walk(contestant, connection, ticket),
  );
  const { storeCalls = {} } = await contestant.process.ask({ kind: 'count' });
  const after = await look();
  const byName = Object.fromEntries(
    Object.entries(storeCalls)
      .map(([name, count]) => [name, count / journeys] as const)
      .filter(([, perJourney]) => perJourney >= 0.05)
      .toSorted(([, a], [, b]) => b - a),
  );
  const calls = Object.entries(byName)
    .filter(([name]) => !TRANSACTION_MARKS.has(name))
    .reduce((sum, [, count]) => sum + count, 0);
  const growth = before && after && growthBetween(before, after, journeys);
  return { contestant: contestant.name, calls, byName, growth };
}
