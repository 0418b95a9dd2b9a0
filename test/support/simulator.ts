import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { BiometricSample } from '../../enrolment/registers.ts';
import { freePorts, type SenidProcess } from './senid-process.ts';

const PROGRAM = fileURLToPath(new URL('../../simulator/main.js', import.meta.url));

export interface SimulatorFault {
  readonly system:
    | 'population'
    | 'immigration'
    | 'civil_status'
    | 'organisations'
    | 'matcher'
    | 'feed'
    | 'sms'
    | 'mail';
  readonly kind: 'slow' | 'down' | 'error' | 'nonsense' | 'lost_answer';
  readonly delayMs?: number;
  readonly times?: number;
  readonly numbers?: readonly string[];
}

export interface SimulatorMessage {
  readonly id: string;
  readonly channel: 'sms' | 'mail';
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
}

export interface MatchRecord {
  readonly requestId: string;
  readonly what: 'match' | 'enrol';
  readonly number: string;
  readonly outcome: string;
  readonly evidenceId: string;
}

/** What tests do to the systems outside (docs/simulator.md has all numbers). */
export interface SimulatorDriver {
  readonly url: string;
  addFault(fault: SimulatorFault): Promise<void>;
  clearFaults(): Promise<void>;
  /** As `{ change: 'document_renewed', document: 'residence_permit' }`. */
  change(number: string, change: object): Promise<void>;
  changeOrganisation(number: string, change: object): Promise<void>;
  person(number: string): Promise<Record<string, unknown>>;
  /** The drawn picture of somebody, ready for the matcher. */
  face(number: string, quality?: 'good' | 'poor'): Promise<BiometricSample>;
  fingerprints(number: string, quality?: 'good' | 'poor'): Promise<BiometricSample>;
  /** Newest first. */
  messages(): Promise<readonly SimulatorMessage[]>;
  /** In their order: what the matcher has judged. */
  matches(): Promise<readonly MatchRecord[]>;
}

/** Of a SenID started with `registers: true`. */
export function simulatorOf({ simulator }: Pick<SenidProcess, 'simulator'>): SimulatorDriver {
  return driverAt(simulator);
}

export interface SimulatorProcess extends SimulatorDriver {
  output(): string;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

export interface StartSimulatorOptions {
  /** Where what happens is kept. */
  readonly folder?: string;
  readonly port?: number;
  /** `YYYY-MM-DD` on which its people are made. */
  readonly day?: string;
  readonly args?: readonly string[];
}

/** The real program, without a SenID beside it. */
export async function startSimulator(
  options: StartSimulatorOptions = {},
): Promise<SimulatorProcess> {
  const port = options.port ?? (await freePorts())[0] ?? 0;
  const args = [
    '--port',
    String(port),
    ...(options.folder === undefined ? [] : ['--data', options.folder]),
    ...(options.day === undefined ? [] : ['--day', options.day]),
    ...(options.args ?? []),
  ];
  const child = spawn(process.execPath, ['--enable-source-maps', PROGRAM, ...args], {
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const up = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const address = /https?:\/\/localhost:\d+/.exec(output())?.[0];
      if (address !== undefined) resolve(address);
    });
  });
  const address = await Promise.race([
    up,
    exited.then((code) => {
      throw new Error(`the simulator ended with ${code}:\n${output()}`);
    }),
  ]);
  return {
    ...driverAt(address),
    output,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return exited;
    },
  };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
  }
  return () => text;
}

function driverAt(url: string): SimulatorDriver {
  const send = async (method: string, path: string, body?: object) => {
    const response = await fetch(url + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return response;
  };
  const read = async (path: string) => (await send('GET', path)).json();
  const picture = (kind: BiometricSample['kind'], number: string, quality?: 'good' | 'poor') =>
    pictureOf(url, kind, number, quality);
  return {
    url,
    async addFault(fault) {
      await send('POST', '/faults', fault);
    },
    async clearFaults() {
      await send('DELETE', '/faults');
    },
    async change(number, change) {
      await send('POST', `/people/${number}/changes`, change);
    },
    async changeOrganisation(number, change) {
      await send('POST', `/organisations/${number}/changes`, change);
    },
    person: (number) => read(`/people/${number}`),
    face: (number, quality) => picture('face', number, quality),
    fingerprints: (number, quality) => picture('fingerprints', number, quality),
    messages: async () => (await read('/messages')).messages,
    matches: async () => (await read('/matches')).matches,
  };
}

/** Of the simulator at this address. */
export async function pictureOf(
  url: string,
  kind: BiometricSample['kind'],
  number: string,
  quality: 'good' | 'poor' = 'good',
): Promise<BiometricSample> {
  const response = await fetch(`${url}/people/${number}/${kind}.png?quality=${quality}`);
  if (!response.ok) throw new Error(`no ${kind} of ${number}: ${response.status}`);
  return { kind, mediaType: 'image/png', bytes: new Uint8Array(await response.arrayBuffer()) };
}
