import type { Clock } from '../clock.ts';
import type { ClientChanges } from './client-changes.ts';
import type { ClientRecord, ClientStore } from './client.ts';

/** Who did not hear of a change made in another process sees it after at most so long. */
const FRESH_MS = 4_000;
const MOST_CLIENTS = 1_000;

/** Every request asks for its client several times; changes made here are seen at once. */
export function cachedClientStore(
  store: ClientStore,
  changes: ClientChanges,
  clock: Clock,
  onLookup: (result: 'hit' | 'miss') => void = () => {},
): ClientStore {
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

  changes.listen((clientId) => cache.delete(clientId));
  const changed = async (clientId: string) => {
    cache.delete(clientId);
    await changes.announce(clientId);
  };

  return {
    find(clientId) {
      const known = cache.get(clientId);
      const hit = known !== undefined && known.until > clock();
      onLookup(hit ? 'hit' : 'miss');
      return hit ? known.found : remember(clientId);
    },
    async save(record) {
      await store.save(record);
      await changed(record.clientId);
    },
    async replace(record) {
      const replaced = await store.replace(record);
      await changed(record.clientId);
      return replaced;
    },
    list: (page) => store.list(page),
    async remove(clientId) {
      await store.remove(clientId);
      await changed(clientId);
    },
  };
}
