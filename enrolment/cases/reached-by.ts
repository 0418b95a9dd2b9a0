import { isChild } from '../../accounts/contact.ts';
import type { CaseSummary } from './case-summary.ts';

/**
 * How the applicant is reached once there is an account: a child through the guardian, whatever else is written (D69,
 * Arts. 10 and 11); a citizen has a phone; who is represented, a foreigner and an organisation have this or a mail box.
 * Codes go the same way (`contactOf()` of accounts). Pure.
 */
export function reachedBy(
  { guardian, person }: Pick<CaseSummary, 'guardian' | 'person'>,
  today: string,
): 'guardian' | 'phone' | 'phone_or_email' {
  if (person === undefined) return 'phone_or_email';
  const { subject: subjectType, birthdate } = person;
  if (isChild({ subjectType, birthdate }, today)) return 'guardian';
  return subjectType === 'citizen' && guardian === undefined ? 'phone' : 'phone_or_email';
}
