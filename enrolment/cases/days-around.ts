import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { dayAfter, workingDays, type WorkingDays } from '../working-days.ts';
import type { CasesDependencies } from './cases-dependencies.ts';

/** The statutory table under what was edited, far enough for every term. */
export async function daysAround(
  { calendar }: Pick<CasesDependencies, 'calendar'>,
  now: number,
): Promise<WorkingDays> {
  const today = dateInVietNam(now);
  return workingDays(await calendar.between(dayAfter(today, -400), dayAfter(today, 100)));
}
