import assert from 'node:assert/strict';

import type { Lock } from '../../../accounts/account.ts';
import { personas } from '../../../accounts/personas.ts';
import { OFFICE_KINDS, rolesAt } from '../../../enrolment/office-roles.ts';
import type { Office, StaffMember, StaffRole } from '../../../enrolment/staff.ts';
import {
  decideAppointment,
  decideEnd,
  type AppointmentFacts,
  type EndFacts,
} from '../../../enrolment/staffing.ts';
import { newId } from '../../../ids.ts';

const NOW = Date.parse('2026-11-22T03:00:00Z');

function staffed() {
  const office: Office = {
    id: newId('office'),
    kind: 'commune_police',
    name: { vi: 'Công an phường', en: 'Ward police' },
    province: '01',
    createdAt: 0,
    closedAt: undefined,
  };
  const supervisor = memberOf(office, ['supervisor']);
  const [model] = personas(NOW);
  assert.ok(model);
  const account = {
    ...model.account,
    id: newId('acc'),
    level: 2 as const,
    guardianId: undefined,
    createdAt: NOW,
  };
  return { office, supervisor, account };
}

function memberOf({ id: officeId }: Office, roles: readonly StaffRole[]): StaffMember {
  const accountId = newId('acc');
  return { id: newId('staff'), accountId, officeId, roles, since: 0, endedAt: undefined };
}

describe('An appointment', () => {
  const { office, supervisor, account } = staffed();
  const facts: AppointmentFacts = {
    appointer: { kind: 'supervisor', member: supervisor },
    office,
    candidate: { account, locks: [] },
    works: undefined,
    roles: ['receiving_officer'],
    reason: 'new_colleague',
    now: NOW,
  };
  const decide = (more: Partial<AppointmentFacts> = {}) => {
    const decision = decideAppointment({ ...facts, ...more });
    return decision.kind === 'refused' ? decision.why : 'written';
  };

  it('is written together with who made it, in which office and why', () => {
    const decision = decideAppointment(facts);
    assert.ok(decision.kind === 'writes');
    const [added, audit] = decision.writes;
    assert.ok(added?.kind === 'staff_added' && audit?.kind === 'audit');
    assert.equal(added.member.accountId, account.id);
    assert.equal(added.member.officeId, office.id);
    const { actorId, accountId, data } = audit.record;
    assert.deepEqual([actorId, accountId], [supervisor.accountId, account.id]);
    assert.equal(data['reason'], 'new_colleague');
  });

  it('is never of oneself', () => {
    const own = { account: { ...account, id: supervisor.accountId }, locks: [] };
    assert.equal(decide({ candidate: own }), 'oneself');
    assert.equal(decide({ candidate: own, works: supervisor }), 'oneself');
  });

  it('is made by a supervisor of that very office, who still is one', () => {
    const by = (member: StaffMember) => decide({ appointer: { kind: 'supervisor', member } });
    assert.equal(by({ ...supervisor, officeId: newId('office') }), 'not_your_office');
    assert.equal(by({ ...supervisor, endedAt: NOW - 1 }), 'not_your_office');
    for (const role of ['receiving_officer', 'deciding_authority', 'auditor'] as const) {
      assert.equal(by({ ...supervisor, roles: [role] }), 'not_your_office');
    }
    assert.equal(decide({ appointer: { kind: 'operator' } }), 'written');
  });

  it('gives roles of its kind of office only: no counter decides', () => {
    for (const kind of OFFICE_KINDS) {
      const at = { ...office, kind };
      for (const role of [
        'receiving_officer',
        'deciding_authority',
        'supervisor',
        'auditor',
      ] as const) {
        const expected = rolesAt(kind, NOW).includes(role) ? 'written' : 'role_not_at_office';
        assert.equal(decide({ office: at, roles: [role] }), expected, `${kind} ${role}`);
      }
    }
    const both = OFFICE_KINDS.filter(
      (kind) =>
        rolesAt(kind, NOW).includes('receiving_officer') &&
        rolesAt(kind, NOW).includes('deciding_authority'),
    );
    assert.deepEqual(both, [], 'nobody receives and decides in one office');
    assert.equal(decide({ roles: [] }), 'no_roles');
    assert.equal(decide({ roles: ['auditor', 'receiving_officer'] }), 'roles_exclude_each_other');
  });

  it('is of somebody with an account of level 2 that can be used, who works nowhere', () => {
    const lock: Lock = {
      id: newId('lock'),
      accountId: account.id,
      ground: 'own_request',
      lockedAt: NOW,
      liftedAt: undefined,
    };
    assert.equal(decide({ candidate: undefined }), 'no_account');
    assert.equal(decide({ candidate: { account, locks: [lock] } }), 'account_unusable');
    const low = { account: { ...account, level: 1 as const }, locks: [] };
    assert.equal(decide({ candidate: low }), 'not_level_2');
    assert.equal(decide({ works: memberOf(office, ['auditor']) }), 'works_already');
    assert.equal(decide({ office: { ...office, closedAt: NOW } }), 'office_closed');
  });
});

describe('The end of an appointment', () => {
  const { office, supervisor } = staffed();
  const member = memberOf(office, ['receiving_officer']);
  const facts: EndFacts = {
    appointer: { kind: 'supervisor', member: supervisor },
    office,
    member,
    reason: 'left',
    now: NOW,
  };
  const decide = (more: Partial<EndFacts> = {}) => {
    const decision = decideEnd({ ...facts, ...more });
    return decision.kind === 'refused' ? decision.why : 'written';
  };

  it('is written with who ended it and why', () => {
    const decision = decideEnd(facts);
    assert.ok(decision.kind === 'writes');
    assert.deepEqual(decision.writes[0], { kind: 'staff_ended', id: member.id, at: NOW });
    const [, audit] = decision.writes;
    assert.ok(audit?.kind === 'audit');
    assert.equal(audit.record.actorId, supervisor.accountId);
    assert.equal(audit.record.data['reason'], 'left');
  });

  it('is not one’s own, not another office’s, and happens once', () => {
    assert.equal(decide({ member: supervisor }), 'oneself');
    const elsewhere = { ...member, officeId: newId('office') };
    assert.equal(decide({ member: elsewhere }), 'not_your_office');
    assert.equal(decide({ member: { ...member, endedAt: NOW - 1 } }), 'ended_already');
    const former = { kind: 'supervisor', member: { ...supervisor, endedAt: NOW - 1 } } as const;
    assert.equal(decide({ appointer: former }), 'not_your_office');
  });
});
