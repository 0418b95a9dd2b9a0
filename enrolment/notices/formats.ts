import { dateInVietNam } from '../../accounts/vietnam-date.ts';

/** How times and dates are said in messages, which are composed where no page is. Viet Nam time, whoever reads it. */
export interface NoticeFormats {
  /** `YYYY-MM-DD` */
  date(date: string): string;
  /** Epoch ms */
  day(at: number): string;
  /** Epoch ms */
  moment(at: number): string;
}

const EN_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const UTC_PLUS_7_MS = 7 * 60 * 60 * 1000;

function timeOf(at: number): string {
  return new Date(at + UTC_PLUS_7_MS).toISOString().slice(11, 16);
}

function viDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

function enDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${EN_MONTHS[Number(month) - 1]} ${year}`;
}

export const viFormats: NoticeFormats = {
  date: viDate,
  day: (at) => viDate(dateInVietNam(at)),
  moment: (at) => `${timeOf(at)} ngày ${viDate(dateInVietNam(at))}`,
};

export const enFormats: NoticeFormats = {
  date: enDate,
  day: (at) => enDate(dateInVietNam(at)),
  moment: (at) => `${timeOf(at)} on ${enDate(dateInVietNam(at))}`,
};
