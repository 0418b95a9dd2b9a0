import { auditRecord } from '../audit/events.ts';
import type { AccountId } from '../ids.ts';
import type { CalendarDay } from './calendar.ts';
import type { RegisterWrite } from './register-writes.ts';
import type { StaffMember } from './staff.ts';

export interface CalendarEdit {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `as_statute`: the entry is removed, and the day is what the statutory table and its weekday say. */
  readonly kind: CalendarDay['kind'] | 'as_statute';
  /** The decision it rests on; goes into the audit. */
  readonly source: string;
}

export type CalendarDecision =
  | { readonly kind: 'writes'; readonly writes: readonly RegisterWrite[] }
  | { readonly kind: 'refused'; readonly reason: 'not_a_supervisor' | 'malformed' };

/** By a supervisor, with a decision to rest on. Terms that run are counted anew with the next look at them. Pure. */
export function editCalendar(
  { date, kind, source }: CalendarEdit,
  member: Pick<StaffMember, 'accountId' | 'roles' | 'endedAt'> | undefined,
  now: number,
): CalendarDecision {
  if (
    member === undefined ||
    member.endedAt !== undefined ||
    !member.roles.includes('supervisor')
  ) {
    return { kind: 'refused', reason: 'not_a_supervisor' };
  }
  const reason = source.normalize('NFC').trim();
  if (!isDate(date) || reason === '' || reason.length > 300 || /\p{Cc}/u.test(reason)) {
    return { kind: 'refused', reason: 'malformed' };
  }
  const decidedBy: AccountId = member.accountId;
  const day: CalendarDay | undefined =
    kind === 'as_statute' ? undefined : { date, kind, source: reason, decidedBy, decidedAt: now };
  const data = { date, kind, reason };
  return {
    kind: 'writes',
    writes: [
      { kind: 'calendar_day', date, day },
      {
        kind: 'audit',
        record: auditRecord('calendarDayChanged', { actorId: member.accountId }, data, now),
      },
    ],
  };
}

function isDate(date: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
