import { ageOn } from '../../accounts/age.ts';
import {
  CHILD_ASSENT,
  endsByAge,
  GUARDIANSHIP,
  mayActFor,
} from '../../accounts/guardianship-rules.ts';
import { AGE_OF_OWN_USE, ruleInForce } from '../../accounts/legal-rules.ts';
import { ELIGIBILITY } from '../eligibility.ts';
import { BIRTHDAY_AGES, type BirthdayAge } from '../notices/kinds.ts';
import { noticeWrites } from '../notices/notice-writes.ts';
import { contactsOf } from '../notices/recipients.ts';
import {
  accountChange,
  endGuardianship,
  wardAfter,
  type EndReason,
} from '../register-events/end-guardianship.ts';
import type { Tie } from '../register-events/known-person.ts';
import type { RegisterWrite } from '../register-writes.ts';

/** Birthdays on which it changes what an account, or who acts for it, may do: each by a rule of its own. */
export function agesThatChange(day: string): readonly BirthdayAge[] {
  const { fromAge, belowAge } = ruleInForce(CHILD_ASSENT, day);
  const ages = new Set([
    ruleInForce(ELIGIBILITY, day).level2FromAge,
    fromAge,
    ruleInForce(AGE_OF_OWN_USE, day),
    belowAge,
    ...Object.values(ruleInForce(GUARDIANSHIP, day)).map(({ endsAtAge }) => endsAtAge),
  ]);
  return BIRTHDAY_AGES.filter((age) => ages.has(age));
}

export interface Days {
  /** The last day whose birthdays are done, and the day they are done up to. */
  readonly done: string;
  readonly day: string;
  readonly now: number;
}

/** Why a guardianship is over by `day`; undefined while it is not. Pure. */
export function endOf({ guardianship, ward }: Tie, day: string): EndReason | undefined {
  const { untilDate } = guardianship;
  if (endsByAge(guardianship, ward, day)) return 'age';
  return untilDate !== undefined && untilDate < day ? 'term' : undefined;
}

/** What becomes of one guardianship in the days after `done`. Pure. */
export function birthdayWrites(tie: Tie, days: Days): readonly RegisterWrite[] {
  const reason = endOf(tie, days.day);
  const next = { ...tie, nextGuardian: reason === 'age' ? undefined : tie.nextGuardian };
  return [
    ...toldOfAge(tie, days),
    ...(reason === undefined
      ? []
      : [
          ...endGuardianship(next, { reason }, days.now),
          ...accountChange(tie.ward, wardAfter(next)),
        ]),
    ...(reason === undefined && actedUntilNow(tie, days)
      ? [{ kind: 'acting_ended', guardianship: tie.guardianship, at: days.now } as const]
      : []),
  ];
}

/** A child's own use begins, and with it the acting ends, though not the guardianship (D69, Art. 14(2)). */
function actedUntilNow({ guardianship, ward, guardian }: Tie, { done, day }: Days): boolean {
  const may = (date: string) => mayActFor(guardianship, { ward, actor: guardian }, date);
  const { fromDate } = guardianship;
  // It may have begun after the last day that was done.
  return may(fromDate > done ? fromDate : done) && !may(day);
}

/** Once for the ward, however many guardians: holder and this guardian are told, the highest age where days were missed. */
function toldOfAge({ ward, guardian }: Tie, { done, day, now }: Days): readonly RegisterWrite[] {
  if (ward.subjectType === 'organisation') return [];
  const [before, after] = [ageOn(ward.birthdate, done), ageOn(ward.birthdate, day)];
  const age = agesThatChange(day).findLast((each) => before < each && each <= after);
  if (age === undefined) return [];
  return noticeWrites(
    'age_reached',
    { age },
    { account: ward, guardian, contacts: contactsOf(guardian), now, once: String(age) },
  );
}
