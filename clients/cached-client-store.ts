import type { Clock } from '../clock.ts';
import type { ClientRecord, ClientStore } from './client.ts';

/** What another process changed is seen after at most so long. */
const FRESH_MS = 5_000;
const MOST_CLIENTS = 1_000;

/** Every request asks for its client several times; changes made here are seen at once. */
export function cachedClientStore(store: ClientStore, clock: Clock): ClientStore {
  const cache = new Map<
    string,
    { readonly until: number; readonly found: Promise<ClientRecord | undefined> }
  >();

  const remember = (clientId: string) => {
    const found = store.find(clientId);
    // Absence and failure are not remembered: unknown ids are free to make up, and a lost store comes back.
    found.then(
      (record) => record === undefined && cache.delete(clientId),
      () => cache.delete(clientId),
    );
    if (cache.size >= MOST_CLIENTS) cache.clear();
    cache.set(clientId, { until: clock() + FRESH_MS, found });
    return found;
  };

  return {
    find(clientId) {
      const known = cache.get(clientId);
      return known !== undefined && known.until > clock() ? known.found : remember(clientId);
    },
    async save(record) {
      await store.save(record);
      cache.delete(record.clientId);
    },
    async remove(clientId) {
      await store.remove(clientId);
      cache.delete(clientId);
    },
  };
}
