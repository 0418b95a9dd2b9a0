import type { Lock } from '../../accounts/account.ts';
import type { CaseView } from '../../enrolment/cases/case-view.ts';
import type { Translator } from '../../web/i18n/translator.ts';
import type { OfficerServices } from './officer-visit.tsx';

/** What can be chosen and has no word of its own, by its value. */
export type OptionNames = ReadonlyMap<string, string>;

/** Of the locks a case is about: the ground of each, who asked for it, by which document, and since when it stands. */
export async function lockNames(
  { accountId, steps }: Pick<CaseView, 'accountId' | 'steps'>,
  words: Translator,
  { accounts }: Pick<OfficerServices, 'accounts'>,
): Promise<OptionNames> {
  const asked = steps.some(({ fields }) => fields.some(({ name }) => name === 'lock_id'));
  if (!asked || accountId === undefined) return new Map();
  const locks = await accounts.openLocks(accountId);
  return new Map(locks.map((lock) => [lock.id, nameOf(lock, words)]));
}

function nameOf({ ground, requester, details, lockedAt }: Lock, words: Translator): string {
  const { t, calendarDate, dateTime } = words;
  const { agency, documentNumber: number, documentDate } = details ?? {};
  const said = {
    ground: t(`officer.lock-ground-${ground}`),
    requester: agency ?? t(`officer.lock-by-${requester ?? 'operator'}`),
    since: dateTime(lockedAt),
  };
  if (number === undefined) return t('officer.lock', said);
  if (documentDate === undefined) return t('officer.lock-document-undated', { ...said, number });
  return t('officer.lock-document', { ...said, number, date: calendarDate(documentDate) });
}
