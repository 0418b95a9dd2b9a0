import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { TestAuthority } from './certificates.ts';

/** Everything the program under test wrote; the leak scanner reads it all. */
export const OUTPUT_FOLDER = fileURLToPath(new URL('../../../test-output/', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../main.js', import.meta.url));
/** Of a machine that has much else to do. */
const START_TIMEOUT_MS = 150_000;

export interface OutboxMessage {
  readonly channel: 'sms' | 'email';
  readonly to: string;
  readonly text: string;
  readonly at: number;
}

/** The real program, as a process of its own, on free ports and a folder of its own. */
export interface SenidProcess {
  readonly issuer: string;
  readonly port: number;
  /** Where clients show certificates; there is one only with an `authority`. */
  readonly mutualTlsOrigin: string;
  readonly bank: string;
  readonly landlord: string;
  readonly portal: string;
  /** Of the simulator; nothing answers there unless it was asked for. */
  readonly simulator: string;
  readonly folder: string;
  readonly dataFolder: string;
  readonly pid: number;
  /** Newest first. */
  outbox(): Promise<readonly OutboxMessage[]>;
  /** The newest one-time code; waits until one was sent after `since` (epoch ms). */
  code(since?: number): Promise<string>;
  /** The newest message, whole, in the same way. */
  message(since: number): Promise<string>;
  /** Standard output and error so far. */
  output(): string;
  stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>;
}

export interface StartOptions {
  /** Start the three sample relying parties too. */
  readonly samples?: boolean;
  /** Start the simulator of the State's registers too; `simulatorOf(senid)` drives it. */
  readonly registers?: boolean;
  /** A folder used before: `data/` and the secrets are in it. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly name?: string;
  /** Of the node it stands beside: it listens on a port of its own, and answers for this issuer only. */
  readonly issuer?: string;
  /** Of the command line, as `--workers`. */
  readonly args?: readonly string[];
  /** It speaks TLS, with a certificate of this authority, and asks for client certificates on a port of its own. */
  readonly authority?: TestAuthority;
}

let started = 0;

export async function startSenid(options: StartOptions = {}): Promise<SenidProcess> {
  const [port, bank, landlord, portal, mutualTlsPort, simulator] = await freePorts();
  const { authority } = options;
  const address = `${authority === undefined ? 'http' : 'https'}://localhost:${port}`;
  const issuer = options.issuer ?? address;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'senid-test-'));
  const dataFolder = join(folder, 'data');
  const args = ['--enable-source-maps', PROGRAM, ...(options.args ?? [])];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      ISSUER: issuer,
      PORT: String(port),
      DATABASE_URL: `sqlite:${dataFolder}/register.db`,
      SENID_SECRETS_FILE: join(folder, 'secrets', 'senid.json'),
      SENID_SAMPLES: options.samples === true ? 'on' : 'off',
      SENID_SAMPLE_PORTS: [bank, landlord, portal].join(','),
      SENID_SIMULATOR: options.registers === true ? 'on' : 'off',
      SENID_SIMULATOR_PORT: String(simulator),
      ...(authority && tlsEnvironment(authority, Number(mutualTlsPort))),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collectOutput(child, options.name ?? 'senid');
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const senid: SenidProcess = {
    issuer,
    port: Number(port),
    mutualTlsOrigin: `https://localhost:${mutualTlsPort}`,
    bank: `http://localhost:${bank}`,
    landlord: `http://localhost:${landlord}`,
    portal: `http://localhost:${portal}`,
    simulator: `http://localhost:${simulator}`,
    folder,
    dataFolder,
    pid: child.pid ?? 0,
    outbox: () => readOutbox(issuer),
    code: (since = 0) => waitForMessage(issuer, since, /\d{6}/),
    message: (since) => waitForMessage(issuer, since, /^.+$/s),
    output,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return exited;
    },
  };
  const addresses = [
    address,
    ...(options.samples === true ? [senid.bank, senid.landlord, senid.portal] : []),
    ...(options.registers === true ? [senid.simulator] : []),
  ];
  await Promise.race([
    Promise.all([...addresses.map((each) => waitUntilUp(each)), waitUntilWhole(output)]),
    exited.then((code) => {
      throw new Error(`senid ended with ${code} before it was up:\n${output()}`);
    }),
  ]);
  return senid;
}

function tlsEnvironment(authority: TestAuthority, mutualTlsPort: number): Record<string, string> {
  const { certFile, keyFile } = authority.issueForLocalhost();
  return {
    TLS_CERT_FILE: certFile,
    TLS_KEY_FILE: keyFile,
    TLS_CLIENT_CA_FILE: authority.certFile,
    MTLS_PORT: String(mutualTlsPort),
    // The sample relying parties and whoever else it starts.
    NODE_EXTRA_CA_CERTS: authority.certFile,
  };
}

function collectOutput(child: ChildProcess, name: string): () => string {
  mkdirSync(OUTPUT_FOLDER, { recursive: true });
  started += 1;
  const file = createWriteStream(join(OUTPUT_FOLDER, `${name}-${process.pid}-${started}.log`));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      file.write(chunk);
    });
  }
  return () => text;
}

export async function freePorts(): Promise<readonly number[]> {
  const servers = await Promise.all(
    [0, 1, 2, 3, 4, 5].map(
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer();
          server.listen(0, 'localhost', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(
    servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
  );
  return ports;
}

async function waitUntilUp(address: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`${address} did not answer in time`);
}

/** Its first process answers before the others are up; it says its name when all are, and from then on ends as it should. */
async function waitUntilWhole(output: () => string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!/^ *SenID (?:sandbox|https?:)/m.test(output())) {
    if (Date.now() > deadline) throw new Error(`not all of it is up in time:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function readOutbox(issuer: string): Promise<readonly OutboxMessage[]> {
  const response = await fetch(`${issuer}/sandbox/outbox`, {
    headers: { accept: 'application/json' },
  });
  return (await response.json()) as readonly OutboxMessage[];
}

/** What the pattern finds in the newest message it finds something in, once one was sent since then. */
async function waitForMessage(issuer: string, since: number, pattern: RegExp): Promise<string> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const sent = (await readOutbox(issuer)).filter(({ at }) => at >= since);
    const found = sent.map(({ text }) => pattern.exec(text)?.[0]).find((each) => each);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no message with ${pattern} was sent`);
}
