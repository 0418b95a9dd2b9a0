import type { Account } from '../../accounts/account.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { messageLocaleOf, type MessageLocale } from '../../accounts/messages.ts';
import type { Case } from '../case.ts';
import { noticeWrites, type NoticeRecipient } from '../notices/notice-writes.ts';
import { contactsOf } from '../notices/recipients.ts';
import { caseReference } from '../reference.ts';
import type { RegisterWrite } from '../register-writes.ts';
import type { ActivationCode } from './activation-code.ts';
import type { CaseSummary } from './case-summary.ts';
import { asGiven } from './issue-account.ts';
import type { StepName } from './vocabulary.ts';

export interface Told {
  readonly row: Case;
  readonly summary: CaseSummary;
  /** As they are after the step. */
  readonly account: Account | undefined;
  readonly guardian: Account | undefined;
  readonly activation: ActivationCode | undefined;
  readonly now: number;
}

/** What the applicant is told of a step: on the page of the case or account, by text message and mail. Pure. */
export function caseNotices(step: StepName, told: Told): readonly RegisterWrite[] {
  const { row, activation } = told;
  const matter = { matter: row.kind, reference: caseReference(row.id) };
  const whom = recipientOf(told);
  switch (step) {
    case 'opened':
    case 'form_filled':
      // At once to who has an account, so that nobody applies in their name unheard; to others once their form is there.
      if (isSilent(row) || told.summary.openedBy !== 'counter' || !hasContact(whom)) return [];
      return noticeWrites('application_received', matter, { ...whom, once: row.id });
    case 'completed':
    case 'supplemented':
    case 'submitted':
      // Agencies' requests are told to the holder when they are decided.
      if (isSilent(row) || row.dueAt === undefined) return [];
      return noticeWrites('application_complete', { ...matter, dueAt: row.dueAt }, whom);
    case 'found_incomplete':
    case 'returned':
      return isSilent(row) ? [] : noticeWrites('application_incomplete', matter, whom);
    case 'approved':
    case 'activation_renewed': {
      if (activation === undefined || told.account === undefined) return [];
      const { code: activationCode, until: activateBy } = activation;
      const account = asGiven(told.account, row.kind, told.summary, dateInVietNam(told.now));
      const numberEnd = account.identifier.slice(-3);
      const facts = { ...matter, activateBy, numberEnd, activationCode };
      return noticeWrites('application_approved', facts, { ...whom, account });
    }
    case 'refused':
      // Of a lock that was refused nobody but the agency hears; who is locked hears that they stay so.
      if (row.kind === 'agency_unlock') return noticeWrites('unlock_request_refused', {}, whom);
      return isSilent(row) ? [] : noticeWrites('application_refused', matter, whom);
    case 'withdrawn':
      return isSilent(row) ? [] : noticeWrites('application_withdrawn', matter, whom);
    default:
      return [];
  }
}

function hasContact({ account, contacts = [] }: NoticeRecipient): boolean {
  return account !== undefined || contacts.length > 0;
}

function isSilent({ kind }: Case): boolean {
  return kind === 'agency_lock' || kind === 'agency_unlock';
}

function recipientOf(told: Told): NoticeRecipient {
  const { row, summary, account, guardian, now } = told;
  const { contact } = summary;
  const isNew = account === undefined;
  return {
    account,
    guardian,
    caseId: row.id,
    // Without an account there are the contacts that were given, or the guardian's.
    contacts: isNew
      ? contactsOf(guardian ?? { phone: contact.phone, email: contact.email })
      : undefined,
    ...(isNew && { locale: localeOf(told) }),
    now,
  };
}

/** As whoever is reached reads: the guardian, or the applicant. */
function localeOf({ row, summary, guardian }: Told): MessageLocale {
  if (guardian !== undefined) return messageLocaleOf(guardian);
  const foreign = summary.person?.subject === 'foreigner' || row.kind.startsWith('foreigner');
  return summary.locale ?? (foreign ? 'en' : 'vi');
}
