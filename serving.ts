import { setTimeout as delay } from 'node:timers/promises';

import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { createContext } from './context.ts';
import type { Log } from './log.ts';
import manifest from './package.json' with { type: 'json' };
import { readResourceServers } from './resource-servers-file.ts';
import type { Samples } from './samples.ts';
import type { Secrets } from './secrets.ts';
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
    resourceServers: [...(samples?.resourceServers ?? []), ...readResourceServers(config)],
    process: { worker, version: manifest.version },
    seeds,
    metricsText,
  });
  try {
    await context.listen();
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
