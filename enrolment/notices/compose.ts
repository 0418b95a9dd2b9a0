import type { MessageLocale } from '../../accounts/messages.ts';
import type { Contact } from '../../accounts/contact.ts';
import type { Notice } from '../notice.ts';
import { NOTICE_CATALOGUE } from './catalogue.ts';
import type { NoticeFacts, NoticeKind, NoticeText } from './kinds.ts';

/** What goes out; `subject` is for mails. */
export interface ComposedNotice {
  readonly subject: string;
  readonly text: string;
}

/** What a message can hold that is kept nowhere (`Fleeting`), whichever kind it belongs to. */
interface AnyFleeting {
  readonly activationCode?: string | undefined;
  readonly cancelLink?: string | undefined;
}

/** Names of the facts a notice in the register never has. */
export const FLEETING_FACTS: readonly string[] = ['activationCode', 'cancelLink'];

interface Frame {
  readonly code: (code: string) => string;
  readonly link: (link: string) => string;
  readonly closing: string;
}

const FRAMES: Readonly<Record<MessageLocale, Frame>> = {
  vi: {
    code: (code) => `Mã kích hoạt: ${code}. Không chia sẻ mã này cho bất kỳ ai.`,
    link: (link) =>
      `Nếu bạn không yêu cầu việc này, hãy mở liên kết sau để dừng lại và bảo vệ tài khoản:\n${link}`,
    closing:
      'SenID không bao giờ hỏi mật khẩu, mã xác thực hay mã kích hoạt của bạn qua thư hoặc điện thoại.',
  },
  en: {
    code: (code) => `Activation code: ${code}. Never share it with anyone.`,
    link: (link) =>
      `If you did not ask for this, open this link to stop it and secure your account:\n${link}`,
    closing:
      'SenID never asks for your password, verification code or activation code by email or phone.',
  },
};

/** One notice as it goes to one channel. */
export function composeNotice<Kind extends NoticeKind>(
  kind: Kind,
  facts: NoticeFacts<Kind>,
  { channel, locale }: { readonly channel: Contact['channel']; readonly locale: MessageLocale },
): ComposedNotice {
  const { title, sms, body } = textOf(kind, locale);
  const { activationCode, cancelLink } = facts as AnyFleeting;
  const frame = FRAMES[locale];
  const code = activationCode === undefined ? [] : [frame.code(activationCode)];
  if (channel === 'sms') return { subject: title, text: [sms(facts), ...code].join(' ') };
  const link = cancelLink === undefined ? [] : [frame.link(cancelLink)];
  return { subject: title, text: [body(facts), ...code, ...link, frame.closing].join('\n\n') };
}

/** As it stands on the page of the account or the case; undefined when this program does not know the kind. */
export function noticeOnPage(
  { kind, parameters }: Pick<Notice, 'kind' | 'parameters'>,
  locale: MessageLocale,
): { readonly title: string; readonly body: string } | undefined {
  if (!Object.hasOwn(NOTICE_CATALOGUE[locale], kind)) return undefined;
  const { title, body } = textOf(kind as NoticeKind, locale);
  return { title, body: body(parameters) };
}

/**
 * A kind has the texts of its own facts: `noticeWrites()` saw to that when they were written, so whoever reads them
 * back need not look again.
 */
function textOf(kind: NoticeKind, locale: MessageLocale) {
  return NOTICE_CATALOGUE[locale][kind] as unknown as AnyText;
}

interface AnyText extends Pick<NoticeText<NoticeKind>, 'title'> {
  readonly sms: (facts: object) => string;
  readonly body: (facts: object) => string;
}
