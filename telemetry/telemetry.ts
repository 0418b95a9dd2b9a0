import type { Middleware } from 'koa';

import type { Stores } from '../adapters/stores.ts';
import type { Config } from '../config.ts';
import type { JourneyServices } from '../interactions/journey-services.ts';
import { addGauges, type GaugeSources } from './gauges.ts';
import { createMetrics, type Metrics, type MetricsOptions } from './metrics.ts';
import { watchRequests } from './requests.ts';
import { startTracing } from './tracing.ts';
import { watchFetch, watchSteps } from './watched-calls.ts';
import { watchStores } from './watched-stores.ts';

/** All that stands around the work of the program and watches; the work does not know. */
export interface Telemetry {
  readonly metrics: Metrics;
  readonly requests: Middleware;
  readonly watchStep: JourneyServices['watchStep'];
  watchStores(stores: Stores, engines: Pick<Config, 'register' | 'protocol'>): Stores;
  watchFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch;
  /** What can only be asked for. */
  watchState(sources: GaugeSources): void;
}

export function createTelemetry(options: MetricsOptions): Telemetry {
  const metrics = createMetrics(options);
  const tracing = startTracing();
  return {
    metrics,
    requests: watchRequests(metrics, tracing),
    watchStep: watchSteps(metrics, tracing),
    watchStores: (stores, engines) => watchStores(stores, engines, metrics, tracing),
    watchFetch: (fetch) => watchFetch(fetch, tracing),
    watchState: (sources) => addGauges(metrics, sources),
  };
}
