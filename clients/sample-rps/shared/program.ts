import { once } from 'node:events';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

import type Koa from 'koa';

export interface Running {
  close(): Promise<void>;
}

export interface ProgramOptions {
  readonly issuer: string;
  readonly port: number;
  readonly clientSecretFile: string | undefined;
}

const CLOSE_GRACE_MS = 500;

export async function listen(app: Koa, port: number): Promise<Running> {
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    async close() {
      const closed = once(server, 'close');
      server.close();
      setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS).unref();
      await closed;
    },
  };
}

/** Runs a service as a program of its own, until a signal comes or the process that started it is gone. */
export async function runProgram(
  name: string,
  defaultPort: number,
  start: (options: ProgramOptions) => Promise<Running>,
): Promise<void> {
  try {
    const options = commandLine(defaultPort);
    const running = await start(options);
    endWith(running);
    console.log(`${name}: http://localhost:${options.port} (provider ${options.issuer})`);
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    leaveParent();
  }
}

function commandLine(defaultPort: number): ProgramOptions {
  const { values } = parseArgs({
    options: {
      issuer: { type: 'string', default: 'http://localhost:3000' },
      port: { type: 'string', default: String(defaultPort) },
      'client-secret-file': { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('--port: not a port');
  if (!URL.canParse(values.issuer)) throw new Error('--issuer: not a URL');
  return { issuer: values.issuer, port, clientSecretFile: values['client-secret-file'] };
}

function endWith(running: Running): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    leaveParent();
    void running.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, end);
}

/** An open channel to the parent would keep the process alive. */
function leaveParent(): void {
  if (process.connected) process.disconnect();
}
