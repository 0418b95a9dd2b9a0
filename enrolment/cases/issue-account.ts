import type { Account, AccountLevel } from '../../accounts/account.ts';
import type { Guardianship } from '../../accounts/guardianship.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { auditRecord, type EventContext } from '../../audit/events.ts';
import { newId, type CaseId } from '../../ids.ts';
import { endedInPerson } from '../keeping/not-me.ts';
import { noticeWrites } from '../notices/notice-writes.ts';
import type { PendingChange } from '../pending-change.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { CaseKind } from '../case.ts';
import type { CasePerson, CaseSummary } from './case-summary.ts';
import { kindDefinition } from './kinds.ts';
import { reachedBy } from './reached-by.ts';

export interface Issue {
  readonly caseId: CaseId;
  readonly level: AccountLevel | undefined;
  readonly summary: CaseSummary;
  readonly person: CasePerson;
  readonly existing: Account | undefined;
  readonly guardianship: Guardianship | undefined;
  /** Who holds the applicant's phone now, and lets go of it. */
  readonly phoneHolder: Account | undefined;
  /** What waits for the account there is already. */
  readonly changes: readonly PendingChange[];
  readonly now: number;
  readonly event: EventContext;
}

/**
 * An application is approved: the account is there, and waits for its holder to activate it. One of level 1 stays what
 * it is until then, so that its holder can go on logging in. Pure.
 */
export function issueAccount(issue: Issue): {
  readonly account: Account;
  readonly writes: readonly RegisterWrite[];
} {
  const { existing, phoneHolder, changes, level, now, event } = issue;
  const account = accountOf(issue);
  const data = { level: level ?? 1, subjectType: account.subjectType };
  const context = { ...event, accountId: account.id };
  return {
    account,
    writes: [
      ...(phoneHolder === undefined ? [] : withoutPhone(phoneHolder, issue)),
      existing === undefined
        ? { kind: 'account_added', account }
        : { kind: 'account_changed', seen: existing, account },
      ...guardianshipWrites(issue, account, context),
      ...endedInPerson(
        { account, guardian: undefined, changes },
        { now, event: context, alarm: undefined },
      ),
      { kind: 'audit', record: auditRecord('accountIssued', context, data, now) },
    ],
  };
}

function accountOf({ level, summary, person, existing, now }: Issue): Account {
  const { guardian } = summary;
  const known = {
    identifier: person.number,
    name: person.name,
    birthdate: person.birthdate,
    sex: person.sex,
    nationalities: person.nationalities,
    address: person.address,
    document: person.documents.find(({ type }) => type !== 'residence_card'),
    residencePermit: person.documents.find(({ type }) => type === 'residence_card'),
    guardianId: guardian?.accountId ?? existing?.guardianId,
    ...contactsOf(summary, existing, dateInVietNam(now)),
  };
  if (existing !== undefined) return { ...existing, ...known };
  return {
    ...known,
    id: newId('acc'),
    subjectType: person.subject,
    level: level ?? 1,
    activatedAt: undefined,
    createdAt: now,
    locale: summary.locale,
    proofedAt: now,
  };
}

/** As given now, all of it or none: what was proven without being seen does not go on beside it. */
function contactsOf(
  summary: Pick<CaseSummary, 'guardian' | 'person' | 'contact'>,
  existing: Account | undefined,
  today: string,
): Pick<Account, 'phone' | 'email'> {
  const { phone, email } = reachedBy(summary, today) === 'guardian' ? {} : summary.contact;
  if (phone === undefined && email === undefined) {
    return { phone: existing?.phone, email: existing?.email };
  }
  return { phone, email };
}

/** An account of level 1 that can be used, and is to become one of level 2. */
export function isBeingRaised(
  { level, activatedAt }: Pick<Account, 'level' | 'activatedAt'>,
  kind: CaseKind,
): boolean {
  return kindDefinition(kind).level === 2 && level === 1 && activatedAt !== undefined;
}

/**
 * How the holder is reached until an approved application is activated: with the contacts that were given at the counter,
 * whatever somebody who is in the account of level 1 has made of them since. Pure.
 */
export function asGiven(
  account: Account,
  kind: CaseKind,
  summary: CaseSummary,
  today: string,
): Account {
  return isBeingRaised(account, kind)
    ? { ...account, ...contactsOf(summary, account, today) }
    : account;
}

function guardianshipWrites(
  { summary: { guardian }, guardianship, caseId, now }: Issue,
  account: Account,
  context: EventContext,
): readonly RegisterWrite[] {
  if (guardian === undefined || guardianship !== undefined) return [];
  const { accountId: guardianId, basis } = guardian;
  const added: Guardianship = {
    id: newId('grd'),
    guardianId,
    wardId: account.id,
    basis,
    fromDate: dateInVietNam(now),
    untilDate: undefined,
    caseId,
    createdAt: now,
    endedAt: undefined,
  };
  const data = { guardianshipId: added.id, basis };
  return [
    { kind: 'guardianship_added', guardianship: added },
    { kind: 'audit', record: auditRecord('guardianshipAdded', context, data, now) },
  ];
}

/** Told on their page and by mail: what goes to the number now reaches somebody else. */
function withoutPhone(seen: Account, { event, now }: Issue): readonly RegisterWrite[] {
  const account = { ...seen, phone: undefined };
  const context = { ...event, accountId: seen.id };
  return [
    { kind: 'account_changed', seen, account },
    ...noticeWrites('phone_given_up', {}, { account, now }),
    {
      kind: 'audit',
      record: auditRecord('contactChanged', context, { channel: 'phone' }, now),
    },
  ];
}
