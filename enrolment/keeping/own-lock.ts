import type { Lock } from '../../accounts/account.ts';
import type { Passkey } from '../../accounts/passkey-store.ts';
import { auditRecord } from '../../audit/events.ts';
import type { KeepingEventData } from '../../audit/keeping-events.ts';
import { decideLift, decideLock } from '../locks.ts';
import type { PendingChange } from '../pending-change.ts';
import type { RegisterWrite } from '../register-writes.ts';
import { unlockWays, type OwnLockReason } from '../unlock-ways.ts';
import type { KeepingMoment, KeptAccount } from './facts.ts';
import { told } from './telling.ts';

/** The phone is in somebody else's hands, and reads what is sent to it. Pure. */
export function isPhoneLost(locks: readonly Lock[]): boolean {
  return locks.some(({ details }) => details?.reason === 'device_lost');
}

/** TK03 in the browser: carried out at once (LoID, Art. 34(1)a; D69, Art. 15). Pure. */
export function ownLockWrites(
  kept: KeptAccount,
  reason: OwnLockReason,
  moment: KeepingMoment,
): readonly RegisterWrite[] {
  return [
    ...lockAdded(kept.account.id, reason, moment),
    // A locked account lets nothing happen behind its back.
    ...callOff(kept.changes, reason === 'not_me' ? 'not_me' : 'locked', moment),
    // Who said that it was not them is told so in other words.
    ...(reason === 'not_me' ? [] : told('account_locked', {}, kept, moment)),
  ];
}

/** Pure. */
export function callOff(
  changes: readonly PendingChange[],
  reason: KeepingEventData['pendingChangeCancelled']['reason'],
  { now, event }: Pick<KeepingMoment, 'now' | 'event'>,
): readonly RegisterWrite[] {
  return changes.flatMap(({ id: changeId, kind }): readonly RegisterWrite[] => [
    { kind: 'change_settled', id: changeId, state: 'cancelled', at: now },
    {
      kind: 'audit',
      record: auditRecord('pendingChangeCancelled', event, { changeId, kind, reason }, now),
    },
  ]);
}

/** Beside the one that stands for another reason: what a passkey opens does not open what it may not. */
function lockAdded(
  accountId: Lock['accountId'],
  reason: OwnLockReason,
  moment: Pick<KeepingMoment, 'now' | 'event'>,
): readonly RegisterWrite[] {
  const request = { ground: 'own_request', requester: 'holder', reason } as const;
  const decision = decideLock(accountId, [], request, moment);
  return decision.kind === 'locks' ? decision.writes : [];
}

export type UnlockDecision =
  | { readonly kind: 'refused'; readonly reason: 'nothing_to_lift' | 'passkey_too_new' }
  | {
      readonly kind: 'writes';
      readonly writes: readonly RegisterWrite[];
      /** Locks that stand all the same. */
      readonly left: readonly Lock[];
    };

/** With a passkey that was there before the lock (LoID, Art. 34: the holder asks, in the app, at once). Pure. */
export function unlockWithPasskey(
  kept: KeptAccount,
  passkey: Pick<Passkey, 'createdAt'>,
  moment: KeepingMoment,
): UnlockDecision {
  const { locks } = kept;
  const { now } = moment;
  const liftable = locks.filter((lock) => unlockWays(lock, now).includes('browser_passkey'));
  if (liftable.length === 0) return { kind: 'refused', reason: 'nothing_to_lift' };
  if (liftable.some(({ lockedAt }) => passkey.createdAt >= lockedAt)) {
    return { kind: 'refused', reason: 'passkey_too_new' };
  }
  const lifted = liftable.flatMap(({ id: lockId }) => {
    const request = { lockId, requester: 'holder', reason: 'browser_passkey' } as const;
    const decision = decideLift(locks, request, moment);
    return decision.kind === 'lifts' ? decision.writes : [];
  });
  const left = locks.filter((lock) => !liftable.includes(lock));
  const notice = left.length === 0 ? 'lock_lifted' : 'account_still_locked';
  return { kind: 'writes', writes: [...lifted, ...told(notice, {}, kept, moment)], left };
}
