import type { MetricObjectWithValues, MetricValueWithName } from '@prometheus-io/client';

export type Labels = Readonly<Record<string, string>>;

/** One series of a histogram, found once and kept by who writes to it. */
export class HistogramSeries {
  readonly labels: Labels;
  readonly #bounds: readonly number[];
  /** By bucket, not cumulative; the last one has no bound. */
  readonly #counts: Float64Array;
  #sum = 0;

  constructor(labels: Labels, bounds: readonly number[]) {
    this.labels = labels;
    this.#bounds = bounds;
    this.#counts = new Float64Array(bounds.length + 1);
  }

  observe(value: number): void {
    const bounds = this.#bounds;
    let bucket = 0;
    while (bucket < bounds.length && value > (bounds[bucket] ?? Infinity)) bucket += 1;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sum += value;
  }

  /** None before the first observation. */
  values(name: string): MetricValueWithName<string>[] {
    if (this.#counts.every((inBucket) => inBucket === 0)) return [];
    let count = 0;
    const buckets = Array.from(this.#counts, (inBucket, index) => {
      count += inBucket;
      const le = this.#bounds[index] ?? '+Inf';
      return { metricName: `${name}_bucket`, labels: { ...this.labels, le }, value: count };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels: { ...this.labels }, value: this.#sum },
      { metricName: `${name}_count`, labels: { ...this.labels }, value: count },
    ];
  }
}

/**
 * A histogram whose series are made beforehand. The library's own checks its labels at every observation, which costs
 * 0.6 µs; this is done several times in a request and costs a tenth of that. It exposes the same values.
 */
export class TightHistogram {
  readonly type = 'histogram';
  readonly aggregator = 'sum';
  readonly name: string;
  readonly help: string;
  readonly #buckets: readonly number[];
  readonly #series: HistogramSeries[] = [];

  constructor(name: string, help: string, buckets: readonly number[]) {
    this.name = name;
    this.help = help;
    this.#buckets = buckets;
  }

  /** Once for each set of labels. */
  series(labels: Labels): HistogramSeries {
    const series = new HistogramSeries(labels, this.#buckets);
    this.#series.push(series);
    return series;
  }

  async get(): Promise<Omit<MetricObjectWithValues<MetricValueWithName<string>>, 'collect'>> {
    const { name, help, type, aggregator } = this;
    const values = this.#series.flatMap((series) => series.values(name));
    return { name, help, type, aggregator, values };
  }
}
