import type { Account, AccountLevel, SubjectType } from './account.ts';
import { ageOn } from './age.ts';
import type { Guardianship, GuardianshipBasis } from './guardianship.ts';
import { AGE_OF_OWN_USE, ruleInForce, type LegalRule } from './legal-rules.ts';

/** For whom a basis lets somebody act, and until when. Ages in full years. */
interface GuardianshipRule {
  readonly subjectTypes: readonly SubjectType[];
  readonly fromAge: number;
  /** A child's own use (`AGE_OF_OWN_USE`) ends the acting, though not yet the guardianship. */
  readonly untilOwnUse: boolean;
  /** The birthday that ends the guardianship itself; undefined: age does not. */
  readonly endsAtAge: number | undefined;
  /** One that began when the ward was of that age already is not ended by age: an adult who lacks capacity. */
  readonly alsoAdults: boolean;
  /** The least level of the account of who acts. */
  readonly actorLevel: AccountLevel;
}

const PEOPLE = ['citizen', 'foreigner', 'undetermined_nationality'] as const;
const OF_A_MINOR = { subjectTypes: PEOPLE, fromAge: 0, endsAtAge: 18, actorLevel: 2 } as const;
const WHATEVER_AGE = {
  untilOwnUse: false,
  endsAtAge: undefined,
  alsoAdults: true,
  actorLevel: 2,
} as const;

/** Who may act for whom, and which birthday ends it. */
export const GUARDIANSHIP: LegalRule<Readonly<Record<GuardianshipBasis, GuardianshipRule>>> = [
  {
    effectiveFrom: '2024-07-01',
    source: 'D69, Arts. 10, 11, 12 and 14(2); Civil Code 2015, Arts. 20, 46, 47 and 62(1)(a)',
    value: {
      parent: { ...OF_A_MINOR, untilOwnUse: true, alsoAdults: false },
      appointed_guardian: { ...OF_A_MINOR, untilOwnUse: false, alsoAdults: true },
      represented_adult: { ...WHATEVER_AGE, subjectTypes: PEOPLE, fromAge: 18 },
      legal_representative_of_organisation: {
        ...WHATEVER_AGE,
        subjectTypes: ['organisation'],
        fromAge: 0,
      },
    },
  },
];

/** Between these ages a child says yes as well, beside the representative, before anything about the child is shared. */
export const CHILD_ASSENT: LegalRule<{ readonly fromAge: number; readonly belowAge: number }> = [
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
  guardianship: Guardianship,
  { ward, actor }: { readonly ward: Ward; readonly actor: Pick<Account, 'level' | 'subjectType'> },
  today: string,
): boolean {
  const { basis, fromDate, untilDate, endedAt } = guardianship;
  if (endedAt !== undefined || today < fromDate) return false;
  if (untilDate !== undefined && untilDate < today) return false;
  const rule = ruleInForce(GUARDIANSHIP, today)[basis];
  if (actor.subjectType === 'organisation' || actor.level < rule.actorLevel) return false;
  if (!rule.subjectTypes.includes(ward.subjectType)) return false;
  if (ward.subjectType === 'organisation') return true;
  if (endsByAge(guardianship, ward, today)) return false;
  const age = ageOn(ward.birthdate, today);
  return age >= rule.fromAge && !(rule.untilOwnUse && age >= ruleInForce(AGE_OF_OWN_USE, today));
}

/** Whether an account of this level lets its holder act for anybody. */
export function mayActAtAll({ level }: Pick<Account, 'level'>, today: string): boolean {
  const rules = Object.values(ruleInForce(GUARDIANSHIP, today));
  return rules.some(({ actorLevel }) => level >= actorLevel);
}

/** Whether the ward has come of the age that ends a guardianship of this basis, which began on this day. */
export function endsByAge(
  { basis, fromDate }: Pick<Guardianship, 'basis' | 'fromDate'>,
  { subjectType, birthdate }: Ward,
  today: string,
): boolean {
  const { endsAtAge, alsoAdults } = ruleInForce(GUARDIANSHIP, today)[basis];
  if (endsAtAge === undefined || subjectType === 'organisation') return false;
  if (alsoAdults && ageOn(birthdate, fromDate) >= endsAtAge) return false;
  return ageOn(birthdate, today) >= endsAtAge;
}

/** Whether what is shared about this person, when somebody else acts for them, needs their own yes too. */
export function needsAssent({ subjectType, birthdate }: Ward, today: string): boolean {
  if (subjectType === 'organisation') return false;
  const { fromAge, belowAge } = ruleInForce(CHILD_ASSENT, today);
  const age = ageOn(birthdate, today);
  return age >= fromAge && age < belowAge;
}
