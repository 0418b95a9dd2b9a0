import type { AccountStore, Lock } from '../accounts/account.ts';
import type { EventContext } from '../audit/events.ts';
import type { Clock } from '../clock.ts';
import type { AccountId } from '../ids.ts';
import {
  decideLift,
  decideLock,
  type LiftRefusal,
  type LiftRequest,
  type LockRefusal,
  type LockRequest,
} from './locks.ts';
import type { RegisterWrite, RegisterWriter } from './register-writes.ts';

export interface LockSources {
  readonly accounts: Pick<AccountStore, 'openLocks'>;
  /** One `withEndings`, so that relying parties are told. */
  readonly writer: Pick<RegisterWriter, 'apply'>;
  readonly clock: Clock;
  /** What the holder reads, written with it; nothing where none is told. */
  readonly tell?: (told: LockTold) => Promise<readonly RegisterWrite[]>;
}

export interface LockTold {
  readonly accountId: AccountId;
  readonly kind: 'account_locked' | 'account_unlocked' | 'account_still_locked';
  readonly now: number;
}

export type LockOutcome =
  | { readonly kind: 'locked'; readonly lock: Lock }
  | { readonly kind: 'refused'; readonly reason: LockRefusal };

export type LiftOutcome =
  | { readonly kind: 'lifted'; readonly left: readonly Lock[] }
  | { readonly kind: 'refused'; readonly reason: LiftRefusal };

/** Carries out requests at once; who may ask for what is `locks.ts`. Both reject with `StoreUnavailable`. */
export interface Locks {
  /** From then on nothing of the account is honoured on any node, and relying parties are told. */
  lock(accountId: AccountId, request: LockRequest, event?: EventContext): Promise<LockOutcome>;
  lift(accountId: AccountId, request: LiftRequest, event?: EventContext): Promise<LiftOutcome>;
}

export function createLocks({ accounts, writer, clock, tell }: LockSources): Locks {
  const toldOf = async (told: LockTold, isTold: boolean) =>
    isTold && tell !== undefined ? tell(told) : [];

  return {
    async lock(accountId, request, event = {}) {
      const now = clock();
      const open = await accounts.openLocks(accountId);
      const decision = decideLock(accountId, open, request, { now, event });
      if (decision.kind === 'refused') return decision;
      const { lock, writes, tellHolder } = decision;
      const told = await toldOf({ accountId, kind: 'account_locked', now }, tellHolder);
      // Nothing of it can be outdated or taken: one lock more never contradicts another.
      await mustWrite(writer, [...writes, ...told]);
      return { kind: 'locked', lock };
    },

    async lift(accountId, request, event = {}) {
      const now = clock();
      const open = await accounts.openLocks(accountId);
      const decision = decideLift(open, request, { now, event });
      if (decision.kind === 'refused') return decision;
      const { writes, left, tellHolder } = decision;
      const kind = left.length === 0 ? 'account_unlocked' : 'account_still_locked';
      const told = await toldOf({ accountId, kind, now }, tellHolder);
      const outcome = await writer.apply([...writes, ...told]);
      return outcome.kind === 'written'
        ? { kind: 'lifted', left }
        : { kind: 'refused', reason: 'no_such_lock' };
    },
  };
}

async function mustWrite(
  writer: LockSources['writer'],
  writes: readonly RegisterWrite[],
): Promise<void> {
  const outcome = await writer.apply(writes);
  if (outcome.kind !== 'written') throw new Error(`a lock was refused: ${outcome.kind}`);
}
