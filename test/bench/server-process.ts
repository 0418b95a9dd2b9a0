import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { InsideAnswer, InsideOrder } from './inside-server.ts';
import { onServerCore, type Pinning } from './machine.ts';

const START_TIMEOUT_MS = 60_000;
const INSIDE = fileURLToPath(new URL('./inside-server.js', import.meta.url));

export interface ServerProgram {
  /** Compiled, as anybody would start it. */
  readonly program: string;
  readonly issuer: string;
  /** Answers 200 when it serves. */
  readonly readyPath: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly pinning: Pinning | undefined;
  /** Loads what counts, profiles and collects garbage on order; never while speed is measured. */
  readonly inspected?: boolean;
}

export interface ServerProcess {
  readonly pid: number;
  /** Only of an inspected server. */
  ask(order: InsideOrder): Promise<InsideAnswer>;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A server on its own core; its log goes to a file, as it would to a collector. */
export async function startServer(options: ServerProgram): Promise<ServerProcess> {
  const { program, folder, env, pinning, inspected = false } = options;
  const inside = inspected ? ['--expose-gc', '--import', INSIDE] : [];
  const [command, args] = onServerCore(pinning, [process.execPath, ...inside, program]);
  const logFile = `${folder}/server.log`;
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', log, log, ...(inspected ? (['ipc'] as const) : [])],
  });
  closeSync(log);
  running.add(child);
  const gone = once(child, 'exit').then(() => running.delete(child));
  await untilReady(options, child, logFile);
  return {
    pid: child.pid ?? 0,
    async ask(order) {
      const answered = once(child, 'message');
      child.send(order);
      const [answer] = (await answered) as [InsideAnswer];
      return answer;
    },
    async stop() {
      if (!hasEnded(child)) child.kill('SIGTERM');
      await gone;
    },
  };
}

async function untilReady(
  { issuer, readyPath }: ServerProgram,
  child: ChildProcess,
  logFile: string,
): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const answer = await fetch(issuer + readyPath).catch(() => undefined);
    if (answer?.ok === true) return;
    if (hasEnded(child) || Date.now() > deadline)
      throw new Error(`no server at ${issuer}:\n${readFileSync(logFile, 'utf8').slice(-2_000)}`);
    await delay(50);
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
