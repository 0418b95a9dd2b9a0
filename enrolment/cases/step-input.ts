import { normaliseIdentifier } from '../../accounts/account.ts';
import { contactFromInput } from '../keeping/contact-input.ts';
import { readPicture } from '../picture.ts';
import { isPlainText } from '../plain-text.ts';
import type { BiometricSample } from '../registers.ts';
import type { StepData } from './cases.ts';
import type { CaseField, FieldFault, FieldFaults, FieldName } from './vocabulary.ts';

/** What was entered, in one spelling each. */
export interface StepInput {
  readonly values: Readonly<Partial<Record<FieldName, string>>>;
  readonly sample: BiometricSample | undefined;
  readonly reason: string | undefined;
}

type Reading =
  | { readonly kind: 'input'; readonly input: StepInput }
  | { readonly kind: 'invalid'; readonly fields: FieldFaults };

const LONGEST_TEXT = 300;
const LONGEST_REASON = 2_000;

/** Reads a form once, by the fields of the step; what it does not have is left alone. Pure. */
export function readStepInput(
  fields: readonly CaseField[],
  data: StepData,
  reason: { readonly needed: boolean; readonly given: string | undefined },
): Reading {
  const values: Partial<Record<FieldName, string>> = {};
  const faults: Partial<Record<FieldName | 'reason', FieldFault>> = {};
  let sample: BiometricSample | undefined;
  for (const { name, kind, required, options } of fields) {
    const given = data[name];
    if (kind === 'picture') {
      if (typeof given === 'object' && readPicture(given.bytes).kind === 'picture') sample = given;
      else faults[name] = given === undefined ? 'missing' : 'malformed';
      continue;
    }
    const typed = typeof given === 'string' ? given.normalize('NFC').trim() : '';
    if (typed === '') {
      if (required) faults[name] = 'missing';
      continue;
    }
    const value = oneSpelling(kind, typed, options);
    if (value === undefined) faults[name] = kind === 'choice' ? 'unknown_option' : 'malformed';
    else values[name] = value;
  }
  const said = reason.given?.normalize('NFC').trim() ?? '';
  if (reason.needed && said === '') faults.reason = 'missing';
  if (said.length > LONGEST_REASON || !isPlainText(said)) faults.reason = 'malformed';
  if (Object.keys(faults).length > 0) return { kind: 'invalid', fields: faults };
  return { kind: 'input', input: { values, sample, reason: said === '' ? undefined : said } };
}

function oneSpelling(
  kind: Exclude<CaseField['kind'], 'picture'>,
  typed: string,
  options: readonly string[] | undefined,
): string | undefined {
  switch (kind) {
    case 'identifier':
      return matching(/^[0-9A-Z]{6,20}$/, normaliseIdentifier(typed));
    case 'passport':
      return matching(/^[0-9A-Z]{5,20}$/, normaliseIdentifier(typed));
    case 'text':
      return isPlainText(typed) && typed.length <= LONGEST_TEXT ? typed : undefined;
    case 'birthdate':
      return /^\d{4}$/.test(typed) ? typed : calendarDate(typed);
    case 'date':
      return calendarDate(typed);
    case 'phone':
    case 'email':
      return contactFromInput(kind, typed);
    case 'country':
      return matching(/^[A-Z]{3}$/, typed.toUpperCase());
    case 'choice':
      return options?.includes(typed) ? typed : undefined;
    case 'tick':
      return ['yes', 'on', 'true'].includes(typed) ? 'yes' : undefined;
    default:
      return kind satisfies never;
  }
}

function matching(pattern: RegExp, text: string): string | undefined {
  return pattern.test(text) ? text : undefined;
}

function calendarDate(typed: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return undefined;
  const time = Date.parse(`${typed}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== typed
    ? undefined
    : typed;
}
