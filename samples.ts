import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { ClientRecord } from './clients/client.ts';
import type { ResourceServer } from './clients/resource-server.ts';
import { portalResource, sampleRegistrations } from './clients/sample-rps/registrations.ts';
import type { Config, SamplePorts } from './config.ts';
import { makeFileOnce } from './make-file.ts';
import type { Program } from './programs.ts';

const PROGRAMS = ['bank', 'landlord', 'portal'] as const;

export interface Samples {
  readonly clients: readonly ClientRecord[];
  /** The API behind the portal. */
  readonly resourceServers: readonly ResourceServer[];
  readonly sites: readonly { readonly name: string; readonly uri: string }[];
  /** Each knows of us only what any relying party knows. */
  readonly programs: readonly Program[];
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
    programs: programsOf(config, ports, secretFile),
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

function programsOf(config: Config, ports: SamplePorts, secretFile: string): readonly Program[] {
  return PROGRAMS.map((name) => {
    const secret = name === 'portal' ? ['--client-secret-file', secretFile] : [];
    const args = ['--issuer', config.issuer, '--port', String(ports[name]), ...secret];
    return { name: `sample ${name}`, file: `./clients/sample-rps/${name}.js`, args };
  });
}
