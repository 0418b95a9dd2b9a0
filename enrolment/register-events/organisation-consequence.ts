import { noticeWrites } from '../notices/notice-writes.ts';
import type { RegisteredOrganisation } from '../registers.ts';
import { recordedOrganisation } from './follow-record.ts';
import { guardianConsequence, type NamedGuardian } from './guardian-consequence.ts';
import type { Consequence, KnownPerson } from './known-person.ts';
import { personConsequence } from './person-consequence.ts';
import { liftRegisterLocks, registerLock } from './register-locks.ts';

/**
 * An organisation is named as the register names it, acts through the representative it has there, and cannot be used
 * while it is dissolved or has ceased (D69, Art. 15). Pure.
 */
export function followsOrganisation(
  known: KnownPerson,
  {
    record,
    named,
  }: { readonly record: RegisteredOrganisation; readonly named: readonly NamedGuardian[] },
  now: number,
): Consequence {
  const bases = ['legal_representative_of_organisation'] as const;
  const parts = [
    personConsequence(known, recordedOrganisation(record), now),
    guardianConsequence(known, { named, bases }, now),
    activity(known, record.active, now),
  ];
  return {
    writes: parts.flatMap(({ writes }) => writes),
    effects: parts.flatMap(({ effects }) => effects),
    endsSessionsOf: [...new Set(parts.flatMap(({ endsSessionsOf }) => endsSessionsOf))],
  };
}

function activity(known: KnownPerson, isActive: boolean, now: number): Consequence {
  const { account, guardian } = known;
  if (isActive) {
    const { writes } = liftRegisterLocks(known, 'number_cancelled', now);
    return { writes, effects: writes.length > 0 ? ['unlocked'] : [], endsSessionsOf: [] };
  }
  const writes = registerLock(known, 'number_cancelled', now);
  if (writes.length === 0) return { writes, effects: [], endsSessionsOf: [] };
  const told = noticeWrites('account_locked', {}, { account, guardian, now });
  return { writes: [...writes, ...told], effects: ['locked'], endsSessionsOf: [account.id] };
}
