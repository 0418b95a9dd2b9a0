import { SenidError } from '../errors.ts';
import type { DocumentType, LockGround, SubjectType } from './account.ts';

/** One wording of a rule of law. It ends where the next one of the same rule begins. */
export interface RuleVersion<Value> {
  /** `YYYY-MM-DD`, the first day in force in Viet Nam. */
  readonly effectiveFrom: string;
  readonly source: string;
  readonly value: Value;
}

/** Oldest first. */
export type LegalRule<Value> = readonly RuleVersion<Value>[];

export class NoRuleInForce extends SenidError {
  readonly code = 'no_rule_in_force';
}

/** Throws `NoRuleInForce` for a day before the oldest version. */
export function ruleInForce<Value>(rule: LegalRule<Value>, date: string): Value {
  const version = rule.findLast(({ effectiveFrom }) => effectiveFrom <= date);
  if (version === undefined) throw new NoRuleInForce(`nothing is known of the law on ${date}`);
  return version.value;
}

/** Under it, the guardian uses the account on the child's behalf. */
export const AGE_OF_OWN_USE: LegalRule<number> = [
  { effectiveFrom: '2024-07-01', source: 'D69, Art. 14(2)', value: 14 },
];

/** Under it the guardian declares and attends, and what is sent to the holder goes to the guardian's registered number. */
export const AGE_OF_OWN_PHONE: LegalRule<number> = [
  { effectiveFrom: '2024-07-01', source: 'D69, Arts. 10 and 11', value: 14 },
];

/** Documents whose expiry ends the use of an account: the earliest one counts. */
export const ENDING_DOCUMENTS: LegalRule<Readonly<Record<SubjectType, readonly DocumentType[]>>> = [
  {
    effectiveFrom: '2024-07-01',
    source: 'D69, Art. 15(1) and 15(2)',
    value: {
      citizen: ['identity_card'],
      foreigner: ['passport', 'residence_card'],
      undetermined_nationality: [],
      organisation: [],
    },
  },
];

/** Grounds of a lock, the gravest first: the order in which the holder is told. */
export const LOCK_GROUNDS: LegalRule<readonly LockGround[]> = [
  {
    effectiveFrom: '2024-07-01',
    source: 'LoID, Art. 34(1); D69, Art. 15',
    value: [
      'death',
      'number_cancelled',
      'authority_request',
      'card_revoked_or_retained',
      'terms_breached',
      'own_request',
    ],
  },
];
