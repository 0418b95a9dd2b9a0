import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import type { Limit } from '../limits.ts';
import { dayAfter, daysBetween, endOfDay, type WorkingDays } from '../working-days.ts';
import type { CaseClock } from './case-summary.ts';
import type { ClockState, ClockView } from './case-view.ts';

/** On the day of a complete and valid dossier; or anew, where a second term begins. */
export function startClock(limit: Limit, now: number): CaseClock {
  return {
    limit,
    state: 'running',
    startedAt: now,
    from: dateInVietNam(now),
    daysLeft: limit.days,
  };
}

/** The dossier was found incomplete: what is left is kept. The day on which it stops counts as spent. */
export function pauseClock(clock: CaseClock, days: WorkingDays, now: number): CaseClock {
  if (clock.state !== 'running') return clock;
  const today = dateInVietNam(now);
  const due = dueOn(clock, days);
  const { unit } = clock.limit;
  const spent =
    unit === 'working' ? days.between(clock.from, today) : daysBetween(clock.from, today);
  return {
    ...clock,
    state: 'paused',
    daysLeft: Math.max(0, clock.daysLeft - spent),
    ...(today > due ? { lateOn: due } : undefined),
  };
}

export function resumeClock(clock: CaseClock, now: number): CaseClock {
  return clock.state === 'paused'
    ? { ...clock, state: 'running', from: dateInVietNam(now) }
    : clock;
}

export function stopClock(clock: CaseClock): CaseClock {
  return { ...clock, state: 'stopped' };
}

/** The last day in time. */
function dueOn(clock: CaseClock, days: WorkingDays): string {
  if (clock.lateOn !== undefined) return clock.lateOn;
  return clock.limit.unit === 'working'
    ? days.after(clock.from, clock.daysLeft)
    : days.afterCalendar(clock.from, clock.daysLeft);
}

/** Epoch ms; undefined while nothing runs. */
export function dueAt(clock: CaseClock | undefined, days: WorkingDays): number | undefined {
  return clock?.state === 'running' ? endOfDay(dueOn(clock, days)) : undefined;
}

export function clockView(clock: CaseClock | undefined, days: WorkingDays, now: number): ClockView {
  if (clock === undefined) {
    const nothing = { limit: undefined, startedAt: undefined, dueOn: undefined, dueAt: undefined };
    return { state: 'not_started', ...nothing, daysLeft: undefined };
  }
  const due = clock.state === 'running' ? dueOn(clock, days) : undefined;
  return {
    state: due === undefined ? clock.state : runningState(clock, due, days, now),
    limit: clock.limit,
    startedAt: clock.startedAt,
    dueOn: due,
    dueAt: due === undefined ? undefined : endOfDay(due),
    daysLeft: clock.state === 'paused' ? clock.daysLeft : undefined,
  };
}

/** Soon: the last day is today, or the next working day of a term that had more. */
function runningState(
  { limit }: CaseClock,
  due: string,
  days: WorkingDays,
  now: number,
): ClockState {
  const today = dateInVietNam(now);
  if (today > due) return 'overdue';
  const last = today === due || (limit.days > 1 && days.after(dayAfter(today, 0), 1) >= due);
  return last ? 'due_soon' : 'running';
}
