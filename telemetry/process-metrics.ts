import { monitorEventLoopDelay } from 'node:perf_hooks';

import { METRICS } from './metric-table.ts';
import type { MetricsRegistry } from './registry.ts';

/** Coarse, so that an idle process sleeps: what matters is a loop that is late by tens of milliseconds. */
const LOOP_RESOLUTION_MS = 20;
const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;

export function addProcessMetrics(registry: MetricsRegistry, version: string): void {
  registry.gauge(METRICS.buildInfo).set({ version, runtime: process.version }, 1);
  registry.gauge(METRICS.startTime).set(performance.timeOrigin / 1000);
  registry.gauge(METRICS.memory, (gauge) => gauge.set(process.memoryUsage.rss()));
  registry.gauge(METRICS.heapUsed, (gauge) => gauge.set(process.memoryUsage().heapUsed));
  let told = 0;
  registry.counter(METRICS.cpuSeconds, (counter) => {
    const { user, system } = process.cpuUsage();
    const used = (user + system) / MICROSECONDS;
    counter.inc(used - told);
    told = used;
  });
  addLoopDelay(registry);
}

function addLoopDelay(registry: MetricsRegistry): void {
  const delay = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
  registry.gauge(METRICS.loopDelay, (gauge) => {
    const late = (nanoseconds: number) =>
      Math.max(0, nanoseconds / NANOSECONDS - LOOP_RESOLUTION_MS / 1000);
    gauge.set({ quantile: '0.5' }, late(delay.percentile(50)));
    gauge.set({ quantile: '0.99' }, late(delay.percentile(99)));
    gauge.set({ quantile: '1' }, late(delay.max));
    delay.reset();
    // Watched from the first scrape on: without one nobody would know.
    delay.enable();
  });
}
