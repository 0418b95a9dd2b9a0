import assert from 'node:assert/strict';

import { Conflict, StoreUnavailable } from '../../../errors.ts';
import { createMetrics } from '../../../telemetry/metrics.ts';
import { metricsText } from '../../../telemetry/registry.ts';
import { startTracing } from '../../../telemetry/tracing.ts';
import { watchStores } from '../../../telemetry/watched-stores.ts';
import { parseMetrics, sum } from '../../support/metrics-client.ts';
import { freshAccountBench } from '../accounts/account-bench.ts';

const SQLITE = {
  register: { engine: 'sqlite' },
  protocol: { engine: 'sqlite' },
} as const;

describe('Watched stores', () => {
  const bench = freshAccountBench();
  const watched = () => {
    const metrics = createMetrics({ worker: 1, version: '1' });
    const stores = watchStores(bench().stores, SQLITE, metrics, startTracing());
    const series = async () => parseMetrics(await metricsText([await metrics.snapshot()]));
    return { stores, series };
  };

  it('answer what the stores answer, and time it', async () => {
    const { stores, series } = watched();
    assert.equal(await stores.accounts.count(), await bench().stores.accounts.count());
    await stores.ephemerals.put('ledger', 'key', { a: 1 }, 60);
    assert.deepEqual((await stores.ephemerals.get('ledger', 'key'))?.value, { a: 1 });
    const told = await series();
    const labels = { engine: 'sqlite', store: 'accounts', operation: 'count' };
    assert.equal(sum(told, 'senid_store_seconds_count', labels), 1);
    const count = (operation: string) =>
      sum(told, 'senid_store_seconds_count', { store: 'ephemerals', operation });
    assert.deepEqual([count('put'), count('get'), count('take')], [1, 1, 0]);
  });

  it('fail as the stores fail, and count failures by kind', async () => {
    const { stores, series } = watched();
    const person = await bench().person();
    await assert.rejects(stores.accounts.insert(person), Conflict);
    await bench().stores.close();
    await assert.rejects(stores.accounts.count(), StoreUnavailable);
    const told = await series();
    const failed = (operation: string, kind: string) =>
      sum(told, 'senid_store_errors_total', { store: 'accounts', operation, kind });
    assert.deepEqual([failed('insert', 'conflict'), failed('count', 'unavailable')], [1, 1]);
    assert.equal(sum(told, 'senid_store_seconds_count', { operation: 'insert' }), 1);
  });

  it('are not traced where nobody listens', () => {
    assert.equal(startTracing(), undefined);
  });
});
