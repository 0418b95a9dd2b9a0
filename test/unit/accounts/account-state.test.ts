import assert from 'node:assert/strict';

import type { LockGround } from '../../../accounts/account.ts';
import { accountState } from '../../../accounts/account-state.ts';
import { NoRuleInForce } from '../../../accounts/legal-rules.ts';

type Facts = Parameters<typeof accountState>[0];

const noon = Date.parse('2026-11-21T05:00:00Z');

const citizen: Facts = {
  subjectType: 'citizen',
  birthdate: '1990-05-17',
  document: { type: 'identity_card', number: '099090000011', expiry: '2030-05-17' },
  residencePermit: undefined,
  activatedAt: 1,
};
const foreigner: Facts = {
  subjectType: 'foreigner',
  birthdate: '1988',
  document: { type: 'passport', number: 'M1', expiry: '2031-01-01' },
  residencePermit: { type: 'residence_card', number: 'TT1', expiry: '2028-01-01' },
  activatedAt: 1,
};

const locks = (...grounds: LockGround[]) => grounds.map((ground) => ({ ground }));
const withCard = (expiry: string): Facts => ({
  ...citizen,
  document: { type: 'identity_card', number: '1', expiry },
});
const withExpiries = (passport: string, residence: string): Facts => ({
  ...foreigner,
  document: { type: 'passport', number: 'M1', expiry: passport },
  residencePermit: { type: 'residence_card', number: 'TT1', expiry: residence },
});
/** Around midnight in Viet Nam. */
const at = (local: string) => Date.parse(`${local}+07:00`);

describe('account state', () => {
  it('is active when nothing stands in the way', () => {
    assert.deepEqual(accountState(citizen, [], noon), { kind: 'active' });
    assert.deepEqual(accountState(foreigner, [], noon), { kind: 'active' });
  });

  it('lets a card be used through its last day in Viet Nam, whatever day it is in Greenwich', () => {
    const card = withCard('2026-11-21');
    assert.equal(accountState(card, [], at('2026-11-21T00:00:00')).kind, 'active');
    assert.equal(accountState(card, [], at('2026-11-21T23:59:59.999')).kind, 'active');
    assert.deepEqual(accountState(card, [], at('2026-11-22T00:00:00')), {
      kind: 'document_expired',
      document: 'identity_card',
      expiredOn: '2026-11-21',
    });
  });

  it('knows leap days', () => {
    const card = withCard('2028-02-28');
    assert.equal(accountState(card, [], at('2028-02-28T23:59:59')).kind, 'active');
    assert.equal(accountState(card, [], at('2028-02-29T00:00:00')).kind, 'document_expired');
    const leapCard = withCard('2028-02-29');
    assert.equal(accountState(leapCard, [], at('2028-02-29T23:59:59')).kind, 'active');
    assert.equal(accountState(leapCard, [], at('2028-03-01T00:00:00')).kind, 'document_expired');
  });

  it('ends with the earlier of passport and residence card', () => {
    const expired = (document: string, expiredOn: string) => ({
      kind: 'document_expired',
      document,
      expiredOn,
    });
    const state = (passport: string, residence: string) =>
      accountState(withExpiries(passport, residence), [], noon);
    assert.deepEqual(state('2026-11-20', '2027-01-01'), expired('passport', '2026-11-20'));
    assert.deepEqual(state('2027-01-01', '2026-11-20'), expired('residence_card', '2026-11-20'));
    assert.deepEqual(state('2026-10-01', '2026-09-01'), expired('residence_card', '2026-09-01'));
    assert.deepEqual(state('2026-09-01', '2026-10-01'), expired('passport', '2026-09-01'));
    assert.deepEqual(state('2026-09-01', '2026-09-01'), expired('passport', '2026-09-01'));
    assert.deepEqual(state('2026-11-21', '2026-11-21'), { kind: 'active' });
  });

  it('ends a citizen’s account with no other document than the card', () => {
    const passport = { type: 'passport', number: 'B1', expiry: '2020-01-01' } as const;
    assert.equal(accountState({ ...citizen, residencePermit: passport }, [], noon).kind, 'active');
    assert.equal(accountState({ ...citizen, document: passport }, [], noon).kind, 'active');
    assert.equal(accountState({ ...citizen, document: undefined }, [], noon).kind, 'active');
  });

  it('tells the grounds of all locks once each, the gravest first', () => {
    const open = locks(
      'own_request',
      'terms_breached',
      'death',
      'own_request',
      'authority_request',
    );
    assert.deepEqual(accountState(citizen, open, noon), {
      kind: 'locked',
      grounds: ['death', 'authority_request', 'terms_breached', 'own_request'],
    });
  });

  it('tells what must be cured first', () => {
    const child: Facts = { ...withCard('2026-01-01'), birthdate: '2016', activatedAt: undefined };
    assert.equal(accountState(child, locks('own_request'), noon).kind, 'locked');
    assert.equal(accountState(child, [], noon).kind, 'document_expired');
    const validCard = { ...child, document: citizen.document };
    assert.equal(accountState(validCard, [], noon).kind, 'not_activated');
    assert.equal(accountState({ ...validCard, activatedAt: 1 }, [], noon).kind, 'too_young');
  });

  it('lets a person use the account from the fourteenth birthday on, in Viet Nam', () => {
    const born = { ...citizen, birthdate: '2012-11-21' };
    assert.equal(accountState(born, [], at('2026-11-20T23:59:59')).kind, 'too_young');
    assert.equal(accountState(born, [], at('2026-11-21T00:00:00')).kind, 'active');
  });

  it('takes a person of whom only the year is known for as young as can be', () => {
    const born = { ...foreigner, birthdate: '2012' };
    assert.equal(accountState(born, [], at('2026-12-30T23:59:59')).kind, 'too_young');
    assert.equal(accountState(born, [], at('2026-12-31T00:00:00')).kind, 'active');
  });

  it('asks no age of an organisation, which somebody else has to act for', () => {
    const founded = { ...citizen, subjectType: 'organisation', birthdate: '2026-01-01' } as const;
    assert.equal(accountState(founded, [], noon).kind, 'representative_only');
  });

  it('decides nothing for a time of which it does not know the law', () => {
    assert.throws(() => accountState(citizen, [], at('2024-06-30T23:59:59')), NoRuleInForce);
    assert.equal(accountState(citizen, [], at('2024-07-01T00:00:00')).kind, 'active');
  });
});
