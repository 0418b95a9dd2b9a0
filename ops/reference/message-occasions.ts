import type { AtOnceKind, NoticeKind } from '../../enrolment/notices/kinds.ts';

interface Occasion {
  readonly when: string;
  readonly who: string;
}

const HOLDER = 'the holder';
const APPLICANT = 'the applicant: contacts given, or the account';
const OLD_CONTACTS = 'the holder, at every contact there was';

/** When each message is sent and to whom, in the order of a life with an account. */
export const OCCASIONS: Readonly<Record<AtOnceKind | NoticeKind, Occasion>> = {
  one_time_code: {
    when: 'Somebody signs in, applies, activates, changes a contact or recovers',
    who: 'the one contact it proves',
  },
  approval_waiting: { when: 'A service asks for an approval (CIBA)', who: HOLDER },
  application_received: { when: 'An office takes an application in', who: APPLICANT },
  application_incomplete: { when: 'A dossier lacks something: the clock stops', who: APPLICANT },
  application_complete: {
    when: 'A dossier is complete: the clock runs',
    who: APPLICANT,
  },
  application_refused: { when: 'It is refused; the page of the case says why', who: APPLICANT },
  application_withdrawn: { when: 'It is withdrawn', who: APPLICANT },
  application_approved: {
    when: 'It is approved and waits for activation; again with each new code',
    who: APPLICANT,
  },
  account_activated: { when: 'The account was activated', who: HOLDER },
  contact_change_requested: {
    when: 'A new phone or mail was proven and waits',
    who: OLD_CONTACTS,
  },
  contact_to_be_used: { when: 'The same', who: 'the new phone or mail, without a code' },
  contact_changed: { when: 'It took effect', who: 'the holder, at old and new contacts' },
  contact_change_cancelled: { when: 'It was called off', who: HOLDER },
  contact_phone_taken: { when: 'The new number is somebody else’s by now', who: HOLDER },
  phone_given_up: {
    when: 'Somebody else proved to use the number and registered it',
    who: 'who held it, by mail and on the page',
  },
  passkey_added: { when: 'A passkey was added', who: HOLDER },
  passkey_renamed: { when: 'A passkey was renamed', who: HOLDER },
  passkey_removed: { when: 'A passkey was removed', who: HOLDER },
  signed_out_everywhere: { when: 'The holder ended all sessions', who: HOLDER },
  recovery_requested: { when: 'A recovery from afar waits', who: OLD_CONTACTS },
  recovery_done: { when: 'A recovery took effect', who: HOLDER },
  recovery_cancelled: { when: 'It was called off', who: HOLDER },
  account_secured: { when: '“It wasn’t me” was answered', who: OLD_CONTACTS },
  account_locked: { when: 'A lock was added, on whatever ground', who: HOLDER },
  account_unlocked: { when: 'The last lock was lifted at a counter or by a register', who: HOLDER },
  lock_lifted: { when: 'The holder lifted the last lock in the browser', who: HOLDER },
  account_still_locked: { when: 'A lock was lifted and another stands', who: HOLDER },
  unlock_request_refused: { when: 'An agency’s request to unlock was refused', who: HOLDER },
  document_expiring: { when: '30, 7 and 1 days before a document ends', who: HOLDER },
  document_expired: { when: 'The day after its last day', who: HOLDER },
  document_renewed: { when: 'A register reports a new one', who: HOLDER },
  core_data_changed: { when: 'A register reports other core attributes', who: HOLDER },
  account_closed: { when: 'The number is nobody’s any more', who: HOLDER },
  age_reached: { when: 'A birthday on which limits change', who: 'the holder and each guardian' },
  guardianship_added: { when: 'A guardianship was recorded', who: 'guardian and ward' },
  guardianship_ended: { when: 'It ended: by age, term, register', who: 'guardian and ward' },
  signed_in_on_behalf: {
    when: 'Somebody signed in for another: the first time a day',
    who: 'the holder and all who may act for them',
  },
};
