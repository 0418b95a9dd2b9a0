import { dateInVietNam } from '../../accounts/vietnam-date.ts';

/** Nobody is told at night that their passport expires. */
const BEGINS_AT_MS = 7 * 60 * 60 * 1000;

/** The latest day whose work may be done: from 07:00 in Viet Nam on it is today. */
export function dayToDo(now: number): string {
  return dateInVietNam(now - BEGINS_AT_MS);
}
