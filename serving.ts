import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

import { systemClock } from './clock.ts';
import type { Config, MetricsPlace } from './config.ts';
import { createContext } from './context.ts';
import { listen } from './listen.ts';
import { createLog, type Log } from './log.ts';
import manifest from './package.json' with { type: 'json' };
import type { Samples } from './samples.ts';
import type { Secrets } from './secrets.ts';
import { createMetricsServer } from './telemetry/metrics-endpoint.ts';
import type { MetricsSnapshot } from './telemetry/registry.ts';

export interface ServingOptions {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly samples: Samples | undefined;
  readonly worker: number;
  readonly seeds: boolean;
  readonly metricsText?: () => Promise<string>;
}

/** One process that serves. */
export interface Serving {
  snapshot(): Promise<MetricsSnapshot>;
  /** Readiness turns red, then nothing more is accepted, then what is under way finishes, then the stores close. */
  end(): Promise<void>;
}

/** Resolves when it listens. Rejects with `CannotStart`. */
export async function startServing(options: ServingOptions): Promise<Serving> {
  const { config, secrets, log, samples, worker, seeds, metricsText } = options;
  const context = await createContext({
    config,
    secrets,
    log,
    clock: systemClock,
    seededClients: samples?.clients ?? [],
    samples: samples?.sites ?? [],
    process: { worker, version: manifest.version },
    seeds,
    metricsText,
  });
  try {
    await listen(context.server, config, 'set PORT and ISSUER');
  } catch (error) {
    await context.close();
    throw error;
  }
  return {
    snapshot: () => context.snapshot(),
    async end() {
      context.drain();
      log.info('server.draining');
      await delay(config.drainSeconds * 1000);
      const cutOff = await context.close();
      if (cutOff > 0) log.warn('server.cut_off', { count: cutOff });
      log.info('server.closed');
    },
  };
}

/** The lines of this process: `worker` is absent in the one that only looks after the others. */
export function logOf(config: Config, worker?: number): Log {
  const node = hostname();
  return createLog(config.logLevel, undefined, worker === undefined ? { node } : { node, worker });
}

/** `/metrics` on its own port, where there is one. Rejects with `CannotStart`. */
export async function openMetricsPort(
  { host, port, token }: MetricsPlace,
  text: () => Promise<string>,
): Promise<{ close(): void }> {
  if (port === undefined) return { close() {} };
  const server = createMetricsServer(token, text);
  await listen(server, { host, port }, 'set METRICS_PORT');
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What `end` may take beside the draining, before the process ends anyhow: requests have ten seconds of their own. */
const PATIENCE_SECONDS = 15;

/** Ends once, cleanly: with code 0 when `end` resolves in time. */
export function endOnSignal(
  signals: readonly NodeJS.Signals[],
  { drainSeconds }: Config,
  end: () => Promise<void>,
): void {
  let ending = false;
  const once = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), (drainSeconds + PATIENCE_SECONDS) * 1000).unref();
    end().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of signals) process.on(signal, once);
}
