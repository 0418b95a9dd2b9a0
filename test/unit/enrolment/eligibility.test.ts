import assert from 'node:assert/strict';

import { needsGuardian } from '../../../accounts/contact.ts';
import {
  citizenEligibility,
  ELIGIBILITY,
  ELIGIBILITY_AS_DRAFTED,
  foreignerEligibility,
  refusalFor,
  type EligibilityAnswer,
} from '../../../enrolment/eligibility.ts';
import { REFUSAL_REASONS } from '../../../enrolment/cases/vocabulary.ts';
import type { RegisteredDocument } from '../../../enrolment/registers.ts';
import { dayAfter } from '../../../enrolment/working-days.ts';

/** Around the days on which a version of the rule begins, and a leap day. */
const DAYS = ['2024-07-01', '2026-09-27', '2026-09-28', '2028-02-29'] as const;
const DRAFT_BEGINS = '2026-09-28';
const LEVELS = [1, 2] as const;
/** Full years on the day, and what follows for levels 1 and 2; copied by hand from the domain, section 1.3. */
const AGES = [
  [0, 'guardian', 'never'],
  [5, 'guardian', 'never'],
  [6, 'guardian', 'guardian'],
  [7, 'guardian', 'guardian'],
  [13, 'guardian', 'guardian'],
  [14, 'alone', 'alone'],
  [16, 'alone', 'alone'],
  [18, 'alone', 'alone'],
  [90, 'alone', 'alone'],
] as const;
const RULES = [
  ['as issued', ELIGIBILITY],
  ['as drafted', ELIGIBILITY_AS_DRAFTED],
] as const;

/** Born so many years before. */
const born = (today: string, years: number) => {
  const [year = '', ...rest] = today.split('-');
  const day = rest.join('-');
  // Nobody is born on 29 February of a common year.
  return `${Number(year) - years}-${day === '02-29' ? '02-28' : day}`;
};
const held = (expiry: string, status: RegisteredDocument['status'] = 'valid') =>
  ({
    number: 'N1',
    issued: '2020-01-01',
    expiry,
    status,
    placeOfIssue: 'X',
    kind: 'temporary',
  }) as const;

/** `alone`, `guardian`, `never`, or why not. */
function said(answer: EligibilityAnswer): string {
  if (answer.kind === 'eligible') return answer.needsGuardian ? 'guardian' : 'alone';
  const { reason } = answer.refusal;
  return reason === 'under_6_never_level_2' ? 'never' : reason;
}

for (const [version, rules] of RULES) {
  describe(`who may hold what, ${version}`, () => {
    for (const today of DAYS) {
      const tomorrow = dayAfter(today, 1);
      const yesterday = dayAfter(today, -1);

      it(`citizens of every age on ${today}`, () => {
        for (const [age, one, two] of AGES) {
          for (const level of LEVELS) {
            const question = { level, today, rules, cardToCome: false };
            const citizen = { alive: true, birthdate: born(today, age), card: held(today) };
            const expected = level === 1 ? one : two;
            assert.equal(said(citizenEligibility(citizen, question)), expected, `${age} ${level}`);
            const younger = { ...citizen, birthdate: dayAfter(born(today, age), 2) };
            if (age === 6 && level === 2) {
              assert.equal(said(citizenEligibility(younger, question)), 'never');
            }
            if (age === 14) {
              assert.equal(said(citizenEligibility(younger, question)), 'guardian');
            }
          }
        }
      });

      it(`citizens with every kind of card on ${today}`, () => {
        const cards = [
          [held(tomorrow), 'alone'],
          [held(today), 'alone'],
          [held(yesterday), 'card_expired'],
          [held(tomorrow, 'revoked'), 'card_revoked_or_retained'],
          [held(tomorrow, 'retained'), 'card_revoked_or_retained'],
          [undefined, 'no_card_issued'],
        ] as const;
        for (const [card, expected] of cards) {
          for (const level of LEVELS) {
            const citizen = { alive: true, birthdate: born(today, 30), card };
            const question = { level, today, rules, cardToCome: false };
            assert.equal(said(citizenEligibility(citizen, question)), expected);
            const toCome = { ...question, cardToCome: true };
            assert.equal(said(citizenEligibility(citizen, toCome)), 'alone');
            const dead = { ...citizen, alive: false };
            assert.equal(said(citizenEligibility(dead, question)), 'deceased');
            assert.equal(said(citizenEligibility(dead, toCome)), 'deceased');
          }
        }
      });

      it(`foreigners of every age with a residence card on ${today}`, () => {
        for (const [age, one, two] of AGES) {
          for (const level of LEVELS) {
            const foreigner = {
              ...resident(today),
              birthdate: born(today, age),
            };
            const expected = level === 1 ? one : two;
            const question = { level, today, rules };
            assert.equal(said(foreignerEligibility(foreigner, question)), expected, `${age}`);
          }
        }
      });

      it(`foreigners with every document on ${today}`, () => {
        const isWider = version === 'as drafted' && today >= DRAFT_BEGINS;
        const wider = (otherwise: string) => (isWider ? 'alone' : otherwise);
        const none = { residencePermit: undefined };
        const rows = [
          [{}, 'alone'],
          [{ passport: held(yesterday) }, 'passport_expired'],
          [{ passport: held(tomorrow, 'revoked') }, 'passport_expired'],
          [{ passport: held(tomorrow, 'retained') }, 'passport_expired'],
          [{ residencePermit: held(yesterday) }, 'residence_expired'],
          [{ residencePermit: held(tomorrow, 'revoked') }, 'residence_expired'],
          [none, 'no_residence_card'],
          [{ ...none, stayingSince: dayAfter(today, -90) }, wider('no_residence_card')],
          [{ ...none, stayingSince: dayAfter(today, -89) }, 'no_residence_card'],
          [{ ...none, longTermVisaUntil: today }, wider('no_residence_card')],
          [{ ...none, longTermVisaUntil: yesterday }, 'no_residence_card'],
          [
            { residencePermit: held(yesterday), longTermVisaUntil: tomorrow },
            wider('residence_expired'),
          ],
          [{ alive: false }, 'deceased'],
          [{ passport: held(yesterday), longTermVisaUntil: tomorrow }, 'passport_expired'],
        ] as const;
        for (const [facts, expected] of rows) {
          for (const level of LEVELS) {
            const answer = foreignerEligibility(
              { ...resident(today), ...facts },
              { level, today, rules },
            );
            assert.equal(said(answer), expected, JSON.stringify(facts));
          }
        }
      });
    }
  });
}

describe('who is not eligible', () => {
  it('is told an article, whatever the reason', () => {
    for (const reason of REFUSAL_REASONS) {
      assert.match(refusalFor(reason).article, /^(D69|LoID), Arts?\. \d/, reason);
    }
  });

  it('declares through a guardian until the 14th birthday, by the year where no day is known', () => {
    assert.equal(needsGuardian('2012-11-23', '2026-11-22'), true);
    assert.equal(needsGuardian('2012-11-22', '2026-11-22'), false);
    assert.equal(needsGuardian('2012', '2026-12-30'), true);
    assert.equal(needsGuardian('2012', '2026-12-31'), false);
  });
});

function resident(today: string) {
  return {
    alive: true,
    birthdate: born(today, 30),
    passport: held(today),
    residencePermit: held(today),
    stayingSince: undefined,
    longTermVisaUntil: undefined,
  };
}
