import { ageOn } from '../../accounts/age.ts';
import { ruleInForce, type LegalRule } from '../../accounts/legal-rules.ts';
import type { BirthdayAge } from '../notices/kinds.ts';
import { noticeWrites } from '../notices/notice-writes.ts';
import { contactsOf } from '../notices/recipients.ts';
import {
  accountChange,
  endGuardianship,
  wardAfter,
  type EndReason,
} from '../register-events/end-guardianship.ts';
import { endsByAge } from '../register-events/guardian-consequence.ts';
import type { Tie } from '../register-events/known-person.ts';
import type { RegisterWrite } from '../register-writes.ts';

/** Birthdays on which it changes what an account, or who acts for it, may do. */
const AGES_THAT_CHANGE: LegalRule<readonly BirthdayAge[]> = [
  {
    effectiveFrom: '2024-07-01',
    source:
      'D69, Arts. 7 (6: level 2) and 14(2) (14: own use); Law on Children, Art. 1 (16); Civil Code, Art. 20 (18)',
    value: [6, 14, 16, 18],
  },
  {
    effectiveFrom: '2026-01-01',
    source: 'as before; PDPL, Art. 24 (7: both consents)',
    value: [6, 7, 14, 16, 18],
  },
];

export interface Days {
  /** The last day whose birthdays are done, and the day they are done up to. */
  readonly done: string;
  readonly day: string;
  readonly now: number;
}

/** Why a guardianship is over by `day`; undefined while it is not. Pure. */
export function endOf({ guardianship, ward }: Tie, day: string): EndReason | undefined {
  const { basis, untilDate } = guardianship;
  if (endsByAge(ward, basis, day)) return 'age';
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
          // Whoever was acting for them may not go on.
          { kind: 'signed_out', accountId: tie.ward.id, at: days.now } as const,
        ]),
  ];
}

/** Once for the ward, however many guardians: holder and this guardian are told, the highest age where days were missed. */
function toldOfAge({ ward, guardian }: Tie, { done, day, now }: Days): readonly RegisterWrite[] {
  if (ward.subjectType === 'organisation') return [];
  const [before, after] = [ageOn(ward.birthdate, done), ageOn(ward.birthdate, day)];
  const age = ruleInForce(AGES_THAT_CHANGE, day).findLast((each) => before < each && each <= after);
  if (age === undefined) return [];
  return noticeWrites(
    'age_reached',
    { age },
    { account: ward, guardian, contacts: contactsOf(guardian), now, once: String(age) },
  );
}
