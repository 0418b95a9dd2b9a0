import type { Account, AccountLevel, SubjectType } from './account.ts';
import { ageOn } from './age.ts';
import type { Guardianship, GuardianshipBasis } from './guardianship.ts';
import { ruleInForce, type LegalRule } from './legal-rules.ts';

/** For whom a basis lets somebody act. Ages in full years: from the first on, until the day of the second. */
interface ActingRule {
  readonly subjectTypes: readonly SubjectType[];
  readonly fromAge: number;
  readonly belowAge: number;
  /** The least level of the account of who acts. */
  readonly actorLevel: AccountLevel;
}

const PEOPLE = ['citizen', 'foreigner', 'undetermined_nationality'] as const;
const ANY_AGE = { fromAge: 0, belowAge: Number.POSITIVE_INFINITY };

/** Who may act for whom. A child's own use begins at 14, and that of the parents ends there (`AGE_OF_OWN_USE`). */
const MAY_ACT: LegalRule<Readonly<Record<GuardianshipBasis, ActingRule>>> = [
  {
    effectiveFrom: '2024-07-01',
    source: 'D69, Arts. 10, 11, 12 and 14(2)',
    value: {
      parent: { subjectTypes: PEOPLE, fromAge: 0, belowAge: 14, actorLevel: 2 },
      appointed_guardian: { subjectTypes: PEOPLE, ...ANY_AGE, actorLevel: 2 },
      represented_adult: { subjectTypes: PEOPLE, fromAge: 18, belowAge: 200, actorLevel: 2 },
      legal_representative_of_organisation: {
        subjectTypes: ['organisation'],
        ...ANY_AGE,
        actorLevel: 2,
      },
    },
  },
];

/** Between these ages a child says yes as well, beside the representative, before anything about the child is shared. */
const CHILD_ASSENT: LegalRule<{ readonly fromAge: number; readonly belowAge: number }> = [
  {
    effectiveFrom: '2023-07-01',
    source: 'D13/2023, Art. 20(2); Law on Children, Art. 1',
    value: { fromAge: 7, belowAge: 16 },
  },
  {
    effectiveFrom: '2026-01-01',
    source: 'PDPL, Art. 24; Law on Children, Art. 1',
    value: { fromAge: 7, belowAge: 16 },
  },
];

type Ward = Pick<Account, 'subjectType' | 'birthdate'>;

/** Whether this guardianship lets its guardian act today. Nothing but the two people, the paper and the day count. */
export function mayActFor(
  { basis, fromDate, untilDate, endedAt }: Guardianship,
  { ward, actor }: { readonly ward: Ward; readonly actor: Pick<Account, 'level' | 'subjectType'> },
  today: string,
): boolean {
  if (endedAt !== undefined || today < fromDate) return false;
  if (untilDate !== undefined && untilDate < today) return false;
  const rule = ruleInForce(MAY_ACT, today)[basis];
  if (actor.subjectType === 'organisation' || actor.level < rule.actorLevel) return false;
  if (!rule.subjectTypes.includes(ward.subjectType)) return false;
  if (ward.subjectType === 'organisation') return true;
  const age = ageOn(ward.birthdate, today);
  return age >= rule.fromAge && age < rule.belowAge;
}

/** Whether what is shared about this person, when somebody else acts for them, needs their own yes too. */
export function needsAssent({ subjectType, birthdate }: Ward, today: string): boolean {
  if (subjectType === 'organisation') return false;
  const { fromAge, belowAge } = ruleInForce(CHILD_ASSENT, today);
  const age = ageOn(birthdate, today);
  return age >= fromAge && age < belowAge;
}
