import { hostname } from 'node:os';

import type { Config, MetricsPlace } from './config.ts';
import { listen } from './listen.ts';
import { createLog, type Log } from './log.ts';
import { createMetricsServer } from './telemetry/metrics-endpoint.ts';

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

/** Ends once, cleanly: with code 0 when `end` resolves in time. The answer tells whether that has begun. */
export function endOnSignal(
  signals: readonly NodeJS.Signals[],
  { drainSeconds }: Config,
  end: () => Promise<void>,
): () => boolean {
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
  return () => ending;
}
