import type { Server } from 'node:http';

import { sandboxBanner } from './banner.ts';
import { systemClock } from './clock.ts';
import { readConfig, type Config } from './config.ts';
import { createContext } from './context.ts';
import { CannotStart } from './errors.ts';
import { createLog } from './log.ts';
import { prepareSamples } from './samples.ts';
import { loadSecrets } from './secrets.ts';

const NEEDED_NODE = [24, 7] as const;

/** Boot: environment → configuration and secrets → context → server. */
async function main(): Promise<void> {
  requireNode(process.versions.node);
  const config = readConfig(process.env);
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
  });
  process.stdout.write(sandboxBanner(config, samples?.sites ?? [], Date.now()));
}

/** A package manager that leaves our own runtime out would start us on the system's. */
function requireNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1])) return;
  throw new CannotStart(
    `Node ${NEEDED_NODE.join('.')} or newer is needed, this is ${version}; start with npm start`,
  );
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

main().catch((error: unknown) => {
  if (error instanceof CannotStart) process.stderr.write(`senid: ${error.message}\n`);
  else
    process.stderr.write(`senid: could not start: ${error instanceof Error ? error.stack : ''}\n`);
  process.exitCode = 1;
});
