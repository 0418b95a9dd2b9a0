import { z } from 'zod';

import { outsideVariables } from './environment-outside.ts';

/** Every variable SenID reads. This table is also the source of `docs/reference/configuration.md`. */
export const environmentSchema = z.object({
  SENID_MODE: z
    .enum(['sandbox', 'production'])
    .default('sandbox')
    .describe(
      '`sandbox` seeds personas, with passwords everybody knows, and sample relying parties, and must be said where `ISSUER` is not this machine; `production` refuses to start without https and secrets',
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
      /^(rediss?:\/\/[^,]+(,rediss?:\/\/[^,]+)*|rediss?\+sentinel:\/\/[^/]+\/[^/?]+(\/\d+)?(\?wait=\d+)?)$/,
      'must look like redis://host:6379, redis://one:6379,redis://two:6379 or redis+sentinel://one:26379,two:26379/name',
    )
    .optional()
    .describe(
      'The protocol store on Redis or Valkey: one address is one server, several are a Cluster, `redis+sentinel://` asks Sentinels for the master of that name. `?wait=1` at its end: whatever may happen only once is told only when so many replicas know of it. Needed with PostgreSQL',
    ),
  TRUSTED_PROXY_HOPS: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('How many proxies in front may be believed about the client address'),
  TLS_CERT_FILE: z
    .string()
    .min(1)
    .optional()
    .describe(
      'PEM: certificate of `ISSUER`, and those between it and an authority. SenID then speaks TLS itself, 1.2 or later; a new one is noticed within seconds',
    ),
  TLS_KEY_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('PEM: the private key of `TLS_CERT_FILE`, without a passphrase'),
  MTLS_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .describe(
      'With `TLS_CERT_FILE`: a second port, where clients are asked for a certificate (RFC 8705); browsers never come here',
    ),
  MTLS_ORIGIN: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe(
      'Where relying parties reach `mtls_endpoint_aliases`; the host of `ISSUER` with `MTLS_PORT` when absent',
    ),
  TLS_CLIENT_CA_FILE: z
    .string()
    .min(1)
    .optional()
    .describe(
      'PEM: authorities whose certificates may authenticate a client by name (`tls_client_auth`); each must have issued them itself',
    ),
  SENID_CLIENT_CERT_HEADER: z
    .string()
    .regex(
      /^(?!(host|cookie|authorization|dpop|forwarded|origin)$)[\w-]{1,64}$/i,
      'must be the name of a header',
    )
    .optional()
    .describe(
      'Where a proxy in front asks for client certificates at `MTLS_ORIGIN`: the header it hands them on in, as PEM in URL encoding (nginx: `$ssl_client_escaped_cert`) or as RFC 9440 says. The proxy must set it on every request. Needs `TRUSTED_PROXY_HOPS` and `SENID_PROXY_ADDRESSES`',
    ),
  SENID_PROXY_ADDRESSES: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The proxies `SENID_CLIENT_CERT_HEADER` is believed from, as they reach this port: addresses or networks with commas between them (`10.0.0.7,10.1.0.0/24`)',
    ),
  RESOURCE_SERVERS_FILE: z
    .string()
    .min(1)
    .optional()
    .describe(
      'JSON: the APIs that take access tokens of SenID (RFC 8707), a list of `identifier`, `scopes`, `clients`, `token_format`, `token_seconds`, `signing_alg`, `introspected_by` (docs/adr/0025)',
    ),
  SENID_SECRETS_FILE: z
    .string()
    .min(1)
    .default('./.secrets/senid.json')
    .describe(
      'Root and sealing keys. Made on the first start of a sandbox; never inside the data folder',
    ),
  SENID_SIGNER: z
    .string()
    .regex(/^(register|unix:.+)$/, 'must be register, or look like unix:/run/senid/signer.sock')
    .default('register')
    .describe(
      'Where the private signing keys are: `register` (sealed, opened by this process), or `unix:` and the socket of a signer (`senid signer serve`), out of which they never come',
    ),
  SENID_JWKS_MAX_AGE: z.coerce
    .number()
    .int()
    .min(0)
    .max(86_400)
    .default(300)
    .describe(
      'For how many seconds `/jwks` and the discovery document may be cached; a next signing key is published for longer than that before it signs',
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
  ...outsideVariables,
  SENID_PROFILE: z
    .enum(['conformance'])
    .optional()
    .describe(
      "Sandbox only, as `--profile`: `conformance` is for runs of the OpenID Foundation's suite, and weaker in what docs/conformance.md lists. Production refuses it",
    ),
  SENID_EGRESS_ALLOW: z
    .string()
    .regex(
      /^https?:\/\/[^/,?#@]+(,https?:\/\/[^/,?#@]+)*$/,
      'must be origins, e.g. http://localhost:8080,https://rp.test:8443',
    )
    .optional()
    .describe(
      'Sandbox only: origins of relying parties SenID may send requests to although they are private, on an unusual port or without https. Production refuses it',
    ),
  SENID_DRAIN_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .max(300)
    .optional()
    .describe(
      'How long a process that was told to end goes on serving after `/health/ready` has turned red: longer than a load balancer needs to notice. When absent: 0 in a sandbox, 5 in production',
    ),
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .describe('Serves `/metrics` on a port of its own; with `--workers` one address tells of all'),
  METRICS_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe(
      'Address of `METRICS_PORT`; whoever reaches it may read it, unless `METRICS_TOKEN` is set',
    ),
  METRICS_TOKEN: z
    .string()
    .min(32, 'must have 32 characters or more')
    .optional()
    .describe(
      'Serves `/metrics` on the main port too, to whoever sends `Authorization: Bearer` with this token; it is then asked for on `METRICS_PORT` as well',
    ),
});
