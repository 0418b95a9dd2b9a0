import type { Account } from './account.ts';
import type { Contact } from './contact.ts';

export type MessageLocale = 'vi' | 'en';

/**
 * What is sent the moment somebody waits for it; what happened to an account is a notice. The words of both stand in one
 * catalogue (`enrolment/notices/`). No text holds a link or anything about the account (Circular 50/2024, domain 3.3).
 */
export type MessageContent =
  | { readonly kind: 'one_time_code'; readonly code: string; readonly validMinutes: number }
  /** Who asks is not said: a service chooses its name, and a message is no place to judge it. */
  | { readonly kind: 'approval_waiting' };

export interface Message extends Contact {
  /** Handed over twice under one id it is sent once. Without one, every handing over is a message of its own. */
  readonly id?: string | undefined;
  /** Of mails; an SMS has none. */
  readonly subject: string | undefined;
  readonly text: string;
}

/** The way out: an SMS gateway, a mail server, the sandbox's outbox. Rejects when the message was not handed over. */
export interface MessageSender {
  send(message: Message): Promise<void>;
}

/** Says it in words of the catalogue (`enrolment/notices/`), and hands it over. Rejects as a `MessageSender` does. */
export interface Messenger {
  send(contact: Contact, content: MessageContent, locale: MessageLocale): Promise<void>;
}

/** The language a person chose; until they do, the one most of their kind read. */
export function messageLocaleOf({
  subjectType,
  locale,
}: Pick<Account, 'subjectType' | 'locale'>): MessageLocale {
  return locale ?? (subjectType === 'foreigner' ? 'en' : 'vi');
}
