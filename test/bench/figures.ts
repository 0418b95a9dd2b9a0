import type { Sample } from './closed-loop.ts';

/** What several rounds of one journey on one server showed. */
export interface Figures {
  readonly rounds: number;
  readonly journeys: number;
  readonly requestsPerJourney: number;
  /** Server CPU, all threads, user and kernel, ms. */
  readonly cpuMsPerJourney: Spread;
  /** Journeys one owned core can serve in a second. */
  readonly perCpuSecond: Spread;
  readonly storeCpuMsPerJourney: Readonly<Record<string, number>>;
  readonly loadCpuMsPerJourney: number;
  readonly latencyMs: { readonly p50: number; readonly p95: number; readonly p99: number };
}

/** Over the rounds: other work on the machine makes every figure worse, none better. */
export interface Spread {
  readonly best: number;
  readonly median: number;
}

export function figuresOf(samples: readonly Sample[]): Figures {
  const journeys = sum(samples.map((each) => each.journeys));
  const costs = samples.map((each) => each.serverCpuMs / each.journeys);
  const cost = { best: Math.min(...costs), median: quantile(costs, 0.5) };
  const latencies = samples.flatMap((each) => each.latencies);
  const stores = Object.keys(samples[0]?.storeCpuMs ?? {});
  return {
    rounds: samples.length,
    journeys,
    requestsPerJourney: sum(samples.map(({ requests }) => requests)) / journeys,
    cpuMsPerJourney: cost,
    perCpuSecond: { best: 1000 / cost.best, median: 1000 / cost.median },
    storeCpuMsPerJourney: Object.fromEntries(
      stores.map((name) => [
        name,
        sum(samples.map(({ storeCpuMs }) => storeCpuMs[name] ?? 0)) / journeys,
      ]),
    ),
    loadCpuMsPerJourney: sum(samples.map(({ loadCpuMs }) => loadCpuMs)) / journeys,
    latencyMs: {
      p50: quantile(latencies, 0.5),
      p95: quantile(latencies, 0.95),
      p99: quantile(latencies, 0.99),
    },
  };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
