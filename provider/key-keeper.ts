import type { Clock } from '../clock.ts';
import { keyStates, type StatedKey } from './key-states.ts';
import { newSigningKey, type SigningAlgorithm } from './keys.ts';
import type { KeyRecord, SigningKeyStore } from './signing-key-store.ts';

/** What became of a wish about a key. */
export type KeyChange =
  /** A next key; it signs from its `activeFrom` on. */
  | { readonly kind: 'made'; readonly key: KeyRecord }
  /** Nothing changed: there is a next key already. */
  | { readonly kind: 'waiting'; readonly key: KeyRecord }
  /** `key` signs until `successor` does. */
  | { readonly kind: 'superseded'; readonly key: KeyRecord; readonly successor: KeyRecord }
  /** It is erased and leaves the published keys; `successor` signs now, where it took its place. */
  | {
      readonly kind: 'removed';
      readonly key: KeyRecord;
      readonly successor?: KeyRecord | undefined;
    }
  /** Nothing changed: it has retired before, and stays published until then (epoch ms). */
  | { readonly kind: 'retired'; readonly key: KeyRecord; readonly until: number }
  /** Nothing changed: there is no such key. */
  | { readonly kind: 'unknown' };

/** Whoever looks after the keys: this program on its register, or a signer on its own. */
export interface KeyKeeper {
  records(): Promise<readonly KeyRecord[]>;
  /** Publishes a next key, to sign in `leadMs`. Of parallel callers exactly one makes it. */
  rotate(alg: SigningAlgorithm, leadMs: number): Promise<KeyChange>;
  /** Ends the key in good order: its successor is published for `leadMs` first. One that never signed is removed. */
  retire(kid: string, leadMs: number): Promise<KeyChange>;
  /** Nobody is to trust this key any more: it is removed at once, and its successor signs at once. */
  withdraw(kid: string): Promise<KeyChange>;
}

export function createKeyKeeper(store: SigningKeyStore, clock: Clock): KeyKeeper {
  const stated = async () => keyStates(await store.records(), clock());
  const find = async (kid: string) => (await stated()).find(({ record }) => record.kid === kid);

  /** The key that signs last, and its state. */
  const newest = async (alg: string): Promise<StatedKey | undefined> =>
    (await stated()).findLast(({ record }) => record.alg === alg);

  const rotate: KeyKeeper['rotate'] = async (alg, leadMs) => {
    const last = await newest(alg);
    if (last?.state === 'next') return { kind: 'waiting', key: last.record };
    const now = clock();
    const { jwk, ...record } = await newSigningKey(alg, {
      createdAt: now,
      activeFrom: now + leadMs,
    });
    const key = { ...record, jwk };
    const mine =
      last === undefined
        ? await store.insertFirst(key)
        : await store.insertAfter(last.record.kid, key);
    if (mine) return { kind: 'made', key: record };
    const others = (await newest(alg))?.record;
    return others === undefined ? { kind: 'unknown' } : { kind: 'waiting', key: others };
  };

  /** The next key, made now or before, signs no later than it can have been published for `leadMs`. */
  const successorOf = async ({ record }: StatedKey, leadMs: number): Promise<KeyRecord> => {
    const change = await rotate(record.alg as SigningAlgorithm, leadMs);
    if (change.kind !== 'made' && change.kind !== 'waiting') return record;
    const { key } = change;
    const activeFrom = Math.max(clock(), key.createdAt + leadMs);
    const earlier = await store.bringForward(key.kid, activeFrom);
    return earlier ? { ...key, activeFrom } : key;
  };

  return {
    records: () => store.records(),
    rotate,

    async retire(kid, leadMs) {
      const found = await find(kid);
      if (found === undefined) return { kind: 'unknown' };
      const key = found.record;
      switch (found.state) {
        case 'current':
          return { kind: 'superseded', key, successor: await successorOf(found, leadMs) };
        case 'next':
          return (await store.remove(kid)) ? { kind: 'removed', key } : { kind: 'unknown' };
        case 'retired':
        case 'gone':
          return { kind: 'retired', key, until: found.until ?? found.since };
        default:
          return found.state satisfies never;
      }
    },

    async withdraw(kid) {
      const found = await find(kid);
      if (found === undefined) return { kind: 'unknown' };
      // In this order: whatever is cut short in between, there is a key that signs, and the command can be repeated.
      const successor = found.state === 'current' ? await successorOf(found, 0) : undefined;
      if (!(await store.remove(kid))) return { kind: 'unknown' };
      return { kind: 'removed', key: found.record, successor };
    },
  };
}
