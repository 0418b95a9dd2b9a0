import { setTimeout as delay } from 'node:timers/promises';

import { isBusy, translateSqliteError } from './sqlite-errors.ts';

const PATIENCE_MS = 5_000;
const LONGEST_PAUSE_MS = 25;

/**
 * Repeats what another process keeps busy, leaving the event loop free meanwhile. The first attempt is made at once.
 * Rejects with `StoreUnavailable` when patience runs out.
 */
export async function patiently<T>(attempt: () => T, patienceMs = PATIENCE_MS): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() + pause > deadline) throw translateSqliteError(error);
    }
    // Spread out, so that two waiting processes do not meet again and again.
    await delay(pause * (0.5 + Math.random()));
  }
}
