import { perform, type Command, type Outcome } from './command.ts';
import type { Bench } from './engine.ts';

export const RACERS = 20;

/** All at once in this process. */
export function race(bench: Bench, commands: readonly Command[]): Promise<readonly Outcome[]> {
  return Promise.all(commands.map((command) => perform(bench.stores, command)));
}

/** Every other one in this process, the rest in another, both starting at the same time. */
export async function raceAcrossProcesses(
  bench: Bench,
  commands: readonly Command[],
): Promise<readonly Outcome[]> {
  // Whatever has to be started there is started now.
  await bench.elsewhere([], 0);
  const startAt = Date.now() + 5;
  const there = bench.elsewhere(
    commands.filter((_, index) => index % 2 === 1),
    startAt,
  );
  const here = startingAt(startAt).then(() =>
    race(
      bench,
      commands.filter((_, index) => index % 2 === 0),
    ),
  );
  return (await Promise.all([here, there])).flat();
}

/** Spins at the end: a timer alone is too coarse for two processes to meet. */
export async function startingAt(time: number): Promise<void> {
  if (time <= Date.now()) return;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, time - Date.now() - 2)));
  while (Date.now() < time);
}

export function repeated<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** How often each value came out. */
export function tally(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const name = 'error' in outcome ? outcome.error : JSON.stringify(outcome.value ?? null);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
