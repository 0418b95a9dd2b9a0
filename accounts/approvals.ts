import { z } from 'zod';

import type { Clock } from '../clock.ts';
import { StoreUnavailable } from '../errors.ts';
import { newId, type AccountId, type ApprovalId } from '../ids.ts';
import type { EphemeralStore } from './ephemeral-store.ts';
import { countEvent } from './window-limits.ts';

/** Something a relying party asks a person to approve while they are not at its pages. */
export interface Approval {
  readonly id: ApprovalId;
  /** The provider's own name for it; never shown to the person. */
  readonly requestId: string;
  readonly clientId: string;
  /** Shown on both sides, for the person to compare. */
  readonly bindingMessage: string | undefined;
  /** Epoch ms, both. */
  readonly requestedAt: number;
  readonly expiresAt: number;
}

/** What waits for each person. */
export interface Approvals {
  /** Seconds to wait when this relying party has asked this person too often; counts the request otherwise. */
  admit(clientId: string, accountId: AccountId): Promise<number | undefined>;
  add(accountId: AccountId, approval: Omit<Approval, 'id'>): Promise<void>;
  /** Oldest first; what has expired is not there. */
  list(accountId: AccountId): Promise<readonly Approval[]>;
  remove(accountId: AccountId, requestId: string): Promise<void>;
}

const MINUTE = 60;
const WINDOW_SECONDS = 10 * MINUTE;
/** Nobody reads a longer list; the oldest have waited longest and are kept. */
const MOST_WAITING = 20;
const KEPT_SECONDS = 15 * MINUTE;
const MOST_ATTEMPTS = 8;

/** Requests one relying party may send to one person in ten minutes: approval must not become a habit. */
const REQUESTS_PER_PERSON = 5;

const listSchema = z.array(
  z.object({
    id: z.custom<ApprovalId>((value) => typeof value === 'string'),
    requestId: z.string(),
    clientId: z.string(),
    bindingMessage: z
      .string()
      .optional()
      .transform((text) => text),
    requestedAt: z.number(),
    expiresAt: z.number(),
  }),
);

export function createApprovals(store: EphemeralStore, clock: Clock): Approvals {
  const load = async (accountId: AccountId) => {
    const stored = await store.get('approval', accountId);
    const all = stored === undefined ? [] : listSchema.parse(stored.value);
    return {
      version: stored?.version ?? 0,
      waiting: all
        .filter(({ expiresAt }) => expiresAt > clock())
        .map(({ bindingMessage, ...rest }): Approval => ({ ...rest, bindingMessage })),
    };
  };

  const change = async (
    accountId: AccountId,
    next: (waiting: readonly Approval[]) => readonly Approval[],
  ) => {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const { version, waiting } = await load(accountId);
      const value = next(waiting);
      if (await store.compareAndPut('approval', accountId, value, version, KEPT_SECONDS)) return;
    }
    throw new StoreUnavailable('what waits for this person is being written too often');
  };

  return {
    admit: (clientId, accountId) =>
      countEvent(store, {
        kind: 'throttle',
        seconds: WINDOW_SECONDS,
        limits: [{ key: `approval/${clientId}/${accountId}`, limit: REQUESTS_PER_PERSON }],
        now: clock(),
      }),
    add: (accountId, approval) =>
      change(accountId, (waiting) => fitting([...waiting, { ...approval, id: newId('apr') }])),
    list: async (accountId) => (await load(accountId)).waiting,
    remove: (accountId, requestId) =>
      change(accountId, (waiting) => waiting.filter((each) => each.requestId !== requestId)),
  };
}

/** Where there are too many, whoever asks most gives way with its newest. */
function fitting(waiting: readonly Approval[]): readonly Approval[] {
  if (waiting.length <= MOST_WAITING) return waiting;
  const byClient = [...Map.groupBy(waiting, ({ clientId }) => clientId).values()];
  const [most = []] = byClient.toSorted((a, b) => b.length - a.length);
  const last = most.at(-1);
  return waiting.filter((each) => each !== last);
}
