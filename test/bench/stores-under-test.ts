import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { Redis } from 'ioredis';

import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import type { Metered } from './closed-loop.ts';
import { childrenNamed } from './process-meter.ts';

export const STORE_KINDS = ['embedded', 'redis+postgres'] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

/** What the stores hold at one moment. */
export interface Holdings {
  readonly registerBytes: number;
  /** Written to the log that replicas and backups read. */
  readonly registerLogBytes: number;
  /** Of the protocol store: key → its size and what is left of its life. */
  readonly protocol: ReadonlyMap<string, { readonly bytes: number; readonly seconds: number }>;
}

/** The difference one journey makes. */
export interface Growth {
  readonly registerBytes: number;
  readonly registerLogBytes: number;
  readonly protocolBytes: number;
  /** Times the life of each record: at a steady rate a second, so much is held (Little's law). */
  readonly protocolByteSeconds: number;
}

/** Where servers keep their state in one part of the run. */
export interface StoresUnderTest {
  readonly kind: StoreKind;
  /** Processes besides the servers. */
  readonly metered: readonly Metered[];
  /** For SenID: a register and a protocol store of its own in `folder`. */
  environmentIn(folder: string): Promise<{ DATABASE_URL: string; REDIS_URL?: string }>;
  /** For the bare provider, which has but one store. */
  bareStoreIn(folder: string): string;
  registerBytes(environment: { readonly DATABASE_URL: string }): Promise<number>;
  /** Undefined where the stores cannot tell. */
  holdings: ((environment: { readonly DATABASE_URL: string }) => Promise<Holdings>) | undefined;
  stop(): Promise<void>;
}

export function openStoresUnderTest(kind: StoreKind): Promise<StoresUnderTest> {
  switch (kind) {
    case 'embedded':
      return Promise.resolve(embedded);
    case 'redis+postgres':
      return openServers();
    default:
      return kind satisfies never;
  }
}

const embedded: StoresUnderTest = {
  kind: 'embedded',
  metered: [],
  async environmentIn(folder) {
    mkdirSync(join(folder, 'data'), { recursive: true });
    return { DATABASE_URL: `sqlite:${folder}/data/register.db` };
  },
  bareStoreIn: (folder) => `sqlite:${folder}/bare.db`,
  async registerBytes({ DATABASE_URL }) {
    return statSync(DATABASE_URL.slice('sqlite:'.length)).size;
  },
  holdings: undefined,
  stop: async () => {},
};

async function openServers(): Promise<StoresUnderTest> {
  const redis = await startRedis();
  const postgres = await startPostgres({ args: ['-c', 'shared_buffers=512MB'] });
  const registerBytes = ({ DATABASE_URL }: { readonly DATABASE_URL: string }) =>
    askNumber(postgres, 'pg_database_size(current_database())', databaseOf(DATABASE_URL));
  return {
    kind: 'redis+postgres',
    metered: [
      { name: 'redis', pid: redis.pid },
      { name: 'postgres', pid: childrenNamed('postgres')[0] ?? 0 },
    ],
    environmentIn: async () => ({
      DATABASE_URL: await postgres.createDatabase(),
      REDIS_URL: redis.url,
    }),
    bareStoreIn: () => redis.url,
    registerBytes,
    holdings: async (environment) => ({
      registerBytes: await registerBytes(environment),
      registerLogBytes: await askNumber(postgres, "pg_current_wal_insert_lsn() - '0/0'::pg_lsn"),
      protocol: await keysOf(redis),
    }),
    async stop() {
      await Promise.all([redis.stop(), postgres.stop()]);
    },
  };
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

async function askNumber(
  { query }: PostgresServer,
  expression: string,
  database?: string,
): Promise<number> {
  const [row] = await query(`select ${expression} as value`, database);
  return Number(row?.['value']);
}

async function keysOf({ url }: RedisServer): Promise<Holdings['protocol']> {
  const redis = new Redis(url, { enableAutoPipelining: true });
  const found: [string, { bytes: number; seconds: number }][] = [];
  for await (const keys of redis.scanStream({ count: 1_000 }) as AsyncIterable<string[]>) {
    const read = keys.map(async (key): Promise<(typeof found)[0]> => {
      const [bytes, milliseconds] = await Promise.all([
        redis.memory('USAGE', key),
        redis.pttl(key),
      ]);
      return [key, { bytes: bytes ?? 0, seconds: Math.max(0, milliseconds) / 1000 }];
    });
    found.push(...(await Promise.all(read)));
  }
  redis.disconnect();
  return new Map(found);
}

export function growthBetween(before: Holdings, after: Holdings, journeys: number): Growth {
  let [bytes, byteSeconds] = [0, 0];
  for (const [key, record] of after.protocol) {
    const known = before.protocol.get(key);
    const added = record.bytes - (known?.bytes ?? 0);
    bytes += added;
    byteSeconds += added * record.seconds;
  }
  return {
    registerBytes: (after.registerBytes - before.registerBytes) / journeys,
    registerLogBytes: (after.registerLogBytes - before.registerLogBytes) / journeys,
    protocolBytes: bytes / journeys,
    protocolByteSeconds: byteSeconds / journeys,
  };
}
