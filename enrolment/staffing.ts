import type { Account, Lock } from '../accounts/account.ts';
import { accountState } from '../accounts/account-state.ts';
import type { StaffReason } from '../audit/staff-events.ts';
import { auditRecord } from '../audit/events.ts';
import { newId, type AccountId, type RequestId } from '../ids.ts';
import { rolesAt } from './office-roles.ts';
import type { RegisterWrite } from './register-writes.ts';
import type { Office, StaffMember, StaffRole } from './staff.ts';

/** Who appoints: a supervisor at the console, or whoever runs the program and is nobody's colleague. */
export type Appointer =
  | { readonly kind: 'supervisor'; readonly member: StaffMember }
  | { readonly kind: 'operator' };

export type WhyNotStaffing =
  | 'not_your_office'
  | 'oneself'
  | 'no_account'
  | 'account_unusable'
  | 'not_level_2'
  | 'works_already'
  | 'no_roles'
  | 'role_not_at_office'
  | 'roles_exclude_each_other'
  | 'office_closed'
  | 'ended_already';

export type StaffingDecision =
  | {
      readonly kind: 'writes';
      readonly writes: readonly RegisterWrite[];
      readonly id: StaffMember['id'];
    }
  | { readonly kind: 'refused'; readonly why: WhyNotStaffing };

export interface AppointmentFacts {
  readonly appointer: Appointer;
  readonly office: Office;
  readonly candidate: { readonly account: Account; readonly locks: readonly Lock[] } | undefined;
  /** Where they work now, if anywhere. */
  readonly works: StaffMember | undefined;
  readonly roles: readonly StaffRole[];
  readonly reason: StaffReason;
  readonly requestId?: RequestId | undefined;
  readonly now: number;
}

/** Nobody makes themselves an officer, and nobody does who could not sign in as one. Pure. */
export function decideAppointment(facts: AppointmentFacts): StaffingDecision {
  const { office, candidate, roles, now, reason, requestId } = facts;
  const why = whyNotAppointed(facts);
  if (why !== undefined || candidate === undefined) {
    return { kind: 'refused', why: why ?? 'no_account' };
  }
  const { id: accountId } = candidate.account;
  const member: StaffMember = {
    id: newId('staff'),
    accountId,
    officeId: office.id,
    roles,
    since: now,
    endedAt: undefined,
  };
  const context = { accountId, actorId: actorOf(facts.appointer), requestId };
  const data = { staffId: member.id, officeId: office.id, roles, reason };
  const record = auditRecord('staffAppointed', context, data, now);
  return {
    kind: 'writes',
    id: member.id,
    writes: [
      { kind: 'staff_added', member },
      { kind: 'audit', record },
    ],
  };
}

function whyNotAppointed({
  appointer,
  office,
  candidate,
  works,
  roles,
  now,
}: AppointmentFacts): WhyNotStaffing | undefined {
  if (!leads(appointer, office)) return 'not_your_office';
  if (office.closedAt !== undefined) return 'office_closed';
  if (roles.length === 0) return 'no_roles';
  if (!roles.every((role) => rolesAt(office.kind, now).includes(role))) return 'role_not_at_office';
  // Who looks after what others did does none of it.
  if (roles.includes('auditor') && roles.length > 1) return 'roles_exclude_each_other';
  if (candidate === undefined) return 'no_account';
  if (candidate.account.id === actorOf(appointer)) return 'oneself';
  if (works !== undefined) return 'works_already';
  if (candidate.account.level < 2) return 'not_level_2';
  const state = accountState(candidate.account, candidate.locks, now);
  return state.kind === 'active' ? undefined : 'account_unusable';
}

export interface EndFacts {
  readonly appointer: Appointer;
  readonly office: Office;
  readonly member: StaffMember;
  readonly reason: StaffReason;
  readonly requestId?: RequestId | undefined;
  readonly now: number;
}

/** What somebody did stays theirs; from now on they may do nothing more. Pure. */
export function decideEnd({ appointer, office, member, ...rest }: EndFacts): StaffingDecision {
  const { reason, requestId, now } = rest;
  if (!leads(appointer, office) || member.officeId !== office.id) {
    return { kind: 'refused', why: 'not_your_office' };
  }
  if (member.accountId === actorOf(appointer)) return { kind: 'refused', why: 'oneself' };
  if (member.endedAt !== undefined) return { kind: 'refused', why: 'ended_already' };
  const context = { accountId: member.accountId, actorId: actorOf(appointer), requestId };
  const data = { staffId: member.id, officeId: office.id, reason };
  return {
    kind: 'writes',
    id: member.id,
    writes: [
      { kind: 'staff_ended', id: member.id, at: now },
      { kind: 'audit', record: auditRecord('staffEnded', context, data, now) },
    ],
  };
}

function leads(appointer: Appointer, { id }: Office): boolean {
  if (appointer.kind === 'operator') return true;
  const { officeId, roles, endedAt } = appointer.member;
  return officeId === id && roles.includes('supervisor') && endedAt === undefined;
}

function actorOf(appointer: Appointer): AccountId | undefined {
  return appointer.kind === 'supervisor' ? appointer.member.accountId : undefined;
}
