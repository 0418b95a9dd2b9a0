import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const PROGRAM = 'redis-server';
const HOST = '127.0.0.1';
/** Below the ports the system gives to outgoing connections, the Cluster's own (10 000 higher) too. */
const LOWEST_PORT = 10_100;
const PORTS = 11_000;
const ATTEMPTS = 5;
const PATIENCE_MS = 60_000;
const QUORUM = '2';

/** A real server of its own on the loopback address, which ends with this process at the latest. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Another one after `restart`. */
  readonly pid: number;
  readonly dir: string;
  /** What `redis-cli` prints for the command. */
  cli(...args: string[]): Promise<string>;
  /** Ends the server and removes its folder, unless the folder was named by who started it. Twice is fine. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** On the same port and folder: what was kept there is there again. Also after `stop`. */
  restart(): Promise<void>;
  /** The process stands still, its connections stay open. */
  pause(): void;
  resume(): void;
}

export interface RedisCluster {
  /** Of every node, comma-separated. */
  readonly url: string;
  /** The masters first. */
  readonly nodes: readonly RedisServer[];
  stop(): Promise<void>;
}

export interface RedisSentinel {
  readonly url: string;
  readonly master: RedisServer;
  readonly replica: RedisServer;
  /** All of them. */
  readonly replicas: readonly RedisServer[];
  stop(): Promise<void>;
}

export interface RedisOptions {
  readonly appendonly?: boolean;
  readonly port?: number;
  readonly dir?: string;
  readonly args?: readonly string[];
}

export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const appendonly = options.appendonly === true ? 'yes' : 'no';
  const settings = { save: '', appendonly, daemonize: 'no', 'repl-diskless-sync-delay': '0' };
  const flags = (port: number, dir: string) => [
    ...flagsOf({ port: `${port}`, bind: HOST, dir, ...settings }),
    ...(options.args ?? []),
  ];
  return launch(flags, options);
}

/** Masters with all slots between them, and their replicas, agreed on who is who. */
export async function startRedisCluster({
  masters = 3,
  replicasPerMaster = 0,
}: { masters?: number; replicasPerMaster?: number } = {}): Promise<RedisCluster> {
  const args = flagsOf({
    'cluster-enabled': 'yes',
    'cluster-node-timeout': '2000',
    'cluster-replica-validity-factor': '0',
  });
  const count = masters * (1 + replicasPerMaster);
  const nodes = await Promise.all(Array.from({ length: count }, () => startRedis({ args })));
  const [first] = nodes;
  if (first === undefined) throw new Error('a Cluster has at least one master');
  const addresses = nodes.map(({ port }) => `${HOST}:${port}`);
  const replicas = ['--cluster-replicas', `${replicasPerMaster}`];
  await first.cli('--cluster', 'create', ...addresses, ...replicas, '--cluster-yes');
  for (const node of nodes) {
    await until(`node ${node.port} knows its Cluster`, async () => {
      const [cluster, role] = [await node.cli('cluster', 'info'), await node.cli('role')];
      return cluster.includes('cluster_state:ok') && !/^(connect|connecting|sync)$/m.test(role);
    });
  }
  return {
    url: nodes.map(({ url }) => url).join(','),
    nodes,
    stop: async () => void (await Promise.all(nodes.map((node) => node.stop()))),
  };
}

/** One master with its replicas, and three Sentinels that know each other and all of them. */
export async function startRedisSentinel({
  replicas: count = 1,
}: { replicas?: number } = {}): Promise<RedisSentinel> {
  const master = await startRedis();
  const args = ['--replicaof', HOST, `${master.port}`];
  const replicas = await Promise.all(Array.from({ length: count }, () => startRedis({ args })));
  const [replica] = replicas;
  if (replica === undefined) throw new Error('without a replica there is nothing to promote');
  for (const each of replicas) {
    await until('the replica follows', async () => (await each.cli('role')).includes('connected'));
  }
  const sentinels = await Promise.all([1, 2, 3].map(() => launch(sentinelFlags(master), {})));
  for (const sentinel of sentinels) {
    await until(`Sentinel ${sentinel.port} knows the others`, async () => {
      const known = (await sentinel.cli('sentinel', 'master', 'senid')).split('\n');
      const field = (name: string) => known[known.indexOf(name) + 1];
      return field('num-other-sentinels') === '2' && field('num-slaves') === `${count}`;
    });
  }
  const servers = [...sentinels, ...replicas, master];
  return {
    url: `redis+sentinel://${sentinels.map(({ port }) => `${HOST}:${port}`).join(',')}/senid`,
    master,
    replica,
    replicas,
    stop: async () => void (await Promise.all(servers.map((server) => server.stop()))),
  };
}

/** A Sentinel writes what it learns into its configuration, so it needs a file. */
function sentinelFlags(master: RedisServer) {
  return (port: number, dir: string) => {
    const file = join(dir, 'sentinel.conf');
    const lines = [
      `port ${port}`,
      `bind ${HOST}`,
      `dir ${dir}`,
      `sentinel monitor senid ${HOST} ${master.port} ${QUORUM}`,
      'sentinel down-after-milliseconds senid 1000',
      'sentinel failover-timeout senid 3000',
    ];
    writeFileSync(file, `${lines.join('\n')}\n`);
    return [file, '--sentinel'];
  };
}

function flagsOf(settings: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
}

type Flags = (port: number, dir: string) => readonly string[];

async function launch(flags: Flags, { port, dir }: RedisOptions): Promise<RedisServer> {
  for (let attempt = 1; ; attempt += 1) {
    const server = new Server(flags, port ?? (await freePort()), dir);
    try {
      await server.start();
      return server;
    } catch (error) {
      await server.stop();
      // Somebody else took the port meanwhile: another one will do, unless this one was asked for.
      if (port !== undefined || attempt === ATTEMPTS) throw error;
    }
  }
}

class Server implements RedisServer {
  readonly url: string;
  readonly port: number;
  readonly dir: string;
  readonly #flags: Flags;
  readonly #keepDir: boolean;
  #child: ChildProcess | undefined;

  constructor(flags: Flags, port: number, dir: string | undefined) {
    this.#flags = flags;
    this.port = port;
    this.url = `redis://${HOST}:${port}`;
    this.#keepDir = dir !== undefined;
    this.dir = dir ?? mkdtempSync(join(tmpdir(), 'senid-redis-'));
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  async start(): Promise<void> {
    mkdirSync(this.dir, { recursive: true });
    const log = openSync(join(this.dir, 'redis.log'), 'a');
    const child = spawn(PROGRAM, this.#flags(this.port, this.dir), {
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#child = child;
    servers.add(this);
    child.on('error', () => {});
    await until(`redis-server on ${this.port} answers`, async () => {
      if (hasEnded(child)) throw new Error(`redis-server ended:\n${this.#log()}`);
      return (await this.cli('ping').catch(() => '')) === 'PONG';
    });
  }

  async cli(...args: string[]): Promise<string> {
    const address = ['-h', HOST, '-p', `${this.port}`];
    const { stdout } = await promisify(execFile)('redis-cli', [...address, ...args]);
    return stdout.trimEnd();
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    await this.#end(signal);
    servers.delete(this);
    if (!this.#keepDir) rmSync(this.dir, { recursive: true, force: true });
  }

  async restart(): Promise<void> {
    await this.#end('SIGTERM');
    await this.start();
  }

  pause(): void {
    this.#child?.kill('SIGSTOP');
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  /** When this process ends, whatever the way. */
  abandon(): void {
    this.#child?.kill('SIGKILL');
    if (!this.#keepDir) rmSync(this.dir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined || hasEnded(child)) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    this.resume();
    await exited;
  }

  #log(): string {
    return readFileSync(join(this.dir, 'redis.log'), 'utf8');
  }
}

const servers = new Set<Server>();
process.once('exit', () => servers.forEach((server) => server.abandon()));

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`in vain: ${what}`);
    await delay(50);
  }
}

async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST_PORT + Math.floor(Math.random() * PORTS);
    if ((await isFree(port)) && (await isFree(port + 10_000))) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const listening = once(probe, 'listening');
  probe.listen(port, HOST);
  try {
    await listening;
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}
