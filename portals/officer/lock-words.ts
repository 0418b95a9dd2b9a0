import type { Lock } from '../../accounts/account.ts';
import type { CaseView } from '../../enrolment/cases/case-view.ts';
import type { Translator } from '../../web/i18n/translator.ts';
import type { OfficerServices } from './officer-visit.tsx';

/** What can be chosen and has no word of its own, by its value. */
export type OptionNames = ReadonlyMap<string, string>;

/** Of the locks a case is about: who asked for each, by which document, and since when it stands. */
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

function nameOf({ details, lockedAt }: Lock, { t, date }: Translator): string {
  const agency = details?.agency ?? t('officer.lock-somebody');
  const since = date(lockedAt);
  const { documentNumber } = details ?? {};
  return documentNumber === undefined
    ? t('officer.lock-since', { agency, since })
    : t('officer.lock-by-document', { agency, number: documentNumber, since });
}
