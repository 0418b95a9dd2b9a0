import assert from 'node:assert/strict';

import { decideCalendarDay, type DayFacts } from '../../../enrolment/calendar-editing.ts';
import type { StaffMember } from '../../../enrolment/staff.ts';
import { newId } from '../../../ids.ts';

const NOW = Date.parse('2026-11-22T03:00:00Z');
const SOURCE = 'Thông báo 4567/TB-BNV, 12/11/2026';

describe('A day of the table of working days', () => {
  const office = {
    id: newId('office'),
    kind: 'identification_authority',
    name: { vi: 'Cơ quan', en: 'Authority' },
    province: '01',
    createdAt: 0,
    closedAt: undefined,
  } as const;
  const member: StaffMember = {
    id: newId('staff'),
    accountId: newId('acc'),
    officeId: office.id,
    roles: ['supervisor'],
    since: 0,
    endedAt: undefined,
  };
  const facts: DayFacts = {
    member,
    office,
    date: '2026-12-31',
    kind: 'off',
    source: SOURCE,
    now: NOW,
  };
  const decide = (more: Partial<DayFacts> = {}) => {
    const decision = decideCalendarDay({ ...facts, ...more });
    return decision.kind === 'refused' ? decision.why : 'written';
  };

  it('is entered together with the audit of who did so, and why', () => {
    const decision = decideCalendarDay(facts);
    assert.ok(decision.kind === 'writes');
    const [day, audit] = decision.writes;
    assert.deepEqual(day, {
      kind: 'calendar_day',
      date: '2026-12-31',
      day: {
        date: '2026-12-31',
        kind: 'off',
        source: SOURCE,
        decidedBy: member.accountId,
        decidedAt: NOW,
      },
    });
    assert.ok(audit?.kind === 'audit');
    assert.equal(audit.record.type, 'calendar.day_changed');
    assert.equal(audit.record.actorId, member.accountId);
    assert.deepEqual(audit.record.data, { date: '2026-12-31', kind: 'off', reason: SOURCE });
  });

  it('is taken back to what the statutes say', () => {
    const decision = decideCalendarDay({ ...facts, kind: 'as_statute' });
    assert.ok(decision.kind === 'writes');
    assert.deepEqual(decision.writes[0], {
      kind: 'calendar_day',
      date: '2026-12-31',
      day: undefined,
    });
  });

  it('is nobody’s to change but a supervisor’s of the authority, who still works there', () => {
    assert.equal(decide({ member: { ...member, roles: ['auditor'] } }), 'not_your_part');
    assert.equal(decide({ member: { ...member, roles: ['deciding_authority'] } }), 'not_your_part');
    assert.equal(decide({ member: { ...member, endedAt: NOW } }), 'not_your_part');
    for (const kind of ['commune_police', 'provincial_police', 'immigration'] as const) {
      assert.equal(decide({ office: { ...office, kind } }), 'not_your_part');
    }
  });

  it('is never in the past, where terms have run; today is that of Viet Nam', () => {
    assert.equal(decide({ date: '2026-11-20' }), 'past');
    const lateInLondon = Date.parse('2026-11-23T18:00:00Z');
    assert.equal(decide({ date: '2026-11-23', now: lateInLondon }), 'past');
    assert.equal(decide({ date: '2026-11-25', now: lateInLondon }), 'written');
  });

  it('is a day', () => {
    const none = ['', '2027-02-29', '2027-13-01', '2027-1-1', '0000-00-00', '9'.repeat(200)];
    for (const date of [...none, '2027-02-28T00:00', "2027-02-28'--"]) {
      assert.equal(decide({ date }), 'no_such_day', date);
    }
  });

  it('says what it is: nothing chosen is not a day off', () => {
    assert.equal(decide({ kind: undefined }), 'no_kind');
  });

  it('is not made what it is anyway', () => {
    assert.equal(decide({ date: '2026-12-30', kind: 'make_up' }), 'weekday_already');
    assert.equal(decide({ date: '2026-12-26', kind: 'off' }), 'weekend_already');
    assert.equal(decide({ date: '2026-12-26', kind: 'make_up' }), 'written');
  });

  it('takes an announced holiday back, or confirms it', () => {
    assert.equal(decide({ date: '2026-11-24', kind: 'make_up' }), 'written');
    assert.equal(decide({ date: '2026-11-24', kind: 'off' }), 'written');
  });

  it('rests on a decision that can be read, and names nobody’s number', () => {
    assert.equal(decide({ source: '' }), 'no_source');
    assert.equal(decide({ source: 'TB\u0000 4567' }), 'source_unreadable');
    assert.equal(decide({ source: 'TB \u202E7654' }), 'source_unreadable');
    assert.equal(decide({ source: 'x'.repeat(201) }), 'source_unreadable');
    assert.equal(decide({ source: 'Theo đề nghị của 099090000011' }), 'number_in_source');
  });
});
