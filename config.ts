import { z } from 'zod';

import { CannotStart } from './errors.ts';

/** Every variable SenID reads. This table is also the source of `docs/reference/configuration.md`. */
export const environmentSchema = z.object({
  SENID_MODE: z
    .enum(['sandbox', 'production'])
    .default('sandbox')
    .describe(
      '`sandbox` seeds personas and sample relying parties; `production` refuses to start without https and secrets',
    ),
  ISSUER: z
    .url({ protocol: /^https?$/ })
    .default('http://localhost:3000')
    .describe(
      'The issuer identifier, without a path. The only source of every address SenID gives out',
    ),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('Port to listen on; the port of `ISSUER` when absent'),
  HOST: z.string().min(1).default('localhost').describe('Address to listen on'),
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)/,
      'must look like sqlite:./data/register.db or postgres://user@host/database',
    )
    .default('sqlite:./data/register.db')
    .describe(
      'The register: a SQLite file (the protocol store lies beside it, unless `REDIS_URL` is set), or PostgreSQL',
    ),
  REDIS_URL: z
    .string()
    .regex(
      /^(rediss?:\/\/[^,]+(,rediss?:\/\/[^,]+)*|rediss?\+sentinel:\/\/[^/]+\/[^/]+(\/\d+)?)$/,
      'must look like redis://host:6379, redis://one:6379,redis://two:6379 or redis+sentinel://one:26379,two:26379/name',
    )
    .optional()
    .describe(
      'The protocol store on Redis or Valkey: one address is one server, several are a Cluster, `redis+sentinel://` asks Sentinels for the master of that name. Needed with PostgreSQL',
    ),
  TRUSTED_PROXY_HOPS: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('How many proxies in front may be believed about the client address'),
  SENID_SECRETS_FILE: z
    .string()
    .min(1)
    .default('./.secrets/senid.json')
    .describe(
      'Root and sealing keys. Made on the first start of a sandbox; never inside the data folder',
    ),
  SENID_LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('Least severity that is logged'),
  SENID_SAMPLES: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Sandbox only: also start the sample bank, landlord and public-service portal'),
  SENID_SAMPLE_PORTS: z
    .string()
    .regex(/^\d{1,5},\d{1,5},\d{1,5}$/, 'must be three ports, e.g. 3001,3002,3003')
    .default('3001,3002,3003')
    .describe('Ports of the sample bank, landlord and portal'),
});

export interface Config {
  readonly mode: 'sandbox' | 'production';
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
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Ports of the sample relying parties; undefined when they are not started. */
  readonly samples: SamplePorts | undefined;
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
  const parsed = environmentSchema.safeParse(withoutEmpty(environment));
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
  return {
    mode: env.SENID_MODE,
    issuer: issuer.origin,
    port: env.PORT ?? portOf(issuer),
    host: env.HOST,
    ...places(env.DATABASE_URL, env.REDIS_URL),
    trustedProxyHops: env.TRUSTED_PROXY_HOPS,
    secretsFile: env.SENID_SECRETS_FILE,
    logLevel: env.SENID_LOG_LEVEL,
    samples:
      env.SENID_MODE === 'sandbox' && env.SENID_SAMPLES === 'on'
        ? samplePorts(env.SENID_SAMPLE_PORTS)
        : undefined,
  };
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

function samplePorts(text: string): SamplePorts {
  const [bank = 0, landlord = 0, portal = 0] = text.split(',').map(Number);
  return { bank, landlord, portal };
}

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}
