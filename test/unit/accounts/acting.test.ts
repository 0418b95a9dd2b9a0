import assert from 'node:assert/strict';

import type { Account, Lock } from '../../../accounts/account.ts';
import { consentThatCounts, levelOf, mayHaveToChoose, stateOf } from '../../../accounts/acting.ts';
import type { Consent } from '../../../accounts/consent.ts';
import { mayActFor, needsAssent } from '../../../accounts/guardianship-rules.ts';
import type { Guardianship, GuardianshipBasis } from '../../../accounts/guardianship.ts';

const NOON = (date: string) => Date.parse(`${date}T12:00:00+07:00`);
const TODAY = '2026-11-22';

const person = (facts: Partial<Account> = {}): Account => ({
  id: 'acc_guardian',
  subjectType: 'citizen',
  level: 2,
  identifier: '099090000000',
  name: 'Người Thử',
  birthdate: '1990-01-01',
  sex: 'female',
  nationalities: ['VNM'],
  phone: undefined,
  email: undefined,
  address: undefined,
  document: undefined,
  residencePermit: undefined,
  guardianId: undefined,
  activatedAt: 1,
  createdAt: 1,
  ...facts,
});
const child = (birthdate: string, facts: Partial<Account> = {}) =>
  person({ id: 'acc_ward', level: 1, birthdate, ...facts });
const guardianship = (
  basis: GuardianshipBasis,
  facts: Partial<Guardianship> = {},
): Guardianship => ({
  id: 'grd_one',
  guardianId: 'acc_guardian',
  wardId: 'acc_ward',
  basis,
  fromDate: '2020-01-01',
  untilDate: undefined,
  caseId: undefined,
  createdAt: 1,
  endedAt: undefined,
  ...facts,
});
const lock: Lock = {
  id: 'lock_one',
  accountId: 'acc_ward',
  ground: 'own_request',
  lockedAt: 1,
  liftedAt: undefined,
};

describe('who may act for whom', () => {
  const may = (basis: GuardianshipBasis, birthdate: string, today: string) =>
    mayActFor(guardianship(basis), { ward: child(birthdate), actor: person() }, today);

  it('ends for parents on the 14th birthday, to the day', () => {
    assert.ok(may('parent', '2012-11-23', '2026-11-22'), 'the day before');
    assert.ok(!may('parent', '2012-11-22', '2026-11-22'), 'the day itself');
  });

  it('of somebody born on 29 February ends on 1 March of a common year', () => {
    assert.ok(may('parent', '2012-02-29', '2026-02-28'));
    assert.ok(!may('parent', '2012-02-29', '2026-03-01'));
    assert.ok(!may('parent', '2014-02-28', '2028-02-29'), 'and not a day later in a leap year');
  });

  it('counts somebody born in a year alone as born on its last day', () => {
    assert.ok(may('parent', '2012', '2026-12-30'));
    assert.ok(!may('parent', '2012', '2026-12-31'));
  });

  it('goes on for who was appointed by a court, and begins at 18 for represented adults', () => {
    assert.ok(may('appointed_guardian', '2012-11-22', TODAY));
    assert.ok(may('appointed_guardian', '1950-01-01', TODAY));
    assert.ok(!may('represented_adult', '2008-11-23', TODAY));
    assert.ok(may('represented_adult', '2008-11-22', TODAY));
  });

  it('has first and last days, and an end', () => {
    const persons = { ward: child('2016-01-01'), actor: person() };
    const during = (facts: Partial<Guardianship>) =>
      mayActFor(guardianship('parent', facts), persons, TODAY);
    assert.ok(during({ fromDate: TODAY, untilDate: TODAY }));
    assert.ok(!during({ fromDate: '2026-11-23' }));
    assert.ok(!during({ untilDate: '2026-11-21' }));
    assert.ok(!during({ endedAt: 5 }));
  });

  it('takes a level-2 account of a person, and people for people, organisations for none', () => {
    const paper = guardianship('parent');
    const ward = child('2016-01-01');
    assert.ok(!mayActFor(paper, { ward, actor: person({ level: 1 }) }, TODAY));
    const organisation = person({ subjectType: 'organisation', sex: undefined });
    assert.ok(!mayActFor(paper, { ward, actor: organisation }, TODAY));
    assert.ok(!mayActFor(paper, { ward: organisation, actor: person() }, TODAY));
    const represents = guardianship('legal_representative_of_organisation');
    assert.ok(mayActFor(represents, { ward: organisation, actor: person() }, TODAY));
    assert.ok(!mayActFor(represents, { ward, actor: person() }, TODAY));
  });
});

describe('a child’s own yes', () => {
  it('is asked from the 7th birthday on and until the 16th', () => {
    assert.ok(!needsAssent(child('2019-11-23'), TODAY));
    assert.ok(needsAssent(child('2019-11-22'), TODAY));
    assert.ok(needsAssent(child('2010-11-23'), TODAY));
    assert.ok(!needsAssent(child('2010-11-22'), TODAY));
    assert.ok(!needsAssent(person({ subjectType: 'organisation' }), TODAY));
  });

  const consent = (facts: Partial<Consent>): Consent => ({
    id: 'con_one',
    accountId: 'acc_ward',
    clientId: 'c',
    acceptedScopes: [],
    refusedScopes: [],
    acceptedClaims: [],
    refusedClaims: [],
    textHash: '',
    textVersion: '',
    locale: 'vi',
    decidedAt: 1,
    expiresAt: undefined,
    kind: 'granted',
    ...facts,
  });
  const actor = { account: person(), locks: [], guardianship: guardianship('parent') };

  it('lacks in a consent of the guardian’s from before the 7th birthday', () => {
    const given = consent({ actorId: 'acc_guardian' });
    const account = child('2019-11-22');
    const on = (date: string) => consentThatCounts({ account, actor, consent: given }, NOON(date));
    assert.equal(on('2026-11-21'), given);
    assert.equal(on('2026-11-22'), undefined);
    const both = consent({ actorId: 'acc_guardian', assent: 'given' });
    assert.equal(consentThatCounts({ account, actor, consent: both }, NOON(TODAY)), both);
  });

  it('nor does a guardian’s consent bind who acts for themself now', () => {
    const both = consent({ actorId: 'acc_guardian', assent: 'given' });
    const account = child('2010-01-01');
    const now = NOON(TODAY);
    assert.equal(consentThatCounts({ account, actor: undefined, consent: both }, now), undefined);
    const own = consent({});
    assert.equal(consentThatCounts({ account, actor: undefined, consent: own }, now), own);
  });
});

describe('the account somebody acts with', () => {
  const now = NOON(TODAY);
  const actor = { account: person(), locks: [], guardianship: guardianship('parent') };
  const account = child('2016-01-01');

  it('may be used while all three are in order: the ward’s, the guardian’s, and the paper', () => {
    const kind = (facts: Partial<Parameters<typeof stateOf>[0]>) =>
      stateOf({ account, locks: [], actor, ...facts }, now).kind;
    assert.equal(kind({}), 'active');
    assert.equal(kind({ actor: undefined }), 'too_young');
    assert.equal(kind({ locks: [lock] }), 'ward_unusable', 'and not why');
    assert.equal(
      kind({ account: child('2016-01-01', { activatedAt: undefined }) }),
      'ward_unusable',
    );
    assert.equal(kind({ actor: { ...actor, locks: [lock] } }), 'locked');
    assert.equal(kind({ actor: { ...actor, guardianship: undefined } }), 'may_not_act');
    const organisation = person({ id: 'acc_ward', subjectType: 'organisation' });
    assert.equal(kind({ account: organisation, actor: undefined }), 'representative_only');
  });

  it('reaches what both levels allow; an organisation has none of its own', () => {
    assert.equal(levelOf({ account, actor }, now), 1);
    assert.equal(levelOf({ account: child('2016-01-01', { level: 2 }), actor }, now), 2);
    const organisation = person({ id: 'acc_ward', subjectType: 'organisation', level: 1 });
    assert.equal(levelOf({ account: organisation, actor }, now), 2);
  });

  it('is chosen by who has wards and a level-2 account, and by nobody else', () => {
    const standing = {
      account: person(),
      locks: [],
      passkeys: [],
      consent: undefined,
      authentication: undefined,
    };
    assert.ok(mayHaveToChoose({ ...standing, hasWards: true }, now));
    assert.ok(!mayHaveToChoose({ ...standing, hasWards: false }, now));
    assert.ok(
      !mayHaveToChoose({ ...standing, account: person({ level: 1 }), hasWards: true }, now),
    );
    assert.ok(!mayHaveToChoose({ ...standing, hasWards: true, actor }, now));
  });
});
