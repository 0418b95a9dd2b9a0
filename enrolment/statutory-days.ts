import type { CalendarDay } from './calendar.ts';

/** A day off or a make-up day as it is known from the statutes and the yearly decisions (domain, section 7). */
export interface StatutoryDay extends Pick<CalendarDay, 'date' | 'kind' | 'source'> {
  /** False: announced or computed only; an administrator looks at it before its year. */
  readonly confirmed: boolean;
}

const LABOUR_CODE = 'Labour Code, Art. 112';
const COMPENSATION = 'Labour Code, Art. 111: a holiday on a weekend moves to the next working day';
const TET_2025 = 'Tết 2025, break of 25 January to 2 February; second-hand';
const TET_2026 = 'Tết 2026, announced break of 14 to 22 February (baochinhphu)';
const TET_2027 =
  'Tết 2027, first day 6 February computed; 5 to 11 February taken, 4 to 10 is as natural; not announced';
const CULTURE_DAY =
  'Ngày Văn hóa Việt Nam, Politburo Resolution 80-NQ/TW; legal enactment not confirmed';

/** What is not in here is what its weekday says; `CalendarStore` has the last word. In the order of the dates. */
export const STATUTORY_DAYS: readonly StatutoryDay[] = [
  ...off(LABOUR_CODE, '2025-01-01'),
  ...off(TET_2025, '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
  ...off(`${LABOUR_CODE}; Giỗ Tổ Hùng Vương, computed`, '2025-04-07'),
  makeUp('Made up for 2 May 2025; second-hand', '2025-04-26'),
  ...off(LABOUR_CODE, '2025-04-30', '2025-05-01'),
  ...off('Swapped with 26 April 2025; second-hand', '2025-05-02'),
  ...off(`${LABOUR_CODE}; Quốc khánh`, '2025-09-01', '2025-09-02'),
  ...off(LABOUR_CODE, '2026-01-01'),
  ...off('Swapped with 10 January 2026; second-hand', '2026-01-02'),
  makeUp('Made up for 2 January 2026; second-hand', '2026-01-10'),
  ...off(TET_2026, '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
  ...off(`${COMPENSATION} (Giỗ Tổ, Sunday 26 April)`, '2026-04-27'),
  ...off(LABOUR_CODE, '2026-04-30', '2026-05-01'),
  makeUp('Made up for 31 August 2026 (vietnamnews 1727514)', '2026-08-22'),
  ...off('Swapped with 22 August 2026 (vietnamnews 1727514)', '2026-08-31'),
  ...off(`${LABOUR_CODE}; Quốc khánh (vietnamnews 1727514)`, '2026-09-01', '2026-09-02'),
  ...unconfirmed(CULTURE_DAY, '2026-11-24'),
  ...off(LABOUR_CODE, '2027-01-01'),
  ...unconfirmed(TET_2027, '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'),
  ...off(`${LABOUR_CODE}; Giỗ Tổ Hùng Vương, computed`, '2027-04-16'),
  ...off(LABOUR_CODE, '2027-04-30'),
  ...off(`${COMPENSATION} (Saturday 1 May)`, '2027-05-03'),
  ...off(`${LABOUR_CODE}; Quốc khánh`, '2027-09-02'),
  ...unconfirmed(`${LABOUR_CODE}: 1 or 3 September, decided yearly`, '2027-09-03'),
  ...unconfirmed(CULTURE_DAY, '2027-11-24'),
];

function off(source: string, ...dates: readonly string[]): StatutoryDay[] {
  return dates.map((date) => ({ date, kind: 'off', source, confirmed: true }));
}

function unconfirmed(source: string, ...dates: readonly string[]): StatutoryDay[] {
  return off(source, ...dates).map((day) => ({ ...day, confirmed: false }));
}

function makeUp(source: string, date: string): StatutoryDay {
  return { date, kind: 'make_up', source, confirmed: true };
}
