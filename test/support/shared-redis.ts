import {
  startRedis,
  startRedisCluster,
  type RedisCluster,
  type RedisServer,
} from './redis-server.ts';

let server: Promise<RedisServer> | undefined;
let cluster: Promise<RedisCluster> | undefined;

/** One server for the whole run: whoever uses it brings secrets of its own, so that no two ever meet in a key. */
export function sharedRedis(): Promise<RedisServer> {
  server ??= startRedis();
  return server;
}

/** Three masters for the whole run. */
export function sharedRedisCluster(): Promise<RedisCluster> {
  cluster ??= startRedisCluster();
  return cluster;
}

after(async () => {
  await (await server)?.stop();
  await (await cluster)?.stop();
});
