import { openPostgresBench } from '../support/postgres-bench.ts';
import { openRedisBench, openRedisClusterBench } from '../support/redis-bench.ts';
import { openSqliteBench } from '../support/sqlite-bench.ts';
import type { OpenBench } from './engine.ts';

interface Engine {
  readonly name: string;
  readonly open: OpenBench;
}

/** Every engine of the durable half. Each of them keeps each of its contracts, word by word. */
export const registerEngines: readonly Engine[] = [
  { name: 'SQLite', open: openSqliteBench },
  { name: 'PostgreSQL', open: openPostgresBench },
];

/** Every engine of the short-lived half. */
export const protocolEngines: readonly Engine[] = [
  { name: 'SQLite', open: openSqliteBench },
  { name: 'Redis', open: openRedisBench },
  { name: 'Redis Cluster', open: openRedisClusterBench },
];
