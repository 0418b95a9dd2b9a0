import type { Stores } from '../adapters/stores.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { KeyRecord } from '../provider/signing-key-store.ts';
import type { Readiness } from '../web/readiness.ts';
import { ALGORITHMS, HALVES, oneOf } from './label-values.ts';
import { METRICS } from './metric-table.ts';
import type { Metrics } from './metrics.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface GaugeSources {
  readonly engines: Pick<Config, 'register' | 'protocol'>;
  readonly halves: Stores['halves'];
  readonly readiness: Pick<Readiness, 'check'>;
  readonly keys: { readonly records: readonly KeyRecord[] };
  readonly passwords: { waiting(): number };
  readonly deliveries: Pick<Stores['deliveries'], 'backlog'>;
  readonly cases: Pick<Stores['cases'], 'clocks'>;
  readonly clock: Clock;
}

export function addGauges(metrics: Metrics, sources: GaugeSources): void {
  const { engines, halves, readiness, keys, passwords, deliveries, cases, clock } = sources;
  // Before the stores are asked whether they are there, which is a write that waits as well.
  metrics.gauge(METRICS.queueLength, (gauge) => {
    gauge.set({ queue: 'password_hashing' }, passwords.waiting());
    for (const half of HALVES) gauge.set({ queue: half }, halves[half].waiting?.() ?? 0);
  });
  metrics.gauge(METRICS.storeUp, async (gauge) => {
    const report = await readiness.check();
    for (const half of HALVES) {
      gauge.set({ half, engine: engines[half].engine }, report[half] === 'up' ? 1 : 0);
    }
  });
  const backlog = shared(() => deliveries.backlog());
  metrics.gauge(METRICS.deliveries, async (gauge) => {
    const { waiting, dead } = await backlog();
    gauge.set({ state: 'waiting' }, waiting);
    gauge.set({ state: 'dead' }, dead);
  });
  metrics.gauge(METRICS.deliveryAge, async (gauge) => {
    const { oldestAt, firstDueAt } = await backlog();
    const secondsSince = (at = Infinity) => Math.max(0, clock() - at) / 1000;
    gauge.set({ since: 'enqueued' }, secondsSince(oldestAt));
    gauge.set({ since: 'due' }, secondsSince(firstDueAt));
  });
  metrics.gauge(METRICS.caseClocks, async (gauge) => {
    const { running, dueSoon, overdue } = await cases.clocks(clock(), clock() + DAY_MS);
    gauge.set({ clock: 'running' }, running);
    gauge.set({ clock: 'due_soon' }, dueSoon);
    gauge.set({ clock: 'overdue' }, overdue);
  });
  metrics.gauge(METRICS.signingKeyAge, (gauge) => {
    const now = clock();
    for (const [alg, since] of signingSince(keys.records, now)) {
      gauge.set({ alg: oneOf(ALGORITHMS, alg) }, (now - since) / 1000);
    }
  });
}

/** By algorithm: since when the key that signs now does. */
function signingSince(records: readonly KeyRecord[], now: number): ReadonlyMap<string, number> {
  const since = new Map<string, number>();
  for (const { alg, activeFrom } of records) {
    const known = since.get(alg) ?? -Infinity;
    if (activeFrom <= now && activeFrom > known) since.set(alg, activeFrom);
  }
  return since;
}

/** Several gauges of one scrape ask together. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let asking: Promise<T> | undefined;
  return () => {
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  };
}
