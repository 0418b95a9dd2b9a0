import type { Lock, LockGround } from '../../accounts/account.ts';
import { decideLift, decideLock } from '../locks.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { KnownPerson } from './known-person.ts';

/** Grounds a register adds and lifts by itself (LoID, Art. 34(1)(c) and (d); D69, Art. 15). */
export type RegisterGround = Extract<
  LockGround,
  'card_revoked_or_retained' | 'death' | 'number_cancelled'
>;

type Locked = Pick<KnownPerson, 'account' | 'locks'>;
const requester = 'register';

/** Nothing where a register has locked it on this ground already: an event told twice locks once. Pure. */
export function registerLock(
  { account, locks }: Locked,
  ground: RegisterGround,
  now: number,
): readonly RegisterWrite[] {
  const theirs = locks.filter((lock) => isRegisters(lock, ground));
  const decision = decideLock(account.id, theirs, { ground, requester }, { now, event: {} });
  return decision.kind === 'locks' ? decision.writes : [];
}

/** Lifts what a register had locked on this ground; what others locked stays, on whatever ground. Pure. */
export function liftRegisterLocks(
  { locks }: Locked,
  ground: RegisterGround,
  now: number,
): { readonly writes: readonly RegisterWrite[]; readonly left: readonly Lock[] } {
  const lifted = locks.filter((lock) => isRegisters(lock, ground));
  const writes = lifted.flatMap(({ id: lockId }) => {
    const decision = decideLift(locks, { lockId, requester }, { now, event: {} });
    return decision.kind === 'lifts' ? decision.writes : [];
  });
  return { writes, left: locks.filter((lock) => !lifted.includes(lock)) };
}

function isRegisters(lock: Lock, wanted: RegisterGround): boolean {
  return lock.ground === wanted && lock.requester === requester;
}
