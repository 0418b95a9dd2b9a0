import { availableParallelism } from 'node:os';

import { sandboxBanner } from './banner.ts';
import { readConfig, type Config } from './config.ts';
import { createCrew } from './crew.ts';
import { CannotStart } from './errors.ts';
import { endOnSignal, logOf, openMetricsPort } from './process-life.ts';
import { startPrograms, type Program } from './programs.ts';
import { prepareSamples, type Samples } from './samples.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import type { Serving } from './serving.ts';
import { metricsText } from './telemetry/registry.ts';

export interface ServeOptions {
  /** Processes that serve; 1 is this one. */
  readonly workers: number;
}

const MOST_WORKERS = 256;

/** A number, or `auto` for one process per core. Throws `CannotStart`. */
export function parseWorkers(text: string): number {
  const workers = text === 'auto' ? availableParallelism() : Number(text);
  if (Number.isInteger(workers) && workers >= 1 && workers <= MOST_WORKERS) return workers;
  throw new CannotStart(`--workers must be a number from 1 to ${MOST_WORKERS}, or auto`);
}

/** `--profile` says the same as SENID_PROFILE, and is heard first. */
export function withProfile(
  environment: NodeJS.ProcessEnv,
  profile: string | undefined,
): NodeJS.ProcessEnv {
  return profile === undefined ? environment : { ...environment, SENID_PROFILE: profile };
}

/** A node: environment → configuration and secrets → processes that serve. Rejects with `CannotStart`. */
export async function serve(
  environment: NodeJS.ProcessEnv,
  { workers }: ServeOptions,
): Promise<void> {
  const config = readConfig(environment);
  // Before anything is started: a sandbox makes them now, and all processes have the same.
  const secrets = loadSecrets(config);
  const samples = prepareSamples(config);
  const node = workers === 1 ? alone({ config, secrets, samples }) : together(config, workers);
  const ends = [() => node.end()];
  // From now on: who is told to end while it starts ends as well as one that serves.
  const isEnding = endOnSignal(['SIGINT', 'SIGTERM'], config, async () => {
    for (const end of ends) await end();
  });
  await node.start();
  if (isEnding()) return;
  const metrics = await openMetricsPort(config.metrics, () => node.metricsText()).catch(
    async (error: unknown) => {
      await node.end();
      throw error;
    },
  );
  if (isEnding()) return;
  const programs = [...(samples?.programs ?? []), ...simulatorPrograms(config)];
  const running = startPrograms(programs, (program) => {
    process.stderr.write(`senid: the ${program} has ended; SenID goes on without it\n`);
  });
  ends.push(
    () => running.stop(),
    async () => metrics.close(),
  );
  process.stdout.write(
    config.mode === 'sandbox'
      ? sandboxBanner(config, samples?.sites ?? [], Date.now())
      : `SenID ${config.issuer}\n`,
  );
}

/** It stands for the State's registers, and knows nothing of us. */
function simulatorPrograms({ simulator }: Config): readonly Program[] {
  if (simulator === undefined) return [];
  const args = ['--port', String(simulator.port), '--data', simulator.folder];
  return [{ name: 'simulator', file: './simulator/main.js', args }];
}

interface ServingNode {
  /** Rejects with `CannotStart`. */
  start(): Promise<void>;
  metricsText(): Promise<string>;
  /** Also before it has started, or while it does. */
  end(): Promise<void>;
}

function alone(parts: {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly samples: Samples | undefined;
}): ServingNode {
  let serving: Serving | undefined;
  return {
    async start() {
      // A parent of others, which is a process too, has no use for all that this loads.
      const { startServing } = await import('./serving.ts');
      const log = logOf(parts.config, 1);
      serving = await startServing({ ...parts, log, worker: 1, seeds: true });
    },
    metricsText: async () => metricsText(serving === undefined ? [] : [await serving.snapshot()]),
    async end() {
      await serving?.end();
    },
  };
}

function together(config: Config, count: number): ServingNode {
  if (config.profile === 'conformance') {
    throw new CannotStart('--workers: the conformance profile is served by one process');
  }
  if (config.dataFolder !== undefined) {
    throw new CannotStart(
      `--workers ${count} needs PostgreSQL and Redis (DATABASE_URL, REDIS_URL): one serving process owns the data folder ${config.dataFolder}`,
    );
  }
  const text = async () => metricsText(await crew.snapshots());
  const crew = createCrew({ count, log: logOf(config), metricsText: text });
  return {
    async start() {
      try {
        await crew.start();
      } catch (error) {
        await crew.end().catch(() => {});
        throw error;
      }
    },
    metricsText: text,
    end: () => crew.end(),
  };
}
