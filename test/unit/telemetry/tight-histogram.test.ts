import assert from 'node:assert/strict';

import { Histogram, Registry } from '@prometheus-io/client';
import fc from 'fast-check';

import { metricsText } from '../../../telemetry/registry.ts';
import { TightHistogram } from '../../../telemetry/tight-histogram.ts';

const BUCKETS = [0.001, 0.01, 0.1, 1];

describe('The tight histogram', () => {
  it('exposes what the library’s own exposes', async () => {
    // Sums of quarters are exact.
    const value = fc.oneof(
      fc.integer({ min: 0, max: 8 }).map((quarters) => quarters / 4),
      fc.constantFrom(0, 0.001, 0.0011, 0.01, 1, 1.5),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1 }), async (values) => {
        const registry = new Registry();
        const theirs = new Histogram({
          name: 'seconds',
          help: 'Time.',
          labelNames: ['route'],
          buckets: BUCKETS,
          registers: [registry],
        });
        const ours = new TightHistogram('seconds', 'Time.', BUCKETS);
        const series = ours.series({ route: 'token' });
        for (const each of values) {
          theirs.observe({ route: 'token' }, each);
          series.observe(each);
        }
        const [expected, exposed] = await Promise.all([
          registry.getMetricsAsJSON().then((metrics) => metricsText([metrics])),
          ours.get().then((metric) => metricsText([[metric]])),
        ]);
        assert.deepEqual(linesOf(exposed), linesOf(expected));
      }),
      { numRuns: 50 },
    );
  });

  it('shows a series from its first observation on', async () => {
    const histogram = new TightHistogram('seconds', 'Time.', BUCKETS);
    const series = histogram.series({ route: 'token' });
    assert.deepEqual((await histogram.get()).values, []);
    series.observe(5);
    assert.equal((await histogram.get()).values.length, BUCKETS.length + 3);
  });
});

/** Labels may stand in any order. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) =>
      line.replace(
        /\{(.*)\}/,
        (_, labels: string) => `{${labels.split(',').toSorted().join(',')}}`,
      ),
    );
}
