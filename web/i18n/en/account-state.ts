import type { TranslationOf } from '../catalogue.ts';
import type { accountState as source } from '../vi/account-state.ts';

export const accountState: TranslationOf<typeof source> = {
  'locked.title': 'Your account is locked',
  'locked.lead': 'You cannot log in with this electronic identification account at present.',
  'locked.ground': 'Why it is locked',
  'locked.unlock': 'How to unlock it',
  'locked.private': 'Only you see the reason. The service is not told.',
  'locked.own-request': 'The account was locked at your own request.',
  'locked.own-request-passkey': 'Unlock it here with your passkey',
  'locked.own-request-unlock':
    'Go to the commune or provincial police and fill in the lock and unlock form TK03. It is unlocked immediately.',
  'locked.terms-breached':
    'The account was locked for a breach of the terms of the national identification app.',
  'locked.terms-breached-unlock':
    'It is unlocked once the breach is remedied. Ask the commune or provincial police what you need to do.',
  'locked.card-revoked-or-retained': 'Your identity card has been revoked or is being retained.',
  'locked.card-revoked-or-retained-unlock':
    'The account unlocks by itself when the card is returned to you.',
  'locked.number-cancelled':
    'The identification number of this account is no longer in use, so the account was closed.',
  'locked.number-cancelled-unlock':
    'This account does not open again. If you have a new number, apply for a new account with it.',
  'locked.authority-request':
    'The account was locked at the request of a proceedings-conducting agency or another competent authority.',
  'locked.authority-request-unlock':
    'It is unlocked when that authority asks for it in writing. The commune or provincial police can tell you more.',
  'locked.death': 'The account is locked according to the records of the ID authority.',
  'locked.death-unlock':
    'If you are the holder and believe this is a mistake, go to the commune police with your papers.',
  'expired-document.title': 'Your document has expired',
  'expired-document.lead':
    'Your electronic identification account is locked for now, because the document it rests on has expired.',
  'expired-document.document': 'Document',
  'expired-document.valid-until': 'Was valid until',
  'expired-document.next': 'What to do',
  'expired-document.identity-card': 'Renew your card at the commune police or any ID-card office.',
  'expired-document.passport':
    'Get a new passport or international travel document from your country’s mission, then tell the immigration authority.',
  'expired-document.residence-card':
    'Renew or extend your card at the immigration authority of the Ministry of Public Security or the provincial police.',
  'expired-document.automatic':
    'The account unlocks by itself once the new document is valid. You need not register again.',
  'document.identity-card': 'Identity card',
  'document.passport': 'Passport or international travel document',
  'document.residence-card': 'Permanent or temporary residence card',
  'not-activated.title': 'Your account is not activated yet',
  'not-activated.lead':
    'Your account has been issued. You need to activate it once before you can log in with it.',
  'not-activated.next': 'How to activate it',
  'not-activated.step-return': 'Come back to the service and log in again.',
  'too-young.title': 'This account is used by a guardian',
  'too-young.lead': 'The holder is not yet 14 and cannot log in alone.',
  'too-young.how':
    'A representative or guardian uses the account for the child, with their own level-2 account.',
  'too-young.until': 'From their 14th birthday, the holder can log in alone.',
};
