import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { ClientRecord } from './clients/client.ts';
import type { ResourceServer } from './clients/resource-server.ts';
import { portalResource, sampleRegistrations } from './clients/sample-rps/registrations.ts';
import type { Config, SamplePorts } from './config.ts';
import { makeFileOnce } from './make-file.ts';

const PROGRAMS = ['bank', 'landlord', 'portal'] as const;

export interface Samples {
  readonly clients: readonly ClientRecord[];
  /** The API behind the portal. */
  readonly resourceServers: readonly ResourceServer[];
  readonly sites: readonly { readonly name: string; readonly uri: string }[];
  /** Each is a program of its own, and knows of us only what any relying party knows. */
  start(onExit: (program: string, code: number | null) => void): { stop(): Promise<void> };
}

/** The sample relying parties of a sandbox; undefined when they are switched off. */
export function prepareSamples(config: Config): Samples | undefined {
  const { samples: ports } = config;
  if (ports === undefined) return undefined;
  const secretFile = join(dirname(config.secretsFile), 'sample-portal-secret');
  const clients = sampleRegistrations({
    bankOrigin: originOf(ports.bank),
    landlordOrigin: originOf(ports.landlord),
    portalOrigin: originOf(ports.portal),
    portalSecret: portalSecret(secretFile),
  });
  return {
    clients,
    resourceServers: [portalApi(originOf(ports.portal))],
    sites: clients.map(({ policy, metadata }) => ({
      name: policy.organisation.name.vi,
      uri: String(metadata['client_uri']),
    })),
    start: (onExit) => startPrograms(config, ports, secretFile, onExit),
  };
}

/** Open to whoever registers in the sandbox: it is there to be tried. */
function portalApi(origin: string): ResourceServer {
  return {
    identifier: portalResource(origin),
    scopes: ['residence'],
    clients: 'any',
    token_format: 'jwt',
    token_seconds: 300,
    signing_alg: 'ES256',
    introspected_by: 'sample-portal',
  };
}

function originOf(port: number): string {
  return `http://localhost:${port}`;
}

/** Made on the first start, like all secrets of a sandbox. */
function portalSecret(file: string): string {
  if (!existsSync(file)) makeFileOnce(file, randomBytes(32).toString('base64url'));
  return readFileSync(file, 'utf8').trim();
}

function startPrograms(
  config: Config,
  ports: SamplePorts,
  secretFile: string,
  onExit: (program: string, code: number | null) => void,
) {
  let stopping = false;
  const children = PROGRAMS.map((program) => {
    const file = fileURLToPath(new URL(`./clients/sample-rps/${program}.js`, import.meta.url));
    const secret = program === 'portal' ? ['--client-secret-file', secretFile] : [];
    const child = fork(file, [
      '--issuer',
      config.issuer,
      '--port',
      String(ports[program]),
      ...secret,
    ]);
    child.on('exit', (code) => {
      if (!stopping) onExit(program, code);
    });
    return child;
  });
  return {
    async stop() {
      stopping = true;
      await Promise.all(children.map(stopChild));
    },
  };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
