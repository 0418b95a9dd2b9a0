import { ageOn } from '../accounts/age.ts';
import { needsGuardian } from '../accounts/contact.ts';
import { ruleInForce, type LegalRule } from '../accounts/legal-rules.ts';
import { REFUSAL_ARTICLES } from './refusal-articles.ts';
import type { Refusal } from './cases/case-view.ts';
import type { RefusalReason } from './cases/vocabulary.ts';
import type { RegisteredCitizen, RegisteredDocument, RegisteredForeigner } from './registers.ts';
import { daysBetween } from './working-days.ts';

/** What entitles a foreigner: one of these is enough. */
type Residence = 'residence_card' | 'lawful_stay' | 'long_term_visa';

export interface EligibilityRule {
  /** Under it there is no level 2, on demand neither. */
  readonly level2FromAge: number;
  readonly foreignersNeedOneOf: readonly Residence[];
  /** How long a lawful stay has to have lasted, where one is enough. */
  readonly stayDays: number | undefined;
}

const AS_ISSUED = {
  effectiveFrom: '2024-07-01',
  source: 'D69, Art. 7',
  value: { level2FromAge: 6, foreignersNeedOneOf: ['residence_card'], stayDays: undefined },
} as const;

/** What is law as far as it could be read. */
export const ELIGIBILITY: LegalRule<EligibilityRule> = [AS_ISSUED];

/**
 * The same with what the drafts of D320 (October and December 2025) widen for foreigners. The signed text was not
 * seen, so an operator who has read it switches it on.
 */
export const ELIGIBILITY_AS_DRAFTED: LegalRule<EligibilityRule> = [
  AS_ISSUED,
  {
    effectiveFrom: '2026-09-28',
    source: 'D320, drafts of October and December 2025 only; the final text was not seen',
    value: {
      ...AS_ISSUED.value,
      foreignersNeedOneOf: ['residence_card', 'lawful_stay', 'long_term_visa'],
      stayDays: 90,
    },
  },
];

export interface EligibilityQuestion {
  readonly level: 1 | 2;
  readonly today: string;
  readonly rules: LegalRule<EligibilityRule>;
}

export type EligibilityAnswer =
  /** `needsGuardian`: not without the guardian. */
  | { readonly kind: 'eligible'; readonly needsGuardian: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** `cardToCome`: the card is applied for together with the account, so none is needed yet. */
export function citizenEligibility(
  citizen: Pick<RegisteredCitizen, 'alive' | 'birthdate' | 'card'>,
  question: EligibilityQuestion & { readonly cardToCome: boolean },
): EligibilityAnswer {
  if (!citizen.alive) return refused('deceased');
  const { card } = citizen;
  if (!question.cardToCome) {
    if (card === undefined) return refused('no_card_issued');
    if (card.status !== 'valid') return refused('card_revoked_or_retained');
    if (card.expiry < question.today) return refused('card_expired');
  }
  return byAge(citizen.birthdate, question);
}

export function foreignerEligibility(
  foreigner: Pick<
    RegisteredForeigner,
    'alive' | 'birthdate' | 'passport' | 'residencePermit' | 'stayingSince' | 'longTermVisaUntil'
  >,
  question: EligibilityQuestion,
): EligibilityAnswer {
  if (!foreigner.alive) return refused('deceased');
  if (!isValid(foreigner.passport, question.today)) return refused('passport_expired');
  const rule = ruleInForce(question.rules, question.today);
  if (!rule.foreignersNeedOneOf.some((way) => resides(foreigner, way, rule, question.today))) {
    const had = foreigner.residencePermit !== undefined;
    return refused(had ? 'residence_expired' : 'no_residence_card');
  }
  return byAge(foreigner.birthdate, question);
}

function byAge(birthdate: string, question: EligibilityQuestion): EligibilityAnswer {
  const { level2FromAge } = ruleInForce(question.rules, question.today);
  if (question.level === 2 && ageOn(birthdate, question.today) < level2FromAge) {
    return refused('under_6_never_level_2');
  }
  return { kind: 'eligible', needsGuardian: needsGuardian(birthdate, question.today) };
}

function resides(
  foreigner: Pick<RegisteredForeigner, 'residencePermit' | 'stayingSince' | 'longTermVisaUntil'>,
  way: Residence,
  { stayDays }: EligibilityRule,
  today: string,
): boolean {
  const { residencePermit, stayingSince, longTermVisaUntil } = foreigner;
  switch (way) {
    case 'residence_card':
      return residencePermit !== undefined && isValid(residencePermit, today);
    case 'lawful_stay':
      return (
        stayingSince !== undefined &&
        stayDays !== undefined &&
        daysBetween(stayingSince, today) >= stayDays
      );
    case 'long_term_visa':
      return longTermVisaUntil !== undefined && longTermVisaUntil >= today;
    default:
      return way satisfies never;
  }
}

/** The expiry is itself the last valid day. */
function isValid({ status, expiry }: RegisteredDocument, today: string): boolean {
  return status === 'valid' && expiry >= today;
}

function refused(reason: RefusalReason): EligibilityAnswer {
  return { kind: 'refused', refusal: refusalFor(reason) };
}

/** With the article it rests on. */
export function refusalFor(reason: RefusalReason, explanation?: string): Refusal {
  return { reason, article: REFUSAL_ARTICLES[reason], explanation };
}
