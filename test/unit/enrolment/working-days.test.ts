import assert from 'node:assert/strict';

import fc from 'fast-check';

import { STATUTORY_DAYS } from '../../../enrolment/statutory-days.ts';
import { dayAfter, daysBetween, endOfDay, workingDays } from '../../../enrolment/working-days.ts';

/** Domain, section 7: received, working days, due. */
const VECTORS = [
  ['2026-02-13', 1, '2026-02-23'],
  ['2026-02-13', 3, '2026-02-25'],
  ['2026-02-13', 7, '2026-03-03'],
  ['2026-04-24', 1, '2026-04-28'],
  ['2026-04-29', 3, '2026-05-06'],
  ['2026-08-20', 3, '2026-08-24'],
  ['2026-08-28', 3, '2026-09-07'],
  ['2026-11-23', 1, '2026-11-25'],
] as const;

const days = workingDays();
const aDay = fc.integer({ min: 0, max: 1_000 }).map((n) => dayAfter('2025-01-01', n));
const aTerm = fc.integer({ min: 1, max: 30 });
const somethingEdited = fc.array(
  fc.record({ date: aDay, kind: fc.constantFrom('off' as const, 'make_up' as const) }),
  { maxLength: 40 },
);

describe('Working days', () => {
  for (const [received, term, due] of VECTORS) {
    it(`${term} of them from ${received} end on ${due}`, () => {
      assert.equal(days.after(received, term), due);
    });
  }

  it('read 24 November 2026 as a working day when the editable table says so', () => {
    const asEnacted = workingDays([{ date: '2026-11-24', kind: 'make_up' }]);
    assert.equal(asEnacted.after('2026-11-23', 1), '2026-11-24');
    assert.equal(days.after('2026-11-23', 1), '2026-11-25');
    const flagged = STATUTORY_DAYS.find(({ date }) => date === '2026-11-24');
    assert.equal(flagged?.confirmed, false);
  });

  it('count make-up Saturdays', () => {
    assert.equal(days.after('2025-04-25', 1), '2025-04-26');
    assert.equal(days.after('2026-01-09', 1), '2026-01-10');
    assert.equal(days.after('2026-08-21', 1), '2026-08-22');
  });

  it('leave out Tết, whatever weekday it begins on', () => {
    assert.equal(days.after('2025-01-24', 1), '2025-02-03');
    assert.equal(days.after('2026-02-13', 1), '2026-02-23');
    assert.equal(days.after('2027-02-04', 1), '2027-02-12');
  });

  it('go over the end of a year', () => {
    assert.equal(days.after('2025-12-31', 1), '2026-01-05');
    assert.equal(days.after('2025-12-31', 6), '2026-01-10');
    assert.equal(days.after('2026-12-31', 1), '2027-01-04');
  });

  it('compensate a holiday on a weekend', () => {
    assert.equal(days.after('2027-04-29', 1), '2027-05-04');
  });

  it('let a term of calendar days that ends on a day off end on the next working day', () => {
    assert.equal(days.afterCalendar('2026-02-02', 15), '2026-02-23');
    assert.equal(days.afterCalendar('2026-06-01', 15), '2026-06-16');
    assert.equal(days.afterCalendar('2026-06-05', 15), '2026-06-22');
  });

  it('are Viet Nam’s: a day ends at 17:00 UTC', () => {
    assert.equal(endOfDay('2026-11-25'), Date.parse('2026-11-25T16:59:59.999Z'));
  });

  it('never end on a day off, and grow with the term, whatever was edited', () => {
    fc.assert(
      fc.property(aDay, aTerm, somethingEdited, (from, term, edited) => {
        const table = workingDays(edited);
        const due = table.after(from, term);
        assert.ok(table.isWorking(due));
        assert.ok(due > from);
        assert.ok(table.after(from, term + 1) > due);
        assert.equal(table.between(from, due), term);
        assert.ok(table.isWorking(table.afterCalendar(from, term)));
      }),
      { numRuns: 300 },
    );
  });

  it('can be split anywhere: what is left on a later day ends on the same one', () => {
    fc.assert(
      fc.property(aDay, aTerm, fc.integer({ min: 0, max: 60 }), (from, term, waited) => {
        const due = days.after(from, term);
        const later = dayAfter(from, Math.min(waited, daysBetween(from, due)));
        const left = term - days.between(from, later);
        assert.equal(days.after(later, left), due);
      }),
      { numRuns: 300 },
    );
  });

  it('are listed once each, in their order, and none off on a weekend', () => {
    const dates = STATUTORY_DAYS.map(({ date }) => date);
    assert.deepEqual(dates, [...new Set(dates)].toSorted());
    for (const { date, kind } of STATUTORY_DAYS) {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
      assert.equal(weekday === 0 || weekday === 6, kind === 'make_up', date);
    }
  });
});
