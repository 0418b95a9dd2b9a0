import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import pg from 'pg';

const INSTALLATIONS = '/usr/lib/postgresql';
const START_TIMEOUT_MS = 60_000;
const FOLDER_PREFIX = 'senid-postgres-';

/** A PostgreSQL of the tests' own: durable, on loopback only, gone with the process that started it. */
export interface PostgresServer {
  /** `postgres://senid:<password>@127.0.0.1:<port>/senid`; the role owns its databases and is no superuser. */
  readonly url: string;
  readonly port: number;
  /** A fresh empty database's url. */
  createDatabase(): Promise<string>;
  /** `fast` ends sessions and writes a checkpoint; `immediate` recovers afterwards, as from a crash. */
  restart(mode?: 'fast' | 'immediate'): Promise<void>;
  /** SIGKILL of the postmaster and its backends. */
  kill(): Promise<void>;
  /** Again after `kill`. */
  start(): Promise<void>;
  /** Every process of it stands still, its connections stay open. */
  pause(): void;
  resume(): void;
  /** What `pg_dump` writes about a database, as text. */
  dump(url: string): string;
  /** What the server has written about itself so far. */
  log(): string;
  /** Ends it and removes its data. Twice is fine. */
  stop(): Promise<void>;
  /** As the superuser, in the database `senid` unless another is named. */
  query(sql: string, database?: string): Promise<readonly Record<string, unknown>[]>;
}

export async function startPostgres(
  options: { args?: readonly string[] } = {},
): Promise<PostgresServer> {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  const password = randomBytes(12).toString('hex');
  const port = await freePort();
  const url = (database: string, user = 'senid') =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const args = ['-c', `port=${port}`, ...(options.args ?? [])];
  let server: ChildProcess | undefined;
  const removeAll = () => {
    signalAll(server, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', removeAll);

  const query = async (sql: string, database = 'senid') =>
    (await ask(url(database, 'postgres'), sql)).rows;
  const start = async () => {
    server = launch(folder, args);
    await untilReady(url('postgres', 'postgres'), server, folder);
  };
  const end = async (signal: 'SIGINT' | 'SIGQUIT') => {
    server?.kill(signal);
    await exited(server);
  };

  initialise(folder, password);
  await start();
  await query(`create role senid login password '${password}'`, 'postgres');
  await query('create database senid owner senid', 'postgres');
  return {
    url: url('senid'),
    port,
    async createDatabase() {
      const name = `test_${randomBytes(6).toString('hex')}`;
      await query(`create database ${name} owner senid`, 'postgres');
      return url(name);
    },
    async restart(mode = 'fast') {
      await end(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
      await start();
    },
    async kill() {
      const killed = signalAll(server, 'SIGKILL');
      await exited(server);
      // The shared memory is taken until the last of them is gone.
      while (killed.some(holdsMemory)) await delay(5);
    },
    start,
    pause: () => void signalAll(server, 'SIGSTOP'),
    resume: () => void signalAll(server, 'SIGCONT'),
    dump: (database) => execFileSync(join(binaries(), 'pg_dump'), [database], { encoding: 'utf8' }),
    log: () => readFileSync(join(folder, 'server.log'), 'utf8'),
    async stop() {
      await end('SIGINT');
      process.off('exit', removeAll);
      rmSync(folder, { recursive: true, force: true });
    },
    query,
  };
}

function binaries(): string {
  const versions = existsSync(INSTALLATIONS) ? readdirSync(INSTALLATIONS) : [];
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  if (newest === undefined) throw new Error(`there is no PostgreSQL in ${INSTALLATIONS}`);
  return join(INSTALLATIONS, newest, 'bin');
}

/** PostgreSQL refuses to run as root. */
function asPostgres(): readonly string[] {
  return process.getuid?.() === 0 ? ['--reuid=postgres', '--regid=postgres', '--init-groups'] : [];
}

function initialise(folder: string, password: string): void {
  if (process.getuid?.() === 0) execFileSync('chown', ['postgres:postgres', folder]);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  chmodSync(passwordFile, 0o644);
  const settings = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
  execFileSync(
    'setpriv',
    [
      ...asPostgres(),
      join(binaries(), 'initdb'),
      `--pgdata=${join(folder, 'data')}`,
      `--pwfile=${passwordFile}`,
      '--no-sync',
      ...settings,
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  rmSync(passwordFile);
}

/** The kernel ends it when this process is killed, too. */
function launch(folder: string, args: readonly string[]): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'on',
    shared_buffers: '16MB',
    max_connections: '100',
    logging_collector: 'on',
    log_directory: folder,
    log_filename: 'server.log',
  };
  const command = [
    ...asPostgres(),
    '--pdeathsig=SIGQUIT',
    join(binaries(), 'postgres'),
    '-D',
    join(folder, 'data'),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ...args,
  ];
  return spawn('setpriv', command, { cwd: folder, stdio: 'ignore' });
}

async function untilReady(url: string, server: ChildProcess, folder: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    try {
      await ask(url, 'select 1');
      return;
    } catch (cause) {
      if (hasEnded(server) || Date.now() > deadline) {
        const log = join(folder, 'server.log');
        const said = existsSync(log) ? readFileSync(log, 'utf8') : '';
        throw new Error(`PostgreSQL does not start: ${said}`, { cause });
      }
    }
    await delay(50);
  }
}

async function ask(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

/** To the postmaster and its backends; their numbers. */
function signalAll(server: ChildProcess | undefined, signal: NodeJS.Signals): readonly number[] {
  if (server?.pid === undefined || hasEnded(server)) return [];
  // All are found first: a postmaster that sees one die would start others.
  const family = [server.pid, ...childrenOf(server.pid)];
  for (const pid of family) {
    try {
      process.kill(pid, signal);
    } catch {
      // Gone by itself meanwhile.
    }
  }
  return family;
}

function childrenOf(parent: number): readonly number[] {
  const list = `/proc/${parent}/task/${parent}/children`;
  const listed = existsSync(list) ? readFileSync(list, 'utf8') : '';
  return listed.split(' ').filter(Boolean).map(Number);
}

/** What has ended but was not yet waited for has a number still, and nothing else. */
function holdsMemory(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`).length > 0;
  } catch {
    return false;
  }
}

async function exited(server: ChildProcess | undefined): Promise<void> {
  if (server !== undefined && !hasEnded(server)) await once(server, 'exit');
}

function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}

/** A run that was killed cannot remove its own. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(FOLDER_PREFIX)) continue;
    const [pid] = name.slice(FOLDER_PREFIX.length).split('-');
    if (existsSync(`/proc/${pid}`)) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
