import type { MessageLocale } from '../../accounts/messages.ts';
import { composeMessage } from '../../enrolment/notices/at-once.ts';
import { composeNotice } from '../../enrolment/notices/compose.ts';
import type { AtOnceKind, NoticeKind } from '../../enrolment/notices/kinds.ts';
import { messageParts } from '../../enrolment/notices/short-alphabet.ts';
import { code, page, table } from './markdown.ts';
import { AT_ONCE_EXAMPLES, NOTICE_EXAMPLES } from './message-examples.ts';
import { OCCASIONS } from './message-occasions.ts';

type Channel = 'sms' | 'email';
type Compose = (to: { readonly channel: Channel; readonly locale: MessageLocale }) => {
  readonly subject?: string | undefined;
  readonly text: string;
};

/** What people are told, as it is composed with made-up facts. */
export function messagesPage(): string {
  const notices = Object.keys(NOTICE_EXAMPLES) as NoticeKind[];
  return page('Messages', 'the catalogue in `enrolment/notices/`', [
    'Everything a person is told, with made-up facts filled in. Text messages are in the short alphabet, two parts at ' +
      'most, without a link; mails end with a sentence that SenID asks for no codes, and hold at most one link, to the page ' +
      'where the code of an alarm is typed. A notice also stands on the page of the account or case, without its codes. ' +
      'A child, and who has no contact, is reached by the guardian’s. Why: ' +
      '[0035](../adr/0035-notices-and-rounds.md).',
    '## Who is told, and when',
    table(
      ['Message', 'When', 'Who', 'Where'],
      [
        ...AT_ONCE_EXAMPLES.map(({ kind }) => row(kind, 'SMS or mail, at once')),
        ...notices.map((kind) => row(kind, whereOf(kind))),
      ],
    ),
    '## Text messages and mails',
    ...AT_ONCE_EXAMPLES.map((content) =>
      texts(content.kind, ({ channel, locale }) =>
        composeMessage({ channel, destination: '' }, content, locale),
      ),
    ),
    ...notices.map((kind) => texts(kind, (to) => composeNotice(kind, NOTICE_EXAMPLES[kind], to))),
  ]);
}

function whereOf(kind: NoticeKind): string {
  return kind === 'contact_to_be_used' ? 'SMS or mail' : 'page, SMS, mail';
}

function row(kind: AtOnceKind | NoticeKind, where: string): readonly string[] {
  const { when, who } = OCCASIONS[kind];
  return [code(kind), when, who, where];
}

function texts(kind: string, compose: Compose): string {
  const lines = (['vi', 'en'] as const).flatMap((locale) => {
    const sms = compose({ channel: 'sms', locale }).text;
    const mail = compose({ channel: 'email', locale });
    return [
      [`${locale}, SMS, ${messageParts(sms)}`, sms],
      [`${locale}, mail`, `**${mail.subject ?? ''}** ${mail.text.replace(/\n+/g, ' ')}`],
    ];
  });
  return [`### ${kind}`, table(['Language, channel, parts', 'Text'], lines)].join('\n\n');
}
