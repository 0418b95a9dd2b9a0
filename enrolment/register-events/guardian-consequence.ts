import type { Account } from '../../accounts/account.ts';
import { endsByAge, GUARDIANSHIP } from '../../accounts/guardianship-rules.ts';
import type { Guardianship, GuardianshipBasis } from '../../accounts/guardianship.ts';
import { ruleInForce } from '../../accounts/legal-rules.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { auditRecord } from '../../audit/events.ts';
import { newId } from '../../ids.ts';
import { noticeWrites } from '../notices/notice-writes.ts';
import { personWritten } from '../notices/plain-words.ts';
import type { RegisterWrite } from '../register-writes.ts';
import { accountChange, endGuardianship } from './end-guardianship.ts';
import type { Consequence, KnownPerson, Tie } from './known-person.ts';

/** Who may act for somebody by the register, as far as they have an account that can (`GUARDIANSHIP`). */
export interface NamedGuardian {
  readonly account: Account;
  readonly basis: GuardianshipBasis;
}

/** The ties of a ward (or an organisation) as the register has them now: those it names no more end. Pure. */
export function guardianConsequence(
  { account, guardians }: KnownPerson,
  {
    named,
    bases,
  }: { readonly named: readonly NamedGuardian[]; readonly bases: readonly GuardianshipBasis[] },
  now: number,
): Consequence {
  const today = dateInVietNam(now);
  const rules = ruleInForce(GUARDIANSHIP, today);
  // One that stands began when it did; one that is new begins today.
  const since = ({ basis, account: { id } }: NamedGuardian) =>
    guardians.find((tie) => tie.guardian.id === id && tie.guardianship.basis === basis)
      ?.guardianship.fromDate ?? today;
  const valid = named.filter(
    (each) =>
      each.account.level >= rules[each.basis].actorLevel &&
      each.account.activatedAt !== undefined &&
      each.account.id !== account.id &&
      !endsByAge({ basis: each.basis, fromDate: since(each) }, account, today),
  );
  const isNamed = ({ guardianship }: Tie) =>
    valid.some(
      ({ account: { id }, basis }) =>
        id === guardianship.guardianId && basis === guardianship.basis,
    );
  const ended = guardians.filter((tie) => bases.includes(tie.guardianship.basis) && !isNamed(tie));
  const kept = guardians.filter((tie) => !ended.includes(tie));
  const added = valid.filter(
    (each) => !kept.some(({ guardianship }) => guardianship.guardianId === each.account.id),
  );
  const left = [...kept.map(({ guardian }) => guardian), ...added.map((each) => each.account)];
  const after = reachedThrough(account, left, ended.length + added.length > 0);
  return {
    writes: [
      ...ended.flatMap((tie) =>
        endGuardianship({ ...tie, nextGuardian: left[0] }, { reason: 'register' }, now),
      ),
      ...added.flatMap((each) => addGuardianship(account, each, now)),
      ...accountChange(account, after),
    ],
    effects: [
      ...(ended.length > 0 ? ['guardianship_ended'] : []),
      ...(added.length > 0 ? ['guardianship_added'] : []),
    ],
    endsSessionsOf: [],
  };
}

/** Who is reached in the ward's place stays the same as long as they may act; an organisation is reached itself. */
function reachedThrough(ward: Account, left: readonly Account[], changes: boolean): Account {
  if (!changes || ward.subjectType === 'organisation') return ward;
  if (left.some(({ id }) => id === ward.guardianId)) return ward;
  const guardianId = left[0]?.id;
  return guardianId === ward.guardianId ? ward : { ...ward, guardianId };
}

function addGuardianship(
  ward: Account,
  { account: guardian, basis }: NamedGuardian,
  now: number,
): readonly RegisterWrite[] {
  const guardianship: Guardianship = {
    id: newId('grd'),
    guardianId: guardian.id,
    wardId: ward.id,
    basis,
    fromDate: dateInVietNam(now),
    untilDate: undefined,
    caseId: undefined,
    createdAt: now,
    endedAt: undefined,
  };
  const context = { accountId: ward.id, actorId: guardian.id };
  const data = { guardianshipId: guardianship.id, basis };
  const once = guardianship.id;
  return [
    { kind: 'guardianship_added', guardianship },
    { kind: 'audit', record: auditRecord('guardianshipAdded', context, data, now) },
    ...noticeWrites(
      'guardianship_added',
      { as: 'guardian', otherName: personWritten(ward.name) },
      { account: guardian, now, once },
    ),
    ...noticeWrites(
      'guardianship_added',
      { as: 'ward', otherName: personWritten(guardian.name) },
      { account: ward, guardian, now, once },
    ),
  ];
}
