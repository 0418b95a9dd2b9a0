import { Counter, Gauge, Registry, type Histogram } from '@prometheus-io/client';

import type { MetricDefinition } from './metric-table.ts';
import { TightHistogram, type Labels } from './tight-histogram.ts';

/** All series of one process, as plain data that another process can merge with its own. */
export type MetricsSnapshot = readonly object[];

/** What is called at each scrape, to set values; when it fails, what it said last stands. */
type Collect<Metric> = (metric: Metric) => void | Promise<void>;

export interface MetricsRegistry {
  counter(definition: MetricDefinition, collect?: Collect<Counter<string>>): Counter<string>;
  gauge(definition: MetricDefinition, collect?: Collect<Gauge<string>>): Gauge<string>;
  histogram(definition: MetricDefinition): TightHistogram;
  snapshot(): Promise<MetricsSnapshot>;
}

export const METRICS_CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/** `worker` tells the processes of one node apart: added up, a counter would fall whenever one of them is replaced. */
export function createRegistry(worker: number): MetricsRegistry {
  const registry = new Registry();
  registry.setDefaultLabels({ worker: String(worker) });
  const common = ({ name, help, labels }: MetricDefinition) => ({
    name,
    help: `${help}.`,
    labelNames: Object.keys(labels),
    registers: [registry],
  });
  return {
    counter(definition, collect) {
      const counter: Counter<string> = new Counter({
        ...common(definition),
        collect: () => quietly(collect, counter),
      });
      for (const each of startingAtZero(definition)) counter.inc(each, 0);
      return counter;
    },
    gauge(definition, collect) {
      const gauge: Gauge<string> = new Gauge({
        ...common(definition),
        collect: () => quietly(collect, gauge),
      });
      return gauge;
    },
    histogram({ name, help, buckets = [] }) {
      const histogram = new TightHistogram(name, `${help}.`, buckets);
      // Of a metric the registry uses its name and what `get` resolves with, as it does with merged ones of its own.
      registry.registerMetric(histogram as unknown as Histogram<string>);
      return histogram;
    },
    snapshot: () => registry.getMetricsAsJSON(),
  };
}

/** The text Prometheus reads, of one process or of several. */
export function metricsText(snapshots: readonly MetricsSnapshot[]): Promise<string> {
  return Registry.aggregate([...snapshots]).metrics();
}

const MOST_AT_ZERO = 32;

/** Every series of a small counter is there from the start: a rise from nothing to one is none to Prometheus. */
function startingAtZero({ labels }: MetricDefinition): readonly Labels[] {
  let combined: readonly Labels[] = [{}];
  for (const [label, values = []] of Object.entries(labels)) {
    combined = combined.flatMap((each) => values.map((value) => ({ ...each, [label]: value })));
  }
  return combined.length <= MOST_AT_ZERO ? combined : [];
}

async function quietly<Metric>(
  collect: Collect<Metric> | undefined,
  metric: Metric,
): Promise<void> {
  try {
    await collect?.(metric);
  } catch {
    // What it would have said is missing; everything else is told all the same.
  }
}
