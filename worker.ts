import { readConfig } from './config.ts';
import { CannotStart } from './errors.ts';
import { openChannel, type ChannelEnd } from './process-channel.ts';
import { endOnSignal, logOf } from './process-life.ts';
import { prepareSamples } from './samples.ts';
import { loadSecrets } from './secrets.ts';
import { startServing, type Serving } from './serving.ts';

/** The parent is at its other work for moments only; who hears nothing for so long goes on alone. */
const PATIENCE_MS = 5_000;

const parent: ChannelEnd = {
  send: (message, sent) => process.send?.(message, undefined, undefined, sent),
  on: (event, listener) => void process.on(event, listener),
};

/** One of the processes of a node, started by its parent (`crew.ts`), to which it says whether it is up. */
export async function serveAsWorker(
  environment: NodeJS.ProcessEnv,
  { worker, seeds }: { readonly worker: number; readonly seeds: boolean },
): Promise<void> {
  // A terminal tells every process of the group; the parent will say it to us in its turn.
  process.on('SIGINT', () => {});
  const config = readConfig(environment);
  let serving: Serving | undefined;
  const channel = openChannel(parent, { snapshot: () => serving?.snapshot() ?? [] });
  try {
    serving = await startServing({
      config,
      secrets: loadSecrets(config),
      samples: prepareSamples(config),
      log: logOf(config, worker),
      worker,
      seeds,
      metricsText: async () => String(await channel.ask('metrics', undefined, PATIENCE_MS)),
    });
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    await channel.ask('cannot_start', error.message, PATIENCE_MS).catch(() => {});
    process.exit(1);
  }
  const { end } = serving;
  endOnSignal(['SIGTERM'], config, end);
  await channel.ask('up', undefined, PATIENCE_MS);
}
