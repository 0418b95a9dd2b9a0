import { roundsOf, type RoundSources } from './enrolment/rounds/rounds.ts';
import { startRounds, type RoundName, type Rounds } from './enrolment/rounds/start-rounds.ts';
import { describeError, type Log } from './log.ts';
import { METRICS } from './telemetry/metric-table.ts';
import type { Metrics } from './telemetry/metrics.ts';

/** What a serving node looks after by itself, watched. */
export function startBackgroundRounds({
  log,
  metrics,
  ...sources
}: RoundSources & { readonly log: Log; readonly metrics: Metrics }): Rounds {
  const { clock } = sources;
  const startedAt = clock();
  const rounds = roundsOf(sources);
  const doneAt = new Map<RoundName, number>();
  const failing = new Set<RoundName>();
  metrics.gauge(METRICS.roundAge, (gauge) => {
    for (const { name: round } of rounds) {
      gauge.set({ round }, Math.max(0, clock() - (doneAt.get(round) ?? startedAt)) / 1000);
    }
  });
  return startRounds({
    rounds,
    onRan(name, outcome) {
      metrics.roundRan(name, outcome);
      failing.delete(name);
      if (outcome === 'done') doneAt.set(name, clock());
    },
    onFailed(name, error) {
      metrics.roundRan(name, 'failed');
      // Once, until it goes well again: it comes round every few seconds.
      if (!failing.has(name)) log.warn(`round.${name}.failed`, describeError(error));
      failing.add(name);
    },
  });
}
