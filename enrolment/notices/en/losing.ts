import { enFormats as formats } from '../formats.ts';
import type { CoreField, NoticeTexts } from '../kinds.ts';
import { ages, documents, fields, renewals } from './words.ts';

const AUTOMATIC =
  'The account opens by itself once the new document is valid; you need not register again.';

export const losing: NoticeTexts<
  | 'account_locked'
  | 'account_unlocked'
  | 'lock_lifted'
  | 'account_still_locked'
  | 'unlock_request_refused'
  | 'document_expiring'
  | 'document_expired'
  | 'document_renewed'
  | 'core_data_changed'
  | 'account_closed'
  | 'age_reached'
  | 'guardianship_added'
  | 'guardianship_ended'
  | 'signed_in_on_behalf'
> = {
  account_locked: {
    title: 'Account locked',
    sms: () =>
      'SenID: your e-ID account was locked, and all sessions were ended. Open SenID yourself to see how to unlock it.',
    body: () =>
      'Your e-ID account was locked, and all sessions were ended. When you open SenID yourself and log in, it shows the reason and how to unlock the account. The services you have used are not told the reason.',
  },
  account_unlocked: {
    title: 'Account unlocked',
    sms: () => 'SenID: your e-ID account was unlocked and can be used again.',
    body: () =>
      'Your e-ID account was unlocked and can be used again. You need to log in to services anew.',
  },
  lock_lifted: {
    title: 'A lock was lifted',
    sms: () =>
      'SenID: a lock of your account was lifted. Open SenID yourself to see how the account stands.',
    body: () =>
      'A lock of your account was lifted. Unless another one stands, the account can be used again; open SenID yourself to see.',
  },
  account_still_locked: {
    title: 'Account still locked',
    sms: () =>
      'SenID: one lock was lifted, but your account is still locked. Open SenID yourself to see what to do.',
    body: () =>
      'One lock was lifted, but your account is still locked, because another lock stands. Open SenID yourself to see what to do.',
  },
  unlock_request_refused: {
    title: 'Request to unlock refused',
    sms: () =>
      'SenID: a request to unlock your account was refused, and it is still locked. The agency that made it gets an answer in writing, with the reason.',
    body: () =>
      'A request to unlock your account was refused, and it is still locked. The agency that made it gets an answer in writing, with the reason; you can ask that agency.',
  },
  document_expiring: {
    title: 'Your document expires soon',
    sms: ({ document, validUntil, days }) =>
      `SenID: your ${documents[document]} expires in ${inDays(days)} (valid until ${formats.date(validUntil)}). After that the account is locked until the document is renewed.`,
    body: ({ document, validUntil, days }) =>
      `Your ${documents[document]} expires in ${inDays(days)}: it is valid until the end of ${formats.date(validUntil)}. After that your account is locked. ${renewals[document]} ${AUTOMATIC}`,
  },
  document_expired: {
    title: 'Your document has expired, the account is locked',
    sms: ({ document, validUntil }) =>
      `SenID: your ${documents[document]} has expired (valid until ${formats.date(validUntil)}). The account is locked, and opens by itself when the document is renewed.`,
    body: ({ document, validUntil }) =>
      `Your ${documents[document]} was valid until the end of ${formats.date(validUntil)}. Your account is locked, and all sessions were ended. ${renewals[document]} ${AUTOMATIC}`,
  },
  document_renewed: {
    title: 'New document recorded',
    sms: ({ document, validUntil }) =>
      `SenID: your new ${documents[document]} was recorded. It is valid until ${formats.date(validUntil)}.`,
    body: ({ document, validUntil }) =>
      `Your new ${documents[document]} was recorded by the authority. It is valid until the end of ${formats.date(validUntil)}. There is nothing you need to do.`,
  },
  core_data_changed: {
    title: 'Your personal data was updated',
    sms: () =>
      'SenID: your personal data was updated from the registers of the State. Open SenID yourself to see it.',
    body: ({ fields: changed }) =>
      `This was updated from the registers of the State: ${named(changed)}. If it is wrong, ask the commune police or the immigration authority to have it corrected where it is kept.`,
  },
  account_closed: {
    title: 'Account closed',
    sms: () =>
      'SenID: the identification number of your account is no longer in use, so the account was closed. Ask the police about a new account.',
    body: () =>
      'The identification number of this account is no longer in use, so the account was closed. If you have a new number, apply for a new account with it.',
  },
  age_reached: {
    title: 'The holder’s age changes what the account can do',
    sms: ({ age }) =>
      `SenID: the holder of the account is now ${age}, which changes how it can be used. Open SenID yourself to see.`,
    body: ({ age }) => `The holder of the account is now ${age}. ${ages[age]}`,
  },
  guardianship_added: {
    title: 'Guardianship recorded',
    sms: ({ as }) =>
      as === 'guardian'
        ? 'SenID: you were recorded as the guardian of an account. Open SenID yourself to see it.'
        : 'SenID: a guardian was recorded for your account. Open SenID yourself to see it.',
    body: ({ as, otherName }) =>
      as === 'guardian'
        ? `You were recorded as the guardian of ${otherName}. You log in on their behalf with your own account.`
        : `${otherName} was recorded as guardian, and can log in on the holder’s behalf.`,
  },
  guardianship_ended: {
    title: 'Guardianship ended',
    sms: ({ as }) =>
      as === 'guardian'
        ? 'SenID: your guardianship of an account has ended. You can no longer log in on its behalf.'
        : 'SenID: a guardianship of your account has ended. Open SenID yourself to see it.',
    body: ({ as, otherName }) =>
      as === 'guardian'
        ? `Your guardianship of ${otherName} has ended. You can no longer log in on their behalf.`
        : `The guardianship of ${otherName} has ended. They can no longer log in on the holder’s behalf.`,
  },
  signed_in_on_behalf: {
    title: 'A login on the holder’s behalf',
    sms: ({ at }) =>
      `SenID: at ${formats.moment(at)} a guardian or representative logged in on the holder's behalf. Open SenID yourself to see it.`,
    body: ({ wardName, actorName, at }) =>
      `At ${formats.moment(at)} ${actorName} logged in on behalf of ${wardName}. You are told once a day. If you know nothing of it, open SenID yourself and choose “It wasn’t me”.`,
  },
};

function named(joined: string): string {
  return joined
    .split(',')
    .map((field) => fields[field as CoreField])
    .join(', ');
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
