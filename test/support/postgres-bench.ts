import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { openStores } from '../../adapters/open-stores.ts';
import { readConfig } from '../../config.ts';
import { loadSecrets } from '../../secrets.ts';
import type { Outcome } from '../contract/command.ts';
import type { Bench } from '../contract/engine.ts';
import { databaseName, freshRegister, sharedPostgres } from './shared-postgres.ts';
import { sharedRedis } from './shared-redis.ts';
import { makeSqliteFolder } from './sqlite-folder.ts';
import { forkOn } from './sqlite-process.ts';
import type { RaceMessage } from './sqlite-worker.ts';

/** A register of its own on PostgreSQL, with the protocol store on Redis that has to be beside it. */
export async function openPostgresBench(): Promise<Bench> {
  const postgres = await sharedPostgres();
  const url = await freshRegister();
  const folder = makeSqliteFolder();
  const environment = {
    ...folder.environment,
    DATABASE_URL: url,
    REDIS_URL: (await sharedRedis()).url,
  };
  let aheadMs = 0;
  const clock = () => Date.now() + aheadMs;
  const config = readConfig(environment);
  const stores = await openStores({ config, secrets: loadSecrets(config), clock, own: true });
  let worker: ChildProcess | undefined;
  return {
    stores,
    clock,
    async elapse(seconds) {
      aheadMs += seconds * 1_000;
    },
    async elsewhere(commands, startAt) {
      worker ??= await forkOn({ environment }, 'sqlite-worker');
      worker.send({ commands, startAt, aheadMs } satisfies RaceMessage);
      const [outcomes]: Outcome[][] = await once(worker, 'message');
      return outcomes ?? [];
    },
    async tamper(statement) {
      await postgres.query(statement, databaseName(url));
    },
    async close() {
      worker?.disconnect();
      if (worker !== undefined) await once(worker, 'exit');
      await stores.close();
      folder.remove();
      await postgres.query(`drop database ${databaseName(url)} with (force)`);
    },
  };
}
