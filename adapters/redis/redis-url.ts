/** What `REDIS_URL` says; its forms are described in `environment.ts`. */
export interface RedisPlace {
  readonly kind: 'server' | 'cluster' | 'sentinel';
  /** One server, some nodes of the Cluster, or some Sentinels. */
  readonly addresses: readonly Address[];
  /** The name the Sentinels know the master by. */
  readonly masterName: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly db: number;
  readonly tls: boolean;
  /** How many replicas must have a decision that can be taken only once before it is told (`?wait=`). */
  readonly replicasToWaitFor: number;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

const DEFAULT_PORT = { redis: 6379, sentinel: 26_379 };

export function parseRedisUrl(text: string): RedisPlace {
  const [scheme = '', rest = ''] = text.split('://', 2);
  return scheme.endsWith('+sentinel')
    ? sentinelPlace(rest, scheme)
    : directPlace(text.split(','), scheme);
}

function directPlace(texts: readonly string[], scheme: string): RedisPlace {
  const urls = texts.map((text) => new URL(text));
  const [first] = urls;
  const db = count(first?.pathname.slice(1), 'the database');
  if (urls.length > 1 && db !== 0) throw new RangeError('a Cluster has no numbered databases');
  return {
    kind: urls.length === 1 ? 'server' : 'cluster',
    addresses: urls.map((url) => addressOf(url, DEFAULT_PORT.redis)),
    masterName: undefined,
    db,
    ...common(urls, scheme),
  };
}

/** `user:password@one:26379,two:26379/name/0?wait=1`. */
function sentinelPlace(rest: string, scheme: string): RedisPlace {
  const [hosts = '', path = ''] = rest.split(/\/(.*)/s);
  const urls = hosts.split(',').map((host) => new URL(`redis://${host}/${path}`));
  const [first] = urls;
  const [masterName = '', db] = (first?.pathname ?? '').slice(1).split('/');
  return {
    kind: 'sentinel',
    addresses: urls.map((url) => addressOf(url, DEFAULT_PORT.sentinel)),
    masterName: decodeURIComponent(masterName),
    db: count(db, 'the database'),
    ...common(urls, scheme),
  };
}

/** What is said of all stands in the first address, or at the very end. */
function common(urls: readonly URL[], scheme: string) {
  const [first] = urls;
  return {
    username: textOf(first?.username),
    password: textOf(first?.password),
    tls: scheme.startsWith('rediss'),
    replicasToWaitFor: count(urls.at(-1)?.searchParams.get('wait'), 'wait'),
  };
}

function addressOf(url: URL, defaultPort: number): Address {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return { host, port: url.port === '' ? defaultPort : Number(url.port) };
}

function textOf(encoded: string | undefined): string | undefined {
  return encoded === undefined || encoded === '' ? undefined : decodeURIComponent(encoded);
}

function count(text: string | null | undefined, what: string): number {
  const number = Number(text ?? 0);
  if (!Number.isInteger(number) || number < 0) throw new RangeError(`${what} must be a number`);
  return number;
}
