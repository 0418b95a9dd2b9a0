import { outsidePlaces, type OutsidePlaces } from './config-outside.ts';
import { tlsPlaces, type TlsPlaces } from './config-tls.ts';
import { environmentSchema } from './environment.ts';
import { CannotStart } from './errors.ts';

export interface Config extends TlsPlaces, OutsidePlaces {
  readonly mode: 'sandbox' | 'production';
  /** `conformance`: what the OpenID Foundation's suite needs, and nobody else should have (docs/conformance.md). */
  readonly profile: 'conformance' | undefined;
  /** Origin only: no path, no trailing slash. */
  readonly issuer: string;
  readonly port: number;
  readonly host: string;
  readonly register: RegisterPlace;
  readonly protocol: ProtocolPlace;
  /** Where the embedded engines keep their files; undefined when there is none. */
  readonly dataFolder: string | undefined;
  readonly trustedProxyHops: number;
  readonly secretsFile: string;
  readonly resourceServersFile: string | undefined;
  /** Of the signer; undefined when the signing keys are in the register. */
  readonly signerSocket: string | undefined;
  readonly jwksMaxAgeSeconds: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Ports of the sample relying parties; undefined when they are not started. */
  readonly samples: SamplePorts | undefined;
  /** Exact origins that the egress door lets through whatever they are; empty in production. */
  readonly egressAllow: readonly string[];
  /** Who may hold what is as drafted for 2026, by an operator's decision. */
  readonly draftedEligibility: boolean;
  /** Between not being ready any more and accepting no more connections. */
  readonly drainSeconds: number;
  readonly metrics: MetricsPlace;
}

/** Where `/metrics` is served: on a port of its own, to who has the token, both, or (neither is there) nowhere. */
export interface MetricsPlace {
  readonly port: number | undefined;
  readonly host: string;
  readonly token: string | undefined;
}

/** Where the durable half is kept. */
export type RegisterPlace =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: string };

/** Where the short-lived half is kept. */
export type ProtocolPlace =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'redis'; readonly url: string };

export interface SamplePorts {
  readonly bank: number;
  readonly landlord: number;
  readonly portal: number;
}

/** Reads the environment once. Throws `CannotStart` naming every variable that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = withoutEmpty(environment);
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new CannotStart(`configuration: ${problems.join('; ')}`);
  }
  const env = parsed.data;
  const issuer = new URL(env.ISSUER);
  if (issuer.pathname !== '/' || issuer.search !== '' || issuer.hash !== '') {
    throw new CannotStart(
      'configuration: ISSUER must be an origin, without path, query or fragment',
    );
  }
  if (env.SENID_MODE === 'production' && issuer.protocol !== 'https:') {
    throw new CannotStart('configuration: ISSUER must be https in production');
  }
  if (env.SENID_MODE === 'production' && env.SENID_EGRESS_ALLOW !== undefined) {
    throw new CannotStart('configuration: SENID_EGRESS_ALLOW is for a sandbox only');
  }
  if (given['SENID_MODE'] === undefined && !isLoopback(issuer)) {
    throw new CannotStart(
      'configuration: SENID_MODE must be said where ISSUER is not this machine: a sandbox has passwords everybody knows',
    );
  }
  const where = places(env.DATABASE_URL, env.REDIS_URL);
  return {
    mode: env.SENID_MODE,
    profile: profileOf(env),
    issuer: issuer.origin,
    port: env.PORT ?? portOf(issuer),
    host: env.HOST,
    ...tlsPlaces(env, issuer),
    ...where,
    ...outsidePlaces(env, where.dataFolder),
    trustedProxyHops: env.TRUSTED_PROXY_HOPS,
    secretsFile: env.SENID_SECRETS_FILE,
    resourceServersFile: env.RESOURCE_SERVERS_FILE,
    signerSocket:
      env.SENID_SIGNER === 'register' ? undefined : env.SENID_SIGNER.slice('unix:'.length),
    jwksMaxAgeSeconds: env.SENID_JWKS_MAX_AGE,
    logLevel: env.SENID_LOG_LEVEL,
    samples:
      env.SENID_MODE === 'sandbox' && env.SENID_SAMPLES === 'on'
        ? samplePorts(env.SENID_SAMPLE_PORTS)
        : undefined,
    draftedEligibility: env.SENID_DRAFTED_ELIGIBILITY === 'on',
    egressAllow: originsOf(env.SENID_EGRESS_ALLOW),
    drainSeconds: env.SENID_DRAIN_SECONDS ?? (env.SENID_MODE === 'production' ? 5 : 0),
    metrics: { port: env.METRICS_PORT, host: env.METRICS_HOST, token: env.METRICS_TOKEN },
  };
}

function isLoopback({ hostname }: URL): boolean {
  const own = ['localhost', '127.0.0.1', '[::1]'];
  return own.includes(hostname) || hostname.endsWith('.localhost');
}

function profileOf(env: {
  readonly SENID_MODE: string;
  readonly SENID_PROFILE?: 'conformance' | undefined;
  readonly SENID_SIGNER: string;
}): 'conformance' | undefined {
  if (env.SENID_PROFILE === undefined) return undefined;
  if (env.SENID_MODE === 'production') {
    throw new CannotStart('configuration: the conformance profile is for a sandbox only');
  }
  if (env.SENID_SIGNER !== 'register') {
    throw new CannotStart('configuration: the conformance profile rotates keys in the register');
  }
  return env.SENID_PROFILE;
}

/** Both SQLite files lie in one folder, which one serving process owns. */
function places(databaseUrl: string, redisUrl: string | undefined) {
  const protocol =
    redisUrl === undefined ? undefined : ({ engine: 'redis', url: redisUrl } as const);
  if (!databaseUrl.startsWith('sqlite:')) {
    if (protocol !== undefined) {
      return {
        register: { engine: 'postgres', url: databaseUrl },
        protocol,
        dataFolder: undefined,
      } as const;
    }
    throw new CannotStart(
      'configuration: DATABASE_URL names PostgreSQL, so REDIS_URL is needed too',
    );
  }
  const file = databaseUrl.slice('sqlite:'.length);
  const dataFolder = file.replace(/[^/\\]*$/, '') || './';
  const beside = { engine: 'sqlite', file: `${dataFolder}protocol.db` } as const;
  return {
    register: { engine: 'sqlite', file },
    protocol: protocol ?? beside,
    dataFolder,
  } as const;
}

/** `FOO= npm start` means "not set". */
function withoutEmpty(environment: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

function originsOf(list = ''): readonly string[] {
  return list.split(',').flatMap((text) => {
    if (text === '') return [];
    const url = URL.parse(text);
    if (url !== null) return [url.origin];
    throw new CannotStart(`configuration: SENID_EGRESS_ALLOW: ${text} is no origin`);
  });
}

function samplePorts(text: string): SamplePorts {
  const [bank = 0, landlord = 0, portal = 0] = text.split(',').map(Number);
  return { bank, landlord, portal };
}

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}
