import { normaliseIdentifier } from '../../accounts/account.ts';
import type { TypedDate } from '../../web/components/date-field.tsx';
import type { Form } from '../../web/forms.ts';
import type { Application } from './application-state.ts';

type ApplicantNumber = NonNullable<Application['number']>;

/** A number as citizens and foreigners type it; undefined for what can be none. Pure. */
export function readNumber(
  who: NonNullable<Application['who']>,
  typed: string,
): ApplicantNumber | undefined {
  const value = normaliseIdentifier(typed);
  if (who === 'citizen') {
    return /^\d{12}$/.test(value) ? { kind: 'personal_number', value } : undefined;
  }
  if (/^F\d{11}$/.test(value)) return { kind: 'foreigner_number', value };
  return /^(?=.*\d)[A-Z0-9]{5,20}$/.test(value) ? { kind: 'passport', value } : undefined;
}

/** `YYYY-MM-DD`; `YYYY` where only the year is typed and `yearAlone` allows it. Pure. */
export function readBirthdate(
  { day, month, year }: TypedDate,
  yearAlone: boolean,
): string | undefined {
  if (!/^(?:19|20)\d{2}$/.test(year)) return undefined;
  if (yearAlone && day === '' && month === '') return year;
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month)) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

export function typedDate(form: Form, name: string): TypedDate {
  const part = (which: string) => form.text(`${name}_${which}`)?.trim() ?? '';
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** As it is typed again into its three fields. */
export function splitDate(date: string | undefined): TypedDate {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/** One line, composed, without doubled spaces; undefined for what is no name. Pure. */
export function readName(typed: string): string | undefined {
  const name = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return /^[\p{L}\p{M}][\p{L}\p{M} .,'’-]{0,119}$/u.test(name) ? name : undefined;
}
