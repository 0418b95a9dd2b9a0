import type { CalendarDay } from './calendar.ts';
import { STATUTORY_DAYS } from './statutory-days.ts';

/**
 * Ngày làm việc: Monday to Friday, less the days `off`, plus the days `make_up`. All dates are `YYYY-MM-DD` in
 * Viet Nam (`dateInVietNam`); the day on which a term starts is not counted (Civil Code, Art. 147).
 */
export interface WorkingDays {
  isWorking(date: string): boolean;
  /** The last day of a term of so many working days that starts on `date`; of none: `date`, or the next working day. */
  after(date: string, days: number): string;
  /** The same in calendar days: a term that ends on a day off ends on the next working day (Civil Code, Art. 148). */
  afterCalendar(date: string, days: number): string;
  /** Working days after `from` up to and with `to`; none when `to` is not later. */
  between(from: string, to: string): number;
}

/** `edited` has the last word over the statutory table; a `make_up` day is worked on whatever its weekday. */
export function workingDays(
  edited: readonly Pick<CalendarDay, 'date' | 'kind'>[] = [],
): WorkingDays {
  const kinds = new Map([...STATUTORY_DAYS, ...edited].map(({ date, kind }) => [date, kind]));

  function isWorking(date: string): boolean {
    const kind = kinds.get(date);
    return kind === undefined ? !isWeekend(date) : kind === 'make_up';
  }

  function firstFrom(date: string): string {
    let day = date;
    while (!isWorking(day)) day = dayAfter(day, 1);
    return day;
  }

  return {
    isWorking,
    after(date, days) {
      let day = date;
      for (let counted = 0; counted < days;) {
        day = dayAfter(day, 1);
        if (isWorking(day)) counted += 1;
      }
      return firstFrom(day);
    },
    afterCalendar: (date, days) => firstFrom(dayAfter(date, days)),
    between(from, to) {
      let counted = 0;
      for (let day = dayAfter(from, 1); day <= to; day = dayAfter(day, 1)) {
        if (isWorking(day)) counted += 1;
      }
      return counted;
    },
  };
}

function isWeekend(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** `YYYY-MM-DD`, so many days later. */
export function dayAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The last millisecond of the day in Viet Nam, epoch ms. */
export function endOfDay(date: string): number {
  return Date.parse(`${date}T23:59:59.999+07:00`);
}

/** Calendar days from one date to the other. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
