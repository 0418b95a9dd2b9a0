import type { Clock } from '../clock.ts';
import { keyStates } from './key-states.ts';
import { newSigningKey } from './keys.ts';
import type { KeyRecord, SigningKey, SigningKeyStore } from './signing-key-store.ts';

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
  rotate(alg: string, leadMs: number): Promise<KeyChange>;
  /** Ends the key in good order: its successor is published for `leadMs` first. One that never signed is removed. */
  retire(kid: string, leadMs: number): Promise<KeyChange>;
  /** Nobody is to trust this key any more: it is removed at once, and its successor signs at once. */
  withdraw(kid: string): Promise<KeyChange>;
}

const UNKNOWN = { kind: 'unknown' } as const;

export function createKeyKeeper(store: SigningKeyStore, clock: Clock): KeyKeeper {
  const stated = async () => keyStates(await store.records(), clock());
  const ofAlgorithm = async (alg: string) =>
    (await stated()).filter(({ record }) => record.alg === alg);
  const find = async (kid: string) => (await stated()).find(({ record }) => record.kid === kid);

  /** The key that signs after this one, made now or before, by whoever was first. */
  const succeed = async (predecessor: KeyRecord, leadMs: number): Promise<KeyChange> => {
    const following = async () => {
      const chain = await ofAlgorithm(predecessor.alg);
      const at = chain.findIndex(({ record }) => record.kid === predecessor.kid);
      // Whoever removed it meanwhile has put another one in its place.
      return (at === -1 ? chain.at(-1) : chain[at + 1])?.record;
    };
    const known = await following();
    if (known !== undefined) return { kind: 'waiting', key: known };
    const key = await nextKey(predecessor.alg, clock(), leadMs);
    if (await store.insertAfter(predecessor.kid, key)) return { kind: 'made', key: recordOf(key) };
    const others = await following();
    return others === undefined ? UNKNOWN : { kind: 'waiting', key: others };
  };

  /** Of the key that signs now: published for `leadMs` and no longer before it signs. */
  const hurriedSuccessor = async (
    key: KeyRecord,
    leadMs: number,
  ): Promise<KeyRecord | undefined> => {
    const change = await succeed(key, leadMs);
    if (change.kind !== 'made' && change.kind !== 'waiting') return undefined;
    // Removed by somebody quicker, it has no successor any more: what was found is a key further on.
    if ((await find(key.kid)) === undefined) return undefined;
    const { kid, createdAt } = change.key;
    const activeFrom = Math.max(clock(), createdAt + leadMs);
    const earlier = await store.bringForward(kid, activeFrom);
    return earlier ? { ...change.key, activeFrom } : change.key;
  };

  return {
    records: () => store.records(),

    async rotate(alg, leadMs) {
      const newest = (await ofAlgorithm(alg)).at(-1);
      if (newest?.state === 'next') return { kind: 'waiting', key: newest.record };
      if (newest !== undefined) return succeed(newest.record, leadMs);
      const key = await nextKey(alg, clock(), 0);
      const mine = await store.insertFirst(key);
      return mine ? { kind: 'made', key: recordOf(key) } : UNKNOWN;
    },

    async retire(kid, leadMs) {
      const found = await find(kid);
      if (found === undefined) return UNKNOWN;
      const key = found.record;
      switch (found.state) {
        case 'current': {
          const successor = await hurriedSuccessor(key, leadMs);
          return successor === undefined ? UNKNOWN : { kind: 'superseded', key, successor };
        }
        case 'next':
          return (await store.remove(kid)) ? { kind: 'removed', key } : UNKNOWN;
        case 'retired':
        case 'gone':
          return { kind: 'retired', key, until: found.until ?? found.since };
        default:
          return found.state satisfies never;
      }
    },

    async withdraw(kid) {
      const found = await find(kid);
      if (found === undefined) return UNKNOWN;
      const { record: key, state } = found;
      if (state !== 'current')
        return (await store.remove(kid)) ? { kind: 'removed', key } : UNKNOWN;
      // In this order: whatever is cut short in between, there is a key that signs, and the command can be repeated.
      const successor = await hurriedSuccessor(key, 0);
      if (successor === undefined || !(await store.remove(kid))) return UNKNOWN;
      return { kind: 'removed', key, successor };
    },
  };
}

function nextKey(alg: string, now: number, leadMs: number): Promise<SigningKey> {
  return newSigningKey(alg, { createdAt: now, activeFrom: now + leadMs });
}

function recordOf({ kid, alg, createdAt, activeFrom }: SigningKey): KeyRecord {
  return { kid, alg, createdAt, activeFrom };
}
