import type { EphemeralStore } from '../accounts/ephemeral-store.ts';
import { countEvent } from '../accounts/window-limits.ts';
import type { Clock } from '../clock.ts';
import type { CaseId } from '../ids.ts';

const DAY_SECONDS = 24 * 60 * 60;
const MOST_RENEWED_A_DAY = 4;

/** Counts a request for a new activation code, whichever page it came from: each is a message to somebody's phone. */
export async function isRenewedTooOften(
  id: CaseId,
  { ephemerals, clock }: { readonly ephemerals: EphemeralStore; readonly clock: Clock },
): Promise<boolean> {
  const wait = await countEvent(ephemerals, {
    kind: 'throttle',
    seconds: DAY_SECONDS,
    limits: [{ key: `activation-renewed/${id}`, limit: MOST_RENEWED_A_DAY }],
    now: clock(),
  });
  return wait !== undefined;
}
