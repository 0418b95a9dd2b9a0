import { METRICS, type MetricDefinition } from '../../telemetry/metric-table.ts';
import type { Series } from './metrics-client.ts';

const byName = new Map<string, MetricDefinition>(
  Object.values(METRICS).map((metric) => [metric.name, metric]),
);

/** What of these series is not in the table: names, labels, and values of labels. */
export function strangers(series: readonly Series[]): readonly string[] {
  return series.flatMap(({ name, labels }) => {
    const metric = byName.get(name) ?? byName.get(name.replace(/_(bucket|sum|count)$/, ''));
    if (metric === undefined) return [name];
    return Object.entries(labels)
      .filter(([label, value]) => !isKnown(metric, label, value))
      .map(([label, value]) => `${name}{${label}="${value}"}`);
  });
}

function isKnown({ type, labels }: MetricDefinition, label: string, value: string): boolean {
  if (label === 'worker') return /^\d+$/.test(value);
  if (label === 'le' && type === 'histogram') return value === '+Inf' || Number(value) > 0;
  if (!(label in labels)) return false;
  return labels[label]?.includes(value) ?? true;
}
