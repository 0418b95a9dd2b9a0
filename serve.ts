import type { Server } from 'node:http';

import { sandboxBanner } from './banner.ts';
import { systemClock } from './clock.ts';
import { readConfig, type Config } from './config.ts';
import { createContext } from './context.ts';
import { CannotStart } from './errors.ts';
import { createLog } from './log.ts';
import { prepareSamples } from './samples.ts';
import { loadSecrets } from './secrets.ts';

/** Environment → configuration and secrets → context → server. Rejects with `CannotStart`. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(environment);
  const secrets = loadSecrets(config);
  const samples = prepareSamples(config);
  const log = createLog(config.logLevel);
  const context = await createContext({
    config,
    secrets,
    log,
    clock: systemClock,
    seededClients: samples?.clients ?? [],
    samples: samples?.sites ?? [],
  });
  try {
    await listen(context.server, config);
  } catch (error) {
    await context.close();
    throw error;
  }
  const running = samples?.start((program) => {
    process.stderr.write(`senid: the sample ${program} has ended; SenID goes on without it\n`);
  });
  onSignal(async () => {
    await running?.stop();
    await context.close();
    log.info('server.closed');
  });
  process.stdout.write(sandboxBanner(config, samples?.sites ?? [], Date.now()));
}

async function listen(server: Server, { host, port }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${error.code})`;
      reject(
        new CannotStart(`port ${port} on ${host} ${why}; set PORT and ISSUER`, { cause: error }),
      );
    });
    server.listen(port, host, resolve);
  });
}

/** Ends once, cleanly, and gives up waiting after a while: open requests finish, then the stores close. */
function onSignal(end: () => Promise<void>): void {
  let ending = false;
  const once = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    end().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', once);
  process.on('SIGTERM', once);
}
