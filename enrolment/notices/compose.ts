import type { MessageLocale } from '../../accounts/messages.ts';
import type { Contact } from '../../accounts/contact.ts';
import type { Notice } from '../notice.ts';
import { CATALOGUE } from './catalogue.ts';
import type { NoticeFacts, NoticeKind, NoticeText } from './kinds.ts';
import { inShortAlphabet } from './short-alphabet.ts';

/** What goes out; `subject` is for mails. */
export interface ComposedNotice {
  readonly subject: string;
  readonly text: string;
}

/** What a message can hold that is kept nowhere (`Fleeting`), whichever kind it belongs to. */
interface AnyFleeting {
  readonly activationCode?: string | undefined;
  readonly alarmCode?: string | undefined;
  readonly notMeLink?: string | undefined;
}

/** Names of the facts a notice in the register never has. */
export const FLEETING_FACTS: readonly string[] = ['activationCode', 'alarmCode', 'notMeLink'];

interface Frame {
  readonly activation: (code: string) => string;
  readonly alarmInText: (code: string) => string;
  readonly alarmInMail: (code: string, link: string) => string;
  readonly closing: string;
}

const FRAMES: Readonly<Record<MessageLocale, Frame>> = {
  vi: {
    activation: (code) => `Mã kích hoạt: ${code}. Không chia sẻ mã này cho bất kỳ ai.`,
    alarmInText: (code) => `Không phải bạn? Tự mở SenID, chọn “Không phải tôi”, nhập mã ${code}.`,
    alarmInMail: (code, link) =>
      `Nếu không phải bạn, hãy mở trang “Không phải tôi” và nhập mã ${code} để dừng lại và bảo vệ tài khoản. Bạn không cần đăng nhập.\n${link}`,
    closing:
      'SenID không bao giờ hỏi mật khẩu, mã xác thực hay mã kích hoạt của bạn qua thư hoặc điện thoại.',
  },
  en: {
    activation: (code) => `Activation code: ${code}. Never share it with anyone.`,
    alarmInText: (code) =>
      `Not you? Open SenID yourself, choose It wasn't me, and enter the code ${code}.`,
    alarmInMail: (code, link) =>
      `If this was not you, open the page “It wasn’t me” and enter the code ${code} to stop it and secure your account. You need not log in.\n${link}`,
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
  const { activationCode, alarmCode, notMeLink = '' } = facts as AnyFleeting;
  const frame = FRAMES[locale];
  const code = activationCode === undefined ? [] : [frame.activation(activationCode)];
  if (channel === 'sms') {
    const alarm = alarmCode === undefined ? [] : [frame.alarmInText(alarmCode)];
    return { subject: title, text: inShortAlphabet([sms(facts), ...code, ...alarm].join(' ')) };
  }
  const alarm = alarmCode === undefined ? [] : [frame.alarmInMail(alarmCode, notMeLink).trim()];
  return { subject: title, text: [body(facts), ...code, ...alarm, frame.closing].join('\n\n') };
}

/** As it stands on the page of the account or the case; undefined when this program does not know the kind. */
export function noticeOnPage(
  { kind, parameters }: Pick<Notice, 'kind' | 'parameters'>,
  locale: MessageLocale,
): { readonly title: string; readonly body: string } | undefined {
  if (!Object.hasOwn(CATALOGUE[locale].notices, kind)) return undefined;
  const { title, body } = textOf(kind as NoticeKind, locale);
  return { title, body: body(parameters) };
}

/**
 * A kind has the texts of its own facts: `noticeWrites()` saw to that when they were written, so whoever reads them
 * back need not look again.
 */
function textOf(kind: NoticeKind, locale: MessageLocale) {
  return CATALOGUE[locale].notices[kind] as unknown as AnyText;
}

interface AnyText extends Pick<NoticeText<NoticeKind>, 'title'> {
  readonly sms: (facts: object) => string;
  readonly body: (facts: object) => string;
}
