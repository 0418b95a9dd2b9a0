import assert from 'node:assert/strict';

import fc from 'fast-check';

import { ageOn } from '../../../accounts/age.ts';

describe('age', () => {
  it('grows on the birthday', () => {
    assert.equal(ageOn('1990-05-17', '2026-05-16'), 35);
    assert.equal(ageOn('1990-05-17', '2026-05-17'), 36);
    assert.equal(ageOn('2026-05-17', '2026-05-17'), 0);
  });

  it('grows on 1 March of a common year for who was born on 29 February', () => {
    assert.equal(ageOn('2012-02-29', '2026-02-28'), 13);
    assert.equal(ageOn('2012-02-29', '2026-03-01'), 14);
    assert.equal(ageOn('2012-02-29', '2028-02-28'), 15);
    assert.equal(ageOn('2012-02-29', '2028-02-29'), 16);
  });

  it('grows on 31 December where only the year is known', () => {
    assert.equal(ageOn('1996', '2026-12-30'), 29);
    assert.equal(ageOn('1996', '2026-12-31'), 30);
  });

  it('refuses what is not a birth date', () => {
    for (const text of ['', '96', '1996-1-1', '1996-01', '19960101']) {
      assert.throws(() => ageOn(text, '2026-11-21'), RangeError);
    }
  });

  it('never takes a person of whom only the year is known for older than they can be', () => {
    const day = fc
      .date({ min: new Date('1930-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (birthdate, today) => {
        assert.ok(ageOn(birthdate.slice(0, 4), today) <= ageOn(birthdate, today));
      }),
    );
  });
});
