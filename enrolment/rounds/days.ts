import { dateInVietNam } from '../../accounts/vietnam-date.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Nobody is told at night that their passport expires. */
const BEGINS_AT_HOUR = 7;

/** The latest day whose work may be done: from 07:00 in Viet Nam on it is today. */
export function dayToDo(now: number): string {
  return dateInVietNam(now - BEGINS_AT_HOUR * HOUR_MS);
}

/** `YYYY-MM-DD`, so many days on. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** From the first to the second; negative when that was before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
