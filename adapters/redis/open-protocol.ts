import type { Clock } from '../../clock.ts';
import type { KeyedHash } from '../keyed-hash.ts';
import type { Sealer } from '../sealing.ts';
import type { OpenProtocol } from '../stores.ts';
import { RedisArtefactStore } from './artefact-store.ts';
import { createClientChanges } from './client-changes.ts';
import { RedisEphemeralStore } from './ephemeral-store.ts';
import { createLocations } from './keys.ts';
import { RedisCommands } from './redis-commands.ts';
import { RedisConnection } from './redis-connection.ts';
import { parseRedisUrl } from './redis-url.ts';

interface Keep {
  readonly sealer: Sealer;
  readonly hash: KeyedHash;
  readonly clock: Clock;
}

/**
 * The short-lived half on Redis or Valkey: one server, Sentinels or a Cluster. Rejects, with one line, when it cannot be
 * reached within seconds or would throw records away before their time.
 */
export async function openRedisProtocol(url: string, keep: Keep): Promise<OpenProtocol> {
  const place = parseRedisUrl(url);
  const { replicasToWaitFor } = place;
  const main = new RedisConnection(place);
  const deciding = replicasToWaitFor === 0 ? main : new RedisConnection(place);
  const commands = new RedisCommands({ main, deciding, replicasToWaitFor });
  const changes = createClientChanges(commands, keep.hash, () => new RedisConnection(place));
  const disconnect = () => {
    changes.close();
    deciding.close();
    main.close();
  };
  try {
    await Promise.all([main.ready(), deciding.ready()]);
    // A database that is not there would be the first one, without a word.
    if (place.kind !== 'cluster') await main.everyMaster((server) => server.select(place.db));
    await refuseEviction(main);
    await commands.ping();
  } catch (error) {
    disconnect();
    throw error;
  }
  const context = { ...keep, commands, locations: createLocations(keep.hash) };
  return {
    artefacts: new RedisArtefactStore(context),
    ephemerals: new RedisEphemeralStore(context),
    clientChanges: changes,
    ping: () => commands.ping(),
    waiting: () => commands.waiting,
    async close() {
      await commands.settled();
      disconnect();
    },
  };
}

/** A server that makes room by forgetting would forget what was spent and what was revoked. */
async function refuseEviction(connection: RedisConnection): Promise<void> {
  const answers = await connection.everyMaster((server) => server.info('memory').catch(() => ''));
  for (const answer of answers) {
    const limit = /^maxmemory:(\d+)/m.exec(answer)?.[1] ?? '0';
    const policy = /^maxmemory_policy:(\S+)/m.exec(answer)?.[1] ?? 'noeviction';
    if (limit !== '0' && policy !== 'noeviction') {
      throw new Error(`its maxmemory-policy is ${policy}, SenID needs noeviction`);
    }
  }
}
