import { openStores } from '../../adapters/open-stores.ts';
import type { Stores } from '../../adapters/stores.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { loadSecrets } from '../../secrets.ts';
import { startProxy, type DrillProxy } from './drill-proxy.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';
import { startRedisCluster, type RedisCluster } from './redis-server.ts';
import { runSenid } from './run-senid.ts';
import { startSenid, type SenidProcess } from './senid-process.ts';

const NODES = 3;
/** Longer than the proxy needs to notice that a node is not ready any more. */
const DRAIN_SECONDS = 2;
const JWKS_MAX_AGE_SECONDS = 1;

/** Three nodes behind a proxy, and all they share. */
export interface DrillStage {
  readonly issuer: string;
  readonly proxy: DrillProxy;
  readonly postgres: PostgresServer;
  readonly redis: RedisCluster;
  /** Opened beside the nodes, as the command line does. */
  readonly stores: Stores;
  readonly databaseUrl: string;
  /** Those that are meant to be there. */
  readonly nodes: readonly SenidProcess[];
  /** Starts one and lets the proxy know. */
  addNode(): Promise<SenidProcess>;
  /** Taken off the list of the drill; the proxy finds out by itself. */
  giveUp(node: SenidProcess): void;
  /** The proxy forgets those that are not there any more. */
  tidyProxy(): Promise<void>;
  senid(...words: string[]): Promise<string>;
  /** What nodes, those that are there no more too, logged about what they could not do in that time (epoch ms). */
  complaints(during: readonly { readonly from: number; readonly until: number }[]): string;
  /** Resolves with how the nodes ended. */
  stop(): Promise<readonly (number | null)[]>;
}

export async function openStage(): Promise<DrillStage> {
  const [proxy, postgres, redis] = await Promise.all([
    startProxy(),
    startPostgres(),
    // A shard that has lost its master must still have a replica to decide with.
    startRedisCluster({ masters: 3, replicasPerMaster: 2 }),
  ]);
  const { issuer } = proxy;
  const places = { DATABASE_URL: postgres.url, REDIS_URL: `${redis.url}?wait=1` };
  const env = {
    ...places,
    HOST: '127.0.0.1',
    TRUSTED_PROXY_HOPS: '1',
    SENID_LOG_LEVEL: 'warn',
    SENID_DRAIN_SECONDS: String(DRAIN_SECONDS),
    SENID_JWKS_MAX_AGE: String(JWKS_MAX_AGE_SECONDS),
  };
  const first = await startSenid({ name: 'drill', issuer, env });
  const { folder, dataFolder } = first;
  const everyNode = [first];
  let nodes: readonly SenidProcess[] = [first];
  const tidyProxy = () => proxy.setNodes(nodes.map(({ port }) => port));
  const addNode = async () => {
    const node = await startSenid({ name: 'drill', issuer, folder, env });
    everyNode.push(node);
    nodes = [...nodes, node];
    await tidyProxy();
    return node;
  };
  while (nodes.length < NODES) await addNode();

  const config = readConfig({ ...places, SENID_SECRETS_FILE: `${folder}/secrets/senid.json` });
  const secrets = loadSecrets(config);
  const stores = await openStores({ config, secrets, clock: systemClock, own: false });
  return {
    issuer,
    proxy,
    postgres,
    redis,
    stores,
    databaseUrl: postgres.url,
    get nodes() {
      return nodes;
    },
    addNode,
    giveUp(node) {
      nodes = nodes.filter((each) => each !== node);
    },
    tidyProxy,
    async senid(...words) {
      const { code, output, error } = await runSenid({ folder, dataFolder, env }, words);
      if (code !== 0) throw new Error(`senid ${words.join(' ')}: ${error}`);
      return output;
    },
    complaints: (during) =>
      everyNode
        .flatMap((node) => node.output().split('\n'))
        .filter((line) => {
          const time = Number(/^\{"level":50,"time":(\d+)/.exec(line)?.[1]);
          return during.some(({ from, until }) => time >= from && time <= until);
        })
        .join('\n'),
    async stop() {
      await stores.close();
      const codes = await Promise.all(nodes.map((node) => node.stop()));
      await Promise.all([proxy.stop(), postgres.stop(), redis.stop()]);
      return codes;
    },
  };
}
