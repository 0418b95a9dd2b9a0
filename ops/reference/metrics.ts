import { METRICS, type MetricDefinition } from '../../telemetry/metric-table.ts';
import { code, codes, page, table } from './markdown.ts';

/** A longer list is named by its first values. */
const MOST_VALUES = 20;

export function metricsPage(): string {
  const metrics: readonly MetricDefinition[] = Object.values(METRICS);
  return page('Metrics', '`telemetry/metric-table.ts`', [
    'At `/metrics`, on a port of its own (`METRICS_PORT`) or on the main port to whoever has the token ' +
      '(`METRICS_TOKEN`), see [operations](../operations/README.md). Every series has the label `worker`: the number of ' +
      'the process within its node, 1 when there is one.',
    'A label has the values below and no others: no person, relying party, address or token ever stands in one. A ' +
      'series appears with its first value; counters of few series start at 0.',
    table(
      ['Metric', 'Type', 'Labels', 'Meaning'],
      metrics.map(({ name, type, labels, help }) => [
        code(name),
        type,
        codes(Object.keys(labels)),
        `${help}.`,
      ]),
    ),
    '## Values of the labels',
    table(
      ['Label', 'Values'],
      [...labelValues(metrics)].map(([label, values]) => [code(label), shortened(values)]),
    ),
    '## Buckets',
    table(
      ['Histogram', 'Upper bounds, in seconds'],
      metrics
        .filter(({ type }) => type === 'histogram')
        .map(({ name, buckets = [] }) => [code(name), buckets.join(', ')]),
    ),
  ]);
}

/** By label; where two metrics have one of the same name, what either can have. */
function labelValues(
  metrics: readonly MetricDefinition[],
): ReadonlyMap<string, ReadonlySet<string> | undefined> {
  const all = new Map<string, Set<string> | undefined>();
  for (const [label, values] of metrics.flatMap(({ labels }) => Object.entries(labels))) {
    all.set(label, values && new Set([...(all.get(label) ?? []), ...values]));
  }
  return all;
}

function shortened(values: ReadonlySet<string> | undefined): string {
  if (values === undefined) return 'of this build';
  const first = [...values].slice(0, MOST_VALUES);
  const rest = values.size - first.length;
  return rest === 0 ? codes(first) : `${codes(first)} and ${rest} more`;
}
