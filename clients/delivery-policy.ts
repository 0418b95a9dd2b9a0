import type { Delivery, Settlement } from './delivery.ts';

const MOST_ATTEMPTS = 12;
const FIRST_PAUSE_MS = 2_000;
const PAUSE_GROWS_BY = 3;
const LONGEST_PAUSE_MS = 60 * 60 * 1000;
/** Half of each pause is up to chance, so that those that failed together do not come back together. */
const JITTER = 0.5;

/** What became of one attempt. */
export type SendOutcome =
  /** It was taken; `status` where it was taken by HTTP. */
  | { readonly kind: 'delivered'; readonly status: number | undefined }
  /** Nothing was sent, and it is nobody's fault of today: looked at again after so long, and not counted. */
  | { readonly kind: 'postponed'; readonly afterMs: number; readonly error: string }
  /** It may go better next time. */
  | { readonly kind: 'failed'; readonly status: number | undefined; readonly error: string }
  /** It will not. */
  | { readonly kind: 'refused'; readonly status: number | undefined; readonly error: string };

/** 2, 6, 18, 54 seconds and so on, up to an hour, each shortened by up to a half. `random` is from 0 to 1. */
export function pauseAfter(attempts: number, random: number): number {
  const pause = FIRST_PAUSE_MS * PAUSE_GROWS_BY ** (attempts - 1);
  return Math.round(Math.min(pause, LONGEST_PAUSE_MS) * (1 - JITTER * random));
}

/** What a delivery is after an attempt. Pure: `now` in epoch ms, `random` from 0 to 1. */
export function settlementOf(
  { attempts, lastAttempt, expiresAt }: Pick<Delivery, 'attempts' | 'lastAttempt' | 'expiresAt'>,
  outcome: SendOutcome,
  { now, random }: { readonly now: number; readonly random: number },
): Settlement {
  if (outcome.kind === 'postponed') {
    const dueAt = now + outcome.afterMs;
    if (dueAt < expiresAt) return { state: 'waiting', attempts, lastAttempt, dueAt };
    const given = { at: now, status: undefined, error: outcome.error };
    return { state: 'dead', attempts, lastAttempt: lastAttempt ?? given, dueAt: now };
  }
  const sent = {
    attempts: attempts + 1,
    lastAttempt: {
      at: now,
      status: outcome.status,
      error: outcome.kind === 'delivered' ? undefined : outcome.error,
    },
  };
  switch (outcome.kind) {
    case 'delivered':
      return { ...sent, state: 'delivered', dueAt: now };
    case 'refused':
      return { ...sent, state: 'dead', dueAt: now };
    case 'failed': {
      const dueAt = now + pauseAfter(sent.attempts, random);
      const isOver = sent.attempts >= MOST_ATTEMPTS || dueAt >= expiresAt;
      return isOver ? { ...sent, state: 'dead', dueAt: now } : { ...sent, state: 'waiting', dueAt };
    }
    default:
      return outcome satisfies never;
  }
}
