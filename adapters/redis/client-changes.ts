import type { ClientChanges } from '../../clients/client-changes.ts';
import type { KeyedHash } from '../keyed-hash.ts';
import type { RedisCommands } from './redis-commands.ts';
import type { RedisConnection } from './redis-connection.ts';

const RETRY_MS = 1_000;

export interface RedisClientChanges extends ClientChanges {
  close(): void;
}

/**
 * Over publish and subscribe, which a Cluster passes on to all its nodes. Listening takes a connection of its own, made
 * when somebody listens.
 */
export function createClientChanges(
  commands: RedisCommands,
  hash: KeyedHash,
  connect: () => RedisConnection,
): RedisClientChanges {
  // Named by the secrets: installations that share a server do not hear each other.
  const channel = `senid:client-changes:${hash('channel', 'client-changes').toString('base64url').slice(0, 22)}`;
  const listeners = new Set<(clientId: string) => void>();
  let connection: RedisConnection | undefined;
  let retry: NodeJS.Timeout | undefined;

  const subscribe = () => {
    clearTimeout(retry);
    const onFailure = () => {
      retry = setTimeout(subscribe, RETRY_MS).unref();
    };
    connection?.client.subscribe(channel).catch(onFailure);
  };

  return {
    async announce(clientId) {
      await commands.send('publish', channel, clientId).catch(() => {});
    },
    listen(changed) {
      listeners.add(changed);
      if (connection !== undefined) return;
      connection = connect();
      connection.client.on('ready', subscribe);
      connection.client.on('message', (from: string, clientId: string) => {
        if (from === channel) for (const listener of listeners) listener(clientId);
      });
    },
    close() {
      clearTimeout(retry);
      connection?.close();
    },
  };
}
