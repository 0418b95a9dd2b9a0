import {
  Cluster,
  Redis,
  type ClusterOptions,
  type DNSLookupFunction,
  type RedisOptions,
} from 'ioredis';

import type { RedisPlace } from './redis-url.ts';

export type RedisClient = Redis | Cluster;

const CONNECT_TIMEOUT_MS = 1_000;
/** A connection on which nothing is answered for so long is given up: it may lead to a master that is none any more. */
const SILENCE_MS = 1_500;
const LONGEST_PAUSE_MS = 500;
const SLOTS_REFRESH_MS = 5_000;

const pause = (times: number) => Math.min(times * 50, LONGEST_PAUSE_MS);

/**
 * Not connected yet. A command is sent once: what was under way when a connection broke may have been done, so it is
 * told as a failure and not repeated. Nothing waits for a lost server in a queue; it is looked for again and again.
 *
 * Commands are not gathered into pipelines (`enableAutoPipelining`): measured at 16 in parallel that saves nothing here,
 * doubles the wait, and one command that a Cluster redirects would fail the others of its pipeline.
 */
export function createClient(place: RedisPlace): RedisClient {
  switch (place.kind) {
    case 'server':
      return new Redis({ ...place.addresses[0], ...common(place), ...alone(place) });
    case 'sentinel':
      return new Redis({
        sentinels: place.addresses.map((address) => ({ ...address })),
        name: place.masterName ?? '',
        sentinelRetryStrategy: pause,
        sentinelCommandTimeout: CONNECT_TIMEOUT_MS,
        ...(place.tls ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {}),
        ...common(place),
        ...alone(place),
      });
    case 'cluster':
      return createCluster(place);
    default:
      return place.kind satisfies never;
  }
}

function createCluster(place: RedisPlace): Cluster {
  const options = {
    lazyConnect: true,
    // Of a node that is being connected to; who sends to a Cluster that is not ready is refused before.
    enableOfflineQueue: true,
    clusterRetryStrategy: pause,
    slotsRefreshTimeout: CONNECT_TIMEOUT_MS,
    slotsRefreshInterval: SLOTS_REFRESH_MS,
    retryDelayOnFailover: 0,
    // Certificates are made out to names.
    ...(place.tls ? { dnsLookup: keepName } : {}),
    redisOptions: common(place),
  } satisfies ClusterOptions;
  const cluster = new Cluster(
    place.addresses.map((address) => ({ ...address })),
    options,
  );
  cluster.on('+node', forgiveAsking);
  // A node that is gone may have a successor.
  cluster.on('-node', () => {
    if (cluster.status === 'ready') cluster.refreshSlotsCache();
  });
  return cluster;
}

function common(place: RedisPlace) {
  return {
    ...(place.username === undefined ? {} : { username: place.username }),
    ...(place.password === undefined ? {} : { password: place.password }),
    ...(place.tls ? { tls: {} } : {}),
    connectionName: 'senid',
    disableClientInfo: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    disconnectTimeout: 100,
    socketTimeout: SILENCE_MS,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
  } satisfies RedisOptions;
}

function alone(place: RedisPlace) {
  return {
    db: place.db,
    lazyConnect: true,
    enableOfflineQueue: false,
    retryStrategy: pause,
    // Who listens subscribes again by itself: the client would leave a refusal of that unhandled, which ends the process.
    autoResubscribe: false,
    // A master that became a replica: whoever is the master now is found by connecting again.
    reconnectOnError: (error: Error) => /\bREADONLY\b/.test(error.message),
  } satisfies RedisOptions;
}

/** The client leaves it unhandled when a node dies that it was redirected to, which ends the process. */
function forgiveAsking(node: Redis): void {
  const { asking } = node;
  node.asking = () => asking.call(node).catch(() => 'OK');
}

const keepName: DNSLookupFunction = (host, found) => found(null, host);
