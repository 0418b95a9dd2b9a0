import type { Lock, LockGround } from '../../accounts/account.ts';
import { auditRecord } from '../../audit/events.ts';
import { newId } from '../../ids.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { KnownPerson } from './known-person.ts';

/** Grounds a register adds and lifts by itself (LoID, Art. 34(1)(c) and (d); D69, Art. 15). */
export type RegisterGround = Extract<
  LockGround,
  'card_revoked_or_retained' | 'death' | 'number_cancelled'
>;

type Locked = Pick<KnownPerson, 'account' | 'locks'>;

/** Nothing where a register has locked it on this ground already: an event told twice locks once. Pure. */
export function registerLock(
  { account, locks }: Locked,
  ground: RegisterGround,
  now: number,
): readonly RegisterWrite[] {
  if (locks.some((lock) => isRegisters(lock, ground))) return [];
  const lock: Lock = {
    id: newId('lock'),
    accountId: account.id,
    ground,
    lockedAt: now,
    liftedAt: undefined,
    requester: 'register',
  };
  const context = { accountId: account.id };
  return [
    { kind: 'lock_added', lock },
    {
      kind: 'audit',
      record: auditRecord('accountLocked', context, { lockId: lock.id }, now),
    },
  ];
}

/** Lifts what a register had locked on this ground; what others locked stays, on whatever ground. Pure. */
export function liftRegisterLocks(
  { account, locks }: Locked,
  ground: RegisterGround,
  now: number,
): { readonly writes: readonly RegisterWrite[]; readonly left: readonly Lock[] } {
  const lifted = locks.filter((lock) => isRegisters(lock, ground));
  const context = { accountId: account.id };
  const writes = lifted.flatMap(({ id: lockId, details }): readonly RegisterWrite[] => [
    { kind: 'lock_lifted', lockId, at: now, details: { ...details, liftedBy: 'register' } },
    { kind: 'audit', record: auditRecord('accountUnlocked', context, { lockId }, now) },
  ]);
  return { writes, left: locks.filter((lock) => !lifted.includes(lock)) };
}

function isRegisters({ ground, requester }: Lock, wanted: RegisterGround): boolean {
  return ground === wanted && requester === 'register';
}
