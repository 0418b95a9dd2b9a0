import type { Account } from '../../accounts/account.ts';
import { isChild, type Contact } from '../../accounts/contact.ts';
import { messageLocaleOf, type MessageLocale } from '../../accounts/messages.ts';

type Reachable = Pick<Account, 'phone' | 'email' | 'subjectType' | 'locale'>;

export interface Reached {
  /** All the person has: a notice takes every way there is. */
  readonly contacts: readonly Contact[];
  readonly locale: MessageLocale;
}

/**
 * Who is told about an account, and where: the guardian of a child (D69, Arts. 10 and 11), and of whoever has neither a
 * phone nor a mail address of their own.
 */
export function reachedFor(
  account: Reachable & Pick<Account, 'birthdate'>,
  guardian: Reachable | undefined,
  today: string,
): Reached {
  const own = contactsOf(account);
  const tellsGuardian = isChild(account, today) || (own.length === 0 && guardian !== undefined);
  if (!tellsGuardian) return { contacts: own, locale: messageLocaleOf(account) };
  return {
    contacts: guardian === undefined ? [] : contactsOf(guardian),
    locale: messageLocaleOf(guardian ?? account),
  };
}

export function contactsOf({ phone, email }: Pick<Reachable, 'phone' | 'email'>): Contact[] {
  const contacts: Contact[] = [];
  if (phone !== undefined) contacts.push({ channel: 'sms', destination: phone });
  if (email !== undefined) contacts.push({ channel: 'email', destination: email });
  return contacts;
}
