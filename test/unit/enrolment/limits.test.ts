import assert from 'node:assert/strict';

import type { CaseKind } from '../../../enrolment/case.ts';
import {
  clockView,
  dueAt,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from '../../../enrolment/cases/case-clock.ts';
import type { CaseClock } from '../../../enrolment/cases/case-summary.ts';
import { CASE_KINDS } from '../../../enrolment/cases/kinds.ts';
import { limitOf, type Limit } from '../../../enrolment/limits.ts';
import { dayAfter, endOfDay, workingDays } from '../../../enrolment/working-days.ts';

const TODAY = '2026-11-22';
const KNOWN = { heldByRegister: true, forwarded: false };
const NEW = { heldByRegister: false, forwarded: false };
const SENT = { heldByRegister: true, forwarded: true };
/** Copied by hand from the domain, section 1.5 and 1.7: kind, then known, not known to a register, forwarded. */
const TERMS: readonly (readonly [CaseKind, string, string, string])[] = [
  ['citizen_level_1', '1 working', '1 working', '1 working'],
  ['foreigner_level_1', '1 working', '1 working', '1 working'],
  ['citizen_level_2', '3 working', '3 working', '3 working'],
  ['citizen_level_2_with_card', '7 working', '7 working', '7 working'],
  ['foreigner_level_2', '3 working', '7 working', '3 working'],
  ['organisation', '3 working', '15 calendar', '3 working'],
  ['own_lock', 'at once', 'at once', 'at once'],
  ['own_unlock', 'at once', 'at once', 'at once'],
  ['agency_lock', '1 working', '1 working', '2 working'],
  ['agency_unlock', '1 working', '1 working', '2 working'],
  ['recovery', '1 working', '1 working', '1 working'],
];
const days = workingDays();
const at = (date: string, time = '10:00') => Date.parse(`${date}T${time}:00+07:00`);
const dueOf = (clock: CaseClock) => clockView(clock, days, clock.startedAt).dueOn;
const term = (limit: Limit | undefined) => (limit ? `${limit.days} ${limit.unit}` : 'at once');
const limit = (kind: CaseKind, facts = KNOWN) => {
  const found = limitOf(kind, facts, TODAY);
  assert.ok(found);
  return found;
};

describe('statutory limits', () => {
  for (const [kind, known, unknown, forwarded] of TERMS) {
    it(`of ${kind} are ${known}, ${unknown} and ${forwarded}`, () => {
      assert.equal(term(limitOf(kind, KNOWN, TODAY)), known);
      assert.equal(term(limitOf(kind, NEW, TODAY)), unknown);
      assert.equal(term(limitOf(kind, SENT, TODAY)), forwarded);
    });
  }

  it('are there for every kind of case', () => {
    assert.deepEqual(
      TERMS.map(([kind]) => kind).toSorted(),
      CASE_KINDS.map(({ kind }) => kind).toSorted(),
    );
  });
});

describe('a term over Tết', () => {
  // Offices are shut from Saturday 14 to Sunday 22 February 2026.
  const rows = [
    ['citizen_level_1', KNOWN, '2026-02-13', '2026-02-23'],
    ['citizen_level_2', KNOWN, '2026-02-13', '2026-02-25'],
    ['foreigner_level_2', NEW, '2026-02-13', '2026-03-03'],
    ['citizen_level_2_with_card', KNOWN, '2026-02-12', '2026-03-02'],
    ['agency_lock', SENT, '2026-02-12', '2026-02-23'],
    // Calendar days run through the holiday: 15 days on is Saturday 28 February, so the Monday after.
    ['organisation', NEW, '2026-02-13', '2026-03-02'],
    ['organisation', KNOWN, '2026-02-13', '2026-02-25'],
    // And one that ends within it ends on the day offices open.
    ['organisation', NEW, '2026-02-04', '2026-02-23'],
  ] as const;
  for (const [kind, facts, received, due] of rows) {
    it(`of ${term(limitOf(kind, facts, TODAY))} days from ${received} ends on ${due} (${kind})`, () => {
      const clock = startClock(limit(kind, facts), at(received));
      assert.equal(dueOf(clock), due);
      assert.equal(dueAt(clock, days), endOfDay(due));
    });
  }

  it('counts a make-up Saturday, and a dossier handed in on one from it', () => {
    assert.equal(dueOf(startClock(limit('citizen_level_2'), at('2026-08-20'))), '2026-08-24');
    assert.equal(dueOf(startClock(limit('citizen_level_1'), at('2026-08-22'))), '2026-08-24');
  });

  it('counts from the day in Viet Nam: at 17:00 UTC it is tomorrow there', () => {
    const [today, tomorrow] = ['23:59', '24:00'].map((time) =>
      dueOf(startClock(limit('citizen_level_1'), at('2026-03-02', time))),
    );
    assert.deepEqual([today, tomorrow], ['2026-03-03', '2026-03-04']);
  });

  it('that pauses before it and goes on after it has lost no day', () => {
    const started = startClock(limit('foreigner_level_2', NEW), at('2026-02-11'));
    const paused = pauseClock(started, days, at('2026-02-13'));
    assert.equal(paused.daysLeft, 5);
    assert.equal(dueAt(paused, days), undefined);
    assert.deepEqual(
      [clockView(paused, days, at('2026-02-20')).state, paused.daysLeft],
      ['paused', 5],
    );
    const resumed = resumeClock(paused, at('2026-02-23'));
    assert.equal(dueOf(resumed), '2026-03-02');
    assert.equal(dueOf(resumeClock(paused, at('2026-02-17'))), '2026-02-27');
  });

  it('of calendar days that pauses keeps what was left of them, whichever days they are', () => {
    const started = startClock(limit('organisation', NEW), at('2026-02-04'));
    const paused = pauseClock(started, days, at('2026-02-17'));
    assert.equal(paused.daysLeft, 2);
    assert.equal(dueOf(resumeClock(paused, at('2026-02-18'))), '2026-02-23');
    assert.equal(dueOf(resumeClock(paused, at('2026-03-03'))), '2026-03-05');
  });

  it('that was late when it paused stays late, however often it pauses', () => {
    const started = startClock(limit('citizen_level_1'), at('2026-02-12'));
    assert.equal(dueOf(started), '2026-02-13');
    const paused = pauseClock(started, days, at('2026-02-23'));
    assert.equal(paused.daysLeft, 0);
    const resumed = resumeClock(paused, at('2026-02-24'));
    assert.equal(dueOf(resumed), '2026-02-13');
    assert.equal(clockView(resumed, days, at('2026-02-24')).state, 'overdue');
    const again = resumeClock(pauseClock(resumed, days, at('2026-02-25')), at('2026-02-26'));
    assert.equal(dueOf(again), '2026-02-13');
  });

  it('paused twice on one day, or resumed while it runs, is as it was', () => {
    const started = startClock(limit('citizen_level_2'), at('2026-02-12'));
    const paused = pauseClock(started, days, at('2026-02-12'));
    assert.equal(paused.daysLeft, 3);
    assert.deepEqual(pauseClock(paused, days, at('2026-02-23')), paused);
    assert.deepEqual(resumeClock(started, at('2026-02-23')), started);
    assert.deepEqual(stopClock(resumeClock(paused, at('2026-02-23'))).state, 'stopped');
  });

  it('is running, due soon, due and overdue day by day', () => {
    const clock = startClock(limit('citizen_level_2'), at('2026-02-12'));
    const states = Array.from({ length: 14 }, (_, n) => dayAfter('2026-02-12', n)).map((day) => [
      day.slice(5),
      clockView(clock, days, at(day)).state,
    ]);
    const until = (state: string) =>
      states.filter(([, each]) => each === state).map(([day]) => day);
    assert.equal(dueOf(clock), '2026-02-24');
    assert.deepEqual(until('running'), [
      '02-12',
      '02-13',
      '02-14',
      '02-15',
      '02-16',
      '02-17',
      '02-18',
      '02-19',
      '02-20',
      '02-21',
      '02-22',
    ]);
    assert.deepEqual(until('due_soon'), ['02-23', '02-24']);
    assert.deepEqual(until('overdue'), ['02-25']);
  });
});
