import { dateInVietNam } from '../accounts/vietnam-date.ts';
import { auditRecord } from '../audit/events.ts';
import type { RequestId } from '../ids.ts';
import type { CalendarDay } from './calendar.ts';
import { isPlainText } from './plain-text.ts';
import type { RegisterWrite } from './register-writes.ts';
import type { Office, StaffMember } from './staff.ts';
import { workingDays } from './working-days.ts';

export type WhyNotDay =
  | 'not_your_part'
  | 'no_such_day'
  | 'past'
  | 'no_kind'
  | 'no_source'
  | 'source_unreadable'
  | 'number_in_source'
  | 'weekday_already'
  | 'weekend_already';

export interface DayFacts {
  readonly member: StaffMember;
  readonly office: Office;
  /** As typed, `YYYY-MM-DD`. */
  readonly date: string;
  /** `as_statute`: what was entered is taken back. */
  readonly kind: CalendarDay['kind'] | 'as_statute' | undefined;
  /** The decision it rests on; anybody may read it, in the audit too. */
  readonly source: string;
  readonly requestId?: RequestId | undefined;
  readonly now: number;
}

export type DayDecision =
  | { readonly kind: 'writes'; readonly writes: readonly RegisterWrite[] }
  | { readonly kind: 'refused'; readonly why: WhyNotDay };

/**
 * One table for the whole country (domain, section 7): a supervisor of the identification authority edits it, and never
 * the past, on which terms have run already. Pure.
 */
export function decideCalendarDay(facts: DayFacts): DayDecision {
  const { member, date, kind, source, requestId, now } = facts;
  const why = whyNotDay(facts);
  if (why !== undefined || kind === undefined) return { kind: 'refused', why: why ?? 'no_kind' };
  const { accountId } = member;
  const day =
    kind === 'as_statute'
      ? undefined
      : { date, kind, source, decidedBy: accountId, decidedAt: now };
  const context = { actorId: accountId, requestId };
  const record = auditRecord('calendarDayChanged', context, { date, kind, reason: source }, now);
  return {
    kind: 'writes',
    writes: [
      { kind: 'calendar_day', date, day },
      { kind: 'audit', record },
    ],
  };
}

function whyNotDay({ member, office, date, kind, source, now }: DayFacts): WhyNotDay | undefined {
  const supervises = member.roles.includes('supervisor') && member.endedAt === undefined;
  if (!supervises || office.kind !== 'identification_authority') return 'not_your_part';
  const time = Date.parse(`${date}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(date) ||
    Number.isNaN(time) ||
    new Date(time).toISOString().slice(0, date.length) !== date
  ) {
    return 'no_such_day';
  }
  if (date < dateInVietNam(now)) return 'past';
  if (kind === undefined) return 'no_kind';
  if (source === '') return 'no_source';
  if (source.length > LONGEST_SOURCE || !isPlainText(source)) return 'source_unreadable';
  if (LIKE_A_NUMBER.test(source)) return 'number_in_source';
  // Without any entry: a holiday of the statutes may be worked on, and a make-up day of theirs may be off.
  const isWorking = workingDays().isWorking(date);
  if (kind === 'make_up' && isWorking) return 'weekday_already';
  const weekend = [0, 6].includes(new Date(time).getUTCDay());
  return kind === 'off' && weekend && !isWorking ? 'weekend_already' : undefined;
}

const LONGEST_SOURCE = 200;
/** Decisions have short numbers; people and phones have long ones. */
const LIKE_A_NUMBER = /\d{8}/;
