import type { Locale } from './locale.ts';

/** The law's clock: Viet Nam time, whatever the server's zone (domain, section 7). */
const timeZone = 'Asia/Ho_Chi_Minh';
const tags: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB' };

export interface Formats {
  /** Epoch ms → `21/11/2026`, `21 November 2026`. */
  date(at: number): string;
  /** Epoch ms → `14:05`. */
  time(at: number): string;
  /** Epoch ms → time and date, in the order of the language. */
  dateTime(at: number): string;
  /** `YYYY-MM-DD`, or `YYYY` where no more is known; anything else comes back as it is. */
  calendarDate(iso: string): string;
  number(value: number): string;
  list(values: readonly string[]): string;
}

export function formatsOf(locale: Locale): Formats {
  const tag = tags[locale];
  const dayStyle = locale === 'vi' ? '2-digit' : 'numeric';
  const monthStyle = locale === 'vi' ? '2-digit' : 'long';
  const day = { day: dayStyle, month: monthStyle, year: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const date = new Intl.DateTimeFormat(tag, { ...day, timeZone });
  const calendar = new Intl.DateTimeFormat(tag, { ...day, timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(tag, { ...clock, timeZone });
  const number = new Intl.NumberFormat(tag);
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  return {
    date: (at) => date.format(at),
    time: (at) => time.format(at),
    dateTime: (at) =>
      locale === 'vi'
        ? `${time.format(at)}, ${date.format(at)}`
        : `${time.format(at)} on ${date.format(at)}`,
    calendarDate: (iso) => {
      const at = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
      return Number.isNaN(at) ? iso : calendar.format(at);
    },
    number: (value) => number.format(value),
    list: (values) => list.format(values),
  };
}
