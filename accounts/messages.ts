import type { Contact } from './contact.ts';

export type MessageLocale = 'vi' | 'en';

/** What a person can be told. No text holds a link or anything about the account (Circular 50/2024, domain 3.3). */
export type MessageContent = {
  readonly kind: 'one_time_code';
  readonly code: string;
  readonly validMinutes: number;
};

export interface Message extends Contact {
  /** Of mails; an SMS has none. */
  readonly subject: string | undefined;
  readonly text: string;
}

/** The way out: an SMS gateway, a mail server, the sandbox's outbox. Rejects when the message was not handed over. */
export interface MessageSender {
  send(message: Message): Promise<void>;
}

interface MessageText {
  readonly subject: string;
  readonly text: string;
}

const texts: Readonly<Record<MessageLocale, (content: MessageContent) => MessageText>> = {
  vi: ({ code, validMinutes }) => ({
    subject: 'Mã xác thực SenID',
    text: `SenID: mã xác thực của bạn là ${code}, có hiệu lực trong ${validMinutes} phút. Không chia sẻ mã này cho bất kỳ ai, kể cả người tự xưng là cán bộ.`,
  }),
  en: ({ code, validMinutes }) => ({
    subject: 'SenID verification code',
    text: `SenID: your verification code is ${code}, valid for ${validMinutes} minutes. Never share it with anyone, even someone who claims to be an official.`,
  }),
};

export function composeMessage(
  { channel, destination }: Contact,
  content: MessageContent,
  locale: MessageLocale,
): Message {
  const { subject, text } = texts[locale](content);
  return { channel, destination, subject: channel === 'email' ? subject : undefined, text };
}
