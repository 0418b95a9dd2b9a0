import type { Account } from './account.ts';
import { ageOn } from './age.ts';
import { AGE_OF_OWN_PHONE, ruleInForce } from './legal-rules.ts';

/** Where the holder is reached. */
export interface Contact {
  readonly channel: 'sms' | 'email';
  /** Phone number in E.164, or mail address. */
  readonly destination: string;
}

type Reachable = Pick<Account, 'phone' | 'email'>;

/** Whether the guardian declares and attends for who is born on this day, and is reached (D69, Arts. 10 and 11). */
export function needsGuardian(birthdate: string, today: string): boolean {
  return ageOn(birthdate, today) < ruleInForce(AGE_OF_OWN_PHONE, today);
}

/** The same of an account: an organisation of whatever age is no child. */
export function isChild(
  { subjectType, birthdate }: Pick<Account, 'subjectType' | 'birthdate'>,
  today: string,
): boolean {
  return subjectType !== 'organisation' && needsGuardian(birthdate, today);
}

/** For a child it is the guardian who is reached; undefined when nobody can be. */
export function contactOf(
  account: Reachable & Pick<Account, 'subjectType' | 'birthdate'>,
  guardian: Reachable | undefined,
  today: string,
): Contact | undefined {
  const reached = isChild(account, today) ? guardian : account;
  if (reached?.phone !== undefined) return { channel: 'sms', destination: reached.phone };
  if (reached?.email !== undefined) return { channel: 'email', destination: reached.email };
  return undefined;
}

/** Enough to recognise one's own, too little to learn somebody else's: last three digits, or first letter and domain. */
export function maskedDestination({ channel, destination }: Contact): string {
  if (channel === 'sms') return `•••••••${destination.slice(-3)}`;
  const [first = ''] = destination;
  return `${first}•••${destination.slice(destination.lastIndexOf('@'))}`;
}

/**
 * One name for all spellings of one phone or mail box, for counting what is sent there: a mail address is any number of
 * addresses of the same box by what follows a plus sign. Pure.
 */
export function countedAs(destination: string): string {
  const at = destination.lastIndexOf('@');
  if (at < 0) return destination;
  const [box = ''] = destination.slice(0, at).split('+');
  return `${box}${destination.slice(at)}`.toLowerCase();
}
