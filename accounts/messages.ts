import type { Account } from './account.ts';
import type { Contact } from './contact.ts';

export type MessageLocale = 'vi' | 'en';

/**
 * What is sent the moment somebody waits for it; what happened to an account is a notice (`enrolment/notices/`). No text
 * holds a link or anything about the account (Circular 50/2024, domain 3.3).
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

interface MessageText {
  readonly subject: string;
  readonly text: string;
}

const codeTexts: Readonly<Record<MessageLocale, (code: string, minutes: number) => MessageText>> = {
  vi: (code, minutes) => ({
    subject: 'Mã xác thực SenID',
    text: `SenID: mã xác thực của bạn là ${code}, có hiệu lực trong ${minutes} phút. Không chia sẻ mã này cho bất kỳ ai, kể cả người tự xưng là cán bộ.`,
  }),
  en: (code, minutes) => ({
    subject: 'SenID verification code',
    text: `SenID: your verification code is ${code}, valid for ${minutes} minutes. Never share it with anyone, even someone who claims to be an official.`,
  }),
};

const approvalTexts: Readonly<Record<MessageLocale, MessageText>> = {
  vi: {
    subject: 'Có yêu cầu chờ bạn xác nhận',
    text: 'SenID: có một yêu cầu đang chờ bạn xác nhận. Hãy tự mở trang SenID và chọn “Yêu cầu chờ xác nhận”. Nếu bạn không nhờ dịch vụ nào gửi yêu cầu, hãy từ chối.',
  },
  en: {
    subject: 'A request waits for your approval',
    text: 'SenID: a request is waiting for your approval. Open SenID yourself and choose “Requests to approve”. If you asked no service for it, decline.',
  },
};

export function composeMessage(
  { channel, destination }: Contact,
  content: MessageContent,
  locale: MessageLocale,
): Message {
  const { subject, text } = textOf(content, locale);
  return { channel, destination, subject: channel === 'email' ? subject : undefined, text };
}

function textOf(content: MessageContent, locale: MessageLocale): MessageText {
  switch (content.kind) {
    case 'one_time_code':
      return codeTexts[locale](content.code, content.validMinutes);
    case 'approval_waiting':
      return approvalTexts[locale];
    default:
      return content satisfies never;
  }
}

/** Until people say which language they want to be told in. */
export function messageLocaleOf({ subjectType }: Pick<Account, 'subjectType'>): MessageLocale {
  return subjectType === 'foreigner' ? 'en' : 'vi';
}
