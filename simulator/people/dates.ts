const UTC_PLUS_7_MS = 7 * 60 * 60 * 1000;

/** `YYYY-MM-DD` in Viet Nam. */
export function today(now: number): string {
  return new Date(now + UTC_PLUS_7_MS).toISOString().slice(0, 10);
}

export interface Distance {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
}

/** `YYYY-MM-DD`, so far from `day`; a day that a month does not have is one of the next month. */
export function away(day: string, { years = 0, months = 0, days = 0 }: Distance): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + years * 12 + months);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
