import { openStores } from '../../adapters/open-stores.ts';
import type { Stores } from '../../adapters/stores.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { loadSecrets, type Secrets } from '../../secrets.ts';
import { attempt, type RaceAnswer, type RacedRequest } from './once-attempt.ts';
import { Racers } from './once-racer.ts';
import { startPostgres } from './postgres-server.ts';
import { startRedis } from './redis-server.ts';
import { startSenid, type SenidProcess } from './senid-process.ts';

/** SenID on one or more nodes, its stores opened beside it, and the processes that attack it. */
export interface OnceBench {
  readonly issuer: string;
  readonly ports: readonly number[];
  readonly nodes: readonly SenidProcess[];
  readonly stores: Stores;
  readonly secrets: Secrets;
  readonly racers: Racers;
  /** Of each kind. */
  readonly trials: number;
  /** One request, to the next node. */
  ask(request: RacedRequest): Promise<RaceAnswer>;
  stop(): Promise<void>;
}

/** Everything on one machine: one node, SQLite. */
export function openEmbeddedBench(trials: number): Promise<OnceBench> {
  return openBench({ nodes: 1, trials, places: {}, stopStores: async () => {} });
}

/** Two nodes that share nothing but Redis, PostgreSQL and the secrets. */
export async function openSharedBench(trials: number): Promise<OnceBench> {
  const [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
  const stopStores = async () => void (await Promise.all([redis.stop(), postgres.stop()]));
  try {
    const places = { REDIS_URL: redis.url, DATABASE_URL: postgres.url };
    return await openBench({ nodes: 2, trials, places, stopStores });
  } catch (error) {
    await stopStores();
    throw error;
  }
}

/** On stores that somebody else started. */
export async function openBench({
  nodes: count,
  trials,
  places,
  stopStores,
}: {
  readonly nodes: number;
  readonly trials: number;
  readonly places: Readonly<Record<string, string>>;
  readonly stopStores: () => Promise<void>;
}): Promise<OnceBench> {
  // A line for each of a hundred thousand refusals would be all they do.
  const env = { SENID_LOG_LEVEL: 'error', ...places };
  const first = await startSenid({ name: 'once', env });
  const { issuer, folder } = first;
  const nodes = [first];
  for (let node = 1; node < count; node += 1) {
    nodes.push(await startSenid({ name: 'once', env, issuer, folder }));
  }
  const config = readConfig({
    DATABASE_URL: `sqlite:${first.dataFolder}/register.db`,
    SENID_SECRETS_FILE: `${folder}/secrets/senid.json`,
    ...places,
  });
  const secrets = loadSecrets(config);
  const stores = await openStores({ config, secrets, clock: systemClock, own: false });
  const ports = nodes.map(({ port }) => port);
  const racers = new Racers(issuer, ports);
  let asked = 0;
  return {
    issuer,
    ports,
    nodes,
    stores,
    secrets,
    racers,
    trials,
    ask: (request) =>
      attempt(request, new URL(issuer).host, ports[(asked += 1) % ports.length] ?? 0),
    async stop() {
      racers.stop();
      await stores.close();
      await Promise.all(nodes.map((node) => node.stop()));
      await stopStores();
    },
  };
}
