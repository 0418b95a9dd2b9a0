import type { EphemeralKind, EphemeralStore } from './ephemeral-store.ts';

/** Something that may happen `limit` times in a window. */
export interface WindowLimit {
  readonly key: string;
  readonly limit: number;
}

/**
 * Counts one event against each limit in turn and stops at the first that refuses it, so that what is refused uses up
 * none of the limits after it. Seconds to wait, or undefined when the event is within all limits.
 */
export async function countEvent(
  ephemeral: Pick<EphemeralStore, 'increment'>,
  window: {
    readonly kind: EphemeralKind;
    readonly seconds: number;
    readonly limits: readonly WindowLimit[];
    /** Epoch ms. */
    readonly now: number;
  },
): Promise<number | undefined> {
  for (const { key, limit } of window.limits) {
    const { count, resetsAt } = await ephemeral.increment(window.kind, key, window.seconds);
    if (count > limit) return Math.max(1, Math.ceil((resetsAt - window.now) / 1000));
  }
  return undefined;
}
