import type { MessageLocale } from '../../accounts/messages.ts';
import { auditRecord } from '../../audit/events.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { KeepingMoment, KeptAccount } from './facts.ts';

/** In which language somebody is told things from now on; nothing when it is the one already chosen. Pure. */
export function chosenLanguage(
  { account }: Pick<KeptAccount, 'account'>,
  locale: MessageLocale,
  { now, event }: Pick<KeepingMoment, 'now' | 'event'>,
): readonly RegisterWrite[] {
  if (account.locale === locale) return [];
  return [
    { kind: 'language_chosen', accountId: account.id, locale },
    { kind: 'audit', record: auditRecord('messageLanguageChosen', event, { locale }, now) },
  ];
}
