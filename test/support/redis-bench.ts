import type { Bench } from '../contract/engine.ts';
import type { RedisServer } from './redis-server.ts';
import { sharedRedis, sharedRedisCluster } from './shared-redis.ts';
import { openBenchIn } from './sqlite-bench.ts';
import { makeSqliteFolder } from './sqlite-folder.ts';

/** Takes so many ms from what every key has left. */
const SHIFT = `
for _, key in ipairs(redis.call('KEYS', '*')) do
  local left = redis.call('PTTL', key) - tonumber(ARGV[1])
  if left > 0 then redis.call('PEXPIRE', key, left) else redis.call('DEL', key) end
end`;

/** The protocol store on one Redis server, with a register in SQLite beside it. */
export async function openRedisBench(): Promise<Bench> {
  const server = await sharedRedis();
  return openBenchOn(server.url, [server]);
}

/** The protocol store on a Cluster of three masters. */
export async function openRedisClusterBench(): Promise<Bench> {
  const { url, nodes } = await sharedRedisCluster();
  return openBenchOn(url, nodes);
}

async function openBenchOn(url: string, nodes: readonly RedisServer[]): Promise<Bench> {
  const bench = await openBenchIn(makeSqliteFolder({ REDIS_URL: url }));
  return {
    ...bench,
    async elapse(seconds) {
      await bench.elapse(seconds);
      await Promise.all(nodes.map((node) => node.cli('eval', SHIFT, '0', `${seconds * 1_000}`)));
    },
  };
}
