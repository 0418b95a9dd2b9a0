import assert from 'node:assert/strict';

import fc from 'fast-check';

import { oneOf, statusClass } from '../../../telemetry/label-values.ts';
import { METRICS, type MetricDefinition } from '../../../telemetry/metric-table.ts';
import { createMetrics } from '../../../telemetry/metrics.ts';
import { metricsText } from '../../../telemetry/registry.ts';
import { ROUTE_NAMES, routeOf } from '../../../web/route-of.ts';
import { strangers } from '../../support/metrics-bounds.ts';
import { parseMetrics, sum } from '../../support/metrics-client.ts';

const table: readonly MetricDefinition[] = Object.values(METRICS);

describe('The table of metrics', () => {
  it('gives each a name of its own, a sentence, and labels with few values', () => {
    assert.equal(new Set(table.map(({ name }) => name)).size, table.length);
    for (const { name, help, type, labels, buckets } of table) {
      assert.match(name, /^(senid|process|nodejs)_[a-z_]+$/);
      assert.equal(name.endsWith('_total'), type === 'counter', name);
      assert.ok(help.length > 10 && !help.endsWith('.'), name);
      assert.equal(buckets !== undefined, type === 'histogram', name);
      for (const [label, values] of Object.entries(labels)) {
        assert.match(label, /^[a-z_]+$/);
        // `operation` has the most: every method of every store, which a type holds complete; nothing from outside.
        assert.ok(values === undefined || (values.length > 0 && values.length <= 96), label);
      }
    }
  });
});

describe('A label', () => {
  it('has a value of its list, whatever comes from outside', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webPath(), fc.constant(undefined)), (said) => {
        assert.ok((ROUTE_NAMES as readonly string[]).includes(routeOf(`/${String(said)}`)));
        assert.ok(['a', 'other'].includes(oneOf(['a', 'other'], said)));
      }),
    );
    fc.assert(
      fc.property(fc.integer(), (status) => assert.match(statusClass(status), /^[1-5]xx$/)),
    );
  });

  it('tells a resume from a request, and the front page from the rest', () => {
    const routes = ['/', '/authorize', '/authorize/x', '/token', '/tokens', '/health/live'];
    assert.deepEqual(routes.map(routeOf), [
      'home',
      'authorize',
      'resume',
      'token',
      'other',
      'health',
    ]);
  });
});

describe('What is recorded', () => {
  const record = () => createMetrics({ worker: 2, version: '1.2.3' });
  const exposed = async (metrics: ReturnType<typeof record>) =>
    parseMetrics(await metricsText([await metrics.snapshot()]));

  it('is kept within the table, also when nonsense is recorded', async () => {
    const metrics = record();
    metrics.requestStarted();
    metrics.requestEnded({ route: 'token', method: 'BREW', status: 799, seconds: 1 });
    metrics.tokens('urn:ietf:params:oauth:grant-type:made-up', 'refused');
    metrics.tokens(undefined, 'refused');
    metrics.replay('Unknown', 'refused');
    metrics.authenticated('urn:made:up');
    metrics.storeFailed('sqlite', 'accounts', 'insert', 'made_up');
    metrics.stepTaken('made-up', 'show', 1);
    const series = await exposed(metrics);
    assert.deepEqual(strangers(series), []);
    assert.equal(sum(series, 'senid_tokens_total', { grant_type: 'other' }), 2);
    assert.equal(sum(series, 'senid_http_requests_total', { method: 'other' }), 1);
    assert.ok(series.every(({ labels }) => labels['worker'] === '2'));
  });

  it('starts at nothing where a rise from nothing must be seen', async () => {
    const series = await exposed(record());
    for (const name of ['senid_journeys_total', 'senid_tokens_total', 'senid_replays_total']) {
      const found = series.filter((each) => each.name === name);
      assert.ok(found.length > 5 && found.every(({ value }) => value === 0), name);
    }
  });

  it('stands beside that of other processes, not added to it', async () => {
    const workers = [1, 2].map((worker) => createMetrics({ worker, version: '1' }));
    for (const metrics of workers) metrics.authenticated('urn:senid:loa:low');
    const snapshots = await Promise.all(workers.map((metrics) => metrics.snapshot()));
    // As it is after the way through a channel.
    const received = JSON.parse(JSON.stringify(snapshots)) as typeof snapshots;
    const series = parseMetrics(await metricsText(received));
    const low = { acr: 'urn:senid:loa:low' };
    assert.equal(sum(series, 'senid_authentications_total', { ...low, worker: '1' }), 1);
    assert.equal(sum(series, 'senid_authentications_total', { ...low, worker: '2' }), 1);
  });

  it('is told even where one of the sources fails', async () => {
    const metrics = record();
    metrics.gauge(METRICS.storeUp, () => Promise.reject(new Error('gone')));
    assert.ok(sum(await exposed(metrics), 'senid_build_info') === 1);
  });
});
