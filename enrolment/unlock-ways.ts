import type { Lock } from '../accounts/account.ts';
import { ruleInForce } from '../accounts/legal-rules.ts';
import type { Passkey } from '../accounts/passkey-store.ts';
import { dateInVietNam } from '../accounts/vietnam-date.ts';
import { LOCK_RULES, type UnlockWay } from './lock-rules.ts';

/** Why somebody locked their own account: it decides whether a passkey alone opens it again. */
export type OwnLockReason =
  | 'precaution'
  /** A device, and with it maybe a passkey, is in somebody else's hands. */
  | 'device_lost'
  /** From `/not-me`. */
  | 'not_me';

/** The ways that open this lock again: a lost device opens nothing. Pure. */
export function unlockWays(
  { ground, details }: Pick<Lock, 'ground' | 'details'>,
  now: number,
): readonly UnlockWay[] {
  const ways = ruleInForce(LOCK_RULES, dateInVietNam(now))[ground].unlockWays;
  const reason = details?.reason;
  return reason === 'device_lost' || reason === 'not_me'
    ? ways.filter((way) => way !== 'browser_passkey')
    : ways;
}

export function liftedByRecovery(lock: Pick<Lock, 'ground' | 'details'>, now: number): boolean {
  return unlockWays(lock, now).includes('recovery');
}

/**
 * What opens everything the holder locked themself, as things stand: with a passkey only one from before, and by a
 * recovery only where nobody else has locked the account. Pure.
 */
export function ownUnlockWays(
  locks: readonly Lock[],
  passkeys: readonly Pick<Passkey, 'createdAt'>[],
  now: number,
): readonly UnlockWay[] {
  const own = locks.filter(({ ground }) => ground === 'own_request');
  const ways = ruleInForce(LOCK_RULES, dateInVietNam(now)).own_request.unlockWays;
  const isOfBefore = ({ createdAt }: Pick<Passkey, 'createdAt'>) =>
    own.every(({ lockedAt }) => createdAt < lockedAt);
  return ways.filter((way) => {
    if (way === 'recovery') return locks.every((lock) => liftedByRecovery(lock, now));
    if (way === 'browser_passkey' && !passkeys.some(isOfBefore)) return false;
    return own.every((lock) => unlockWays(lock, now).includes(way));
  });
}
