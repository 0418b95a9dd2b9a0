import type { Account } from '../../accounts/account.ts';
import { ageOn } from '../../accounts/age.ts';
import type { Guardianship, GuardianshipBasis } from '../../accounts/guardianship.ts';
import { ruleInForce, type LegalRule } from '../../accounts/legal-rules.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { auditRecord } from '../../audit/events.ts';
import { newId } from '../../ids.ts';
import { noticeWrites } from '../notices/notice-writes.ts';
import { personWritten } from '../notices/plain-words.ts';
import type { RegisterWrite } from '../register-writes.ts';
import { accountChange, endGuardianship } from './end-guardianship.ts';
import type { Consequence, KnownPerson, Tie } from './known-person.ts';

/** From this age of the ward on, nobody acts for them on this basis; undefined: age does not end it. */
const AGE_THAT_ENDS: LegalRule<Readonly<Record<GuardianshipBasis, number | undefined>>> = [
  {
    effectiveFrom: '2024-07-01',
    source: 'Civil Code 2015, Arts. 20, 47 and 62(1)(a); D69, Arts. 10 and 11',
    value: {
      parent: 18,
      appointed_guardian: 18,
      represented_adult: undefined,
      legal_representative_of_organisation: undefined,
    },
  },
];

export function endsByAge(
  { birthdate, subjectType }: Pick<Account, 'birthdate' | 'subjectType'>,
  basis: GuardianshipBasis,
  today: string,
): boolean {
  const age = ruleInForce(AGE_THAT_ENDS, today)[basis];
  return age !== undefined && subjectType !== 'organisation' && ageOn(birthdate, today) >= age;
}

/** Who may act for somebody by the register, as far as they have an account that can (D69, Arts. 10 and 11: level 2). */
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
  const valid = named.filter(
    (each) =>
      each.account.level === 2 &&
      each.account.activatedAt !== undefined &&
      each.account.id !== account.id &&
      !endsByAge(account, each.basis, today),
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
    // Whoever was acting for them may not go on.
    endsSessionsOf: ended.length > 0 ? [account.id] : [],
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
