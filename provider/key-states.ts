import { LEDGER_SECONDS } from '../accounts/ledger.ts';
import { SIGNING_ALGORITHMS } from './keys.ts';
import type { KeyRecord } from './signing-key-store.ts';
import { TTL } from './ttl.ts';

/**
 * `next` is published and does not sign yet; `current` signs; `retired` is published until the last token it signed has
 * expired; `gone` is published no more and may be erased.
 */
export type KeyState = 'next' | 'current' | 'retired' | 'gone';

export interface StatedKey {
  readonly record: KeyRecord;
  readonly state: KeyState;
  /** Epoch ms. */
  readonly since: number;
  /** Undefined for a current key without a successor, and for one that is gone. */
  readonly until: number | undefined;
}

/** Nodes that look a little later, and clocks that differ. */
const MARGIN_SECONDS = 5 * 60;

/**
 * How long a retired key stays published. An ID token is good for minutes, but comes back as `id_token_hint` for as long
 * as the session it was given in lasts, and the last one may be given when that ends.
 */
export const RETENTION_MS = (LEDGER_SECONDS + TTL.IdToken + MARGIN_SECONDS) * 1000;

/** What each key is at `now`, a function of nothing else. Grouped by algorithm, in the order they sign. */
export function keyStates(records: readonly KeyRecord[], now: number): readonly StatedKey[] {
  const byAlgorithm = Map.groupBy(records, ({ alg }) => alg);
  return [...byAlgorithm.values()].flatMap((ofOne) => statesOfOne(ofOne, now));
}

function statesOfOne(records: readonly KeyRecord[], now: number): readonly StatedKey[] {
  const inOrder = records.toSorted(
    (a, b) => a.activeFrom - b.activeFrom || (a.kid < b.kid ? -1 : 1),
  );
  // A key that signs too early is better than none: RPs who do not know it yet will ask for it.
  const current = Math.max(
    0,
    inOrder.findLastIndex(({ activeFrom }) => activeFrom <= now),
  );
  return inOrder.map((record, index): StatedKey => {
    const successor = inOrder[index + 1];
    if (index > current) {
      return { record, state: 'next', since: record.createdAt, until: record.activeFrom };
    }
    if (index === current || successor === undefined) {
      const { activeFrom } = record;
      return { record, state: 'current', since: activeFrom, until: successor?.activeFrom };
    }
    const until = successor.activeFrom + RETENTION_MS;
    return now < until
      ? { record, state: 'retired', since: successor.activeFrom, until }
      : { record, state: 'gone', since: until, until: undefined };
  });
}

const PUBLISHED: readonly KeyState[] = ['current', 'next', 'retired'];

/** Kids of all that is published at `now`, as the library wants them: it signs with the first one that fits. */
export function signingOrder(records: readonly KeyRecord[], now: number): readonly string[] {
  return keyStates(records, now)
    .filter(({ state }) => PUBLISHED.includes(state))
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ record }) => record.kid);
}

function rank({ record, state }: StatedKey): number {
  const algorithm = SIGNING_ALGORITHMS.findIndex((each) => each === record.alg);
  return algorithm * PUBLISHED.length + PUBLISHED.indexOf(state);
}
