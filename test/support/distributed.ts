import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openStores } from '../../adapters/open-stores.ts';
import type { Stores } from '../../adapters/stores.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { loadSecrets } from '../../secrets.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';
import { startRedis, type RedisServer } from './redis-server.ts';

/** A PostgreSQL and a Redis of a test's own, and what a node needs to find them. */
export interface DistributedStores {
  readonly postgres: PostgresServer;
  readonly redis: RedisServer;
  /** Shared by all nodes: the secrets are in it. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** As one more process beside the nodes. */
  open(): Promise<Stores>;
  stop(): Promise<void>;
}

export async function startDistributedStores(): Promise<DistributedStores> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  const folder = mkdtempSync(join(tmpdir(), 'senid-nodes-'));
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    SENID_SECRETS_FILE: join(folder, 'secrets', 'senid.json'),
  };
  return {
    postgres,
    redis,
    folder,
    env,
    open() {
      const config = readConfig(env);
      return openStores({ config, secrets: loadSecrets(config), clock: systemClock, own: false });
    },
    async stop() {
      await Promise.all([postgres.stop(), redis.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
