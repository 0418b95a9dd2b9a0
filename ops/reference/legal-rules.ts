import { CHILD_ASSENT, GUARDIANSHIP } from '../../accounts/guardianship-rules.ts';
import * as accountRules from '../../accounts/legal-rules.ts';
import type { LegalRule } from '../../accounts/legal-rules.ts';
import { PROOFING } from '../../accounts/proofing.ts';
import { CASE_KINDS } from '../../enrolment/cases/kinds.ts';
import { ELIGIBILITY, ELIGIBILITY_AS_DRAFTED } from '../../enrolment/eligibility.ts';
import {
  CONTACT_COOLING_OFF_MS,
  RECOVERY_COOL_DOWN_MS,
  RECOVERY_WAITING_MS,
} from '../../enrolment/keeping/rules.ts';
import { ACTIVATION_DAYS, LIMITS } from '../../enrolment/limits.ts';
import { LOCK_RULES } from '../../enrolment/lock-rules.ts';
import { OFFICE_ROLES } from '../../enrolment/office-roles.ts';
import { REFUSAL_ARTICLES } from '../../enrolment/refusal-articles.ts';
import { WARNING_DAYS } from '../../enrolment/rounds/document-days.ts';
import { STATUTORY_DAYS } from '../../enrolment/statutory-days.ts';
import { code, codes, page, table } from './markdown.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Every versioned rule there is, with where it stands and what it says. */
export const LEGAL_RULES: readonly (readonly [string, string, LegalRule<unknown>])[] = [
  ['ELIGIBILITY', 'Who may hold what', ELIGIBILITY],
  [
    'ELIGIBILITY_AS_DRAFTED',
    'The same with what is drafted; an operator switches it on',
    ELIGIBILITY_AS_DRAFTED,
  ],
  ['AGE_OF_OWN_USE', 'Age of own use', accountRules.AGE_OF_OWN_USE],
  ['AGE_OF_OWN_PHONE', 'Age of own declaration and phone', accountRules.AGE_OF_OWN_PHONE],
  ['GUARDIANSHIP', 'Who may act for whom, and until when', GUARDIANSHIP],
  ['CHILD_ASSENT', 'Ages at which a child says yes as well', CHILD_ASSENT],
  ['PROOFING', 'How identities are proofed', PROOFING],
  ['LIMITS', 'How long a State body may take', LIMITS],
  ['ACTIVATION_DAYS', 'Days in which an account is activated', ACTIVATION_DAYS],
  ['OFFICE_ROLES', 'What there is to do in an office', OFFICE_ROLES],
  ['LOCK_RULES', 'Who may ask for a lock, who may lift it', LOCK_RULES],
  ['LOCK_GROUNDS', 'Grounds of a lock, the gravest first', accountRules.LOCK_GROUNDS],
  ['ENDING_DOCUMENTS', 'Documents that end an account', accountRules.ENDING_DOCUMENTS],
  ['WARNING_DAYS', 'Days before the end of a document on which holders are warned', WARNING_DAYS],
  ['CONTACT_COOLING_OFF_MS', 'How long a new contact waits', CONTACT_COOLING_OFF_MS],
  ['RECOVERY_WAITING_MS', 'How long a recovery waits', RECOVERY_WAITING_MS],
  ['RECOVERY_COOL_DOWN_MS', 'How long a recovered account stays below', RECOVERY_COOL_DOWN_MS],
];

export function legalRulesPage(): string {
  return page('Rules of law', 'the versioned tables it names', [
    'Each rule stands in one table, with its article and the first day it is in force in Viet Nam; the version in force ' +
      'on the day counts, and an older one ends where the next begins. What is marked *SenID* is ours: no statute knows ' +
      'it. None of this is legal advice.',
    ...LEGAL_RULES.flatMap(([name, title, versions]) => [
      `## ${title}`,
      code(name),
      table(
        ['In force from', 'Source', 'Of', 'Rule'],
        versions.flatMap(({ effectiveFrom, source, value }) =>
          parts(value).map(([part, said]) => [effectiveFrom, source, part, written(said, name)]),
        ),
      ),
    ]),
    '## Kinds of cases',
    table(
      ['Kind', 'Form', 'Account level', 'In force from', 'Source'],
      CASE_KINDS.map(({ kind, form, level, effectiveFrom, source }) => [
        code(kind),
        form ?? '',
        String(level ?? ''),
        effectiveFrom,
        source,
      ]),
    ),
    '## What a refusal rests on',
    table(
      ['Reason', 'Source'],
      Object.entries(REFUSAL_ARTICLES).map(([reason, article]) => [code(reason), article]),
    ),
    '## Days off and days made up',
    'Monday to Friday are working days, save for these; what an administrator enters has the last word.',
    table(
      ['Date', 'Kind', 'Source', 'Confirmed'],
      STATUTORY_DAYS.map(({ date, kind, source, confirmed }) => [
        date,
        kind === 'off' ? 'off' : 'make-up day',
        source,
        confirmed ? 'yes' : 'no',
      ]),
    ),
  ]);
}

const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A table of tables is a row for each of them. */
function parts(value: unknown): readonly (readonly [string, unknown])[] {
  if (!isTable(value)) return [['', value]];
  const entries = Object.entries(value);
  return entries.every(([, each]) => typeof each === 'object')
    ? entries.map(([part, each]) => [code(part), each])
    : [['', value]];
}

/** A value on one line. */
function written(value: unknown, rule = ''): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : codes(value.map(String));
  if (isTable(value)) {
    const entries = Object.entries(value);
    return entries.map(([name, each]) => `${code(name)}: ${written(each, rule)}`).join('; ');
  }
  if (typeof value === 'number' && rule.endsWith('_MS')) return `${value / HOUR_MS} hours`;
  if (typeof value === 'string') return code(value);
  return value === undefined ? 'none' : JSON.stringify(value);
}
