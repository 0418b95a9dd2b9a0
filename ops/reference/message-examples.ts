import type { MessageContent } from '../../accounts/messages.ts';
import { joinedFields, type NoticeFacts, type NoticeKind } from '../../enrolment/notices/kinds.ts';
import { personWritten } from '../../enrolment/notices/plain-words.ts';

const AT = Date.UTC(2026, 10, 30, 3, 30);
const application = { matter: 'foreigner_level_2', reference: '7K2Q-F9XM-PA3T' } as const;
const changed = 'phone' as const;
const alarm = { alarmCode: '7K2M-Q8RT-3WXC', notMeLink: 'https://senid.example/not-me' };
const document = { document: 'residence_card', validUntil: '2026-12-22' } as const;
const passkey = { passkeyName: personWritten('Điện thoại'), ...alarm };
const other = { as: 'guardian', otherName: personWritten('Phạm Minh Khôi') } as const;

export const AT_ONCE_EXAMPLES: readonly MessageContent[] = [
  { kind: 'one_time_code', code: '048213', validMinutes: 5 },
  { kind: 'approval_waiting' },
];

/** What the reference page fills in. */
export const NOTICE_EXAMPLES: { readonly [Kind in NoticeKind]: NoticeFacts<Kind> } = {
  application_received: application,
  application_incomplete: application,
  application_complete: { ...application, dueAt: AT },
  application_refused: application,
  application_withdrawn: application,
  application_approved: {
    ...application,
    activateBy: AT,
    numberEnd: '107',
    activationCode: '7K2MQ-8RT3W',
  },
  account_activated: { level: 2 },
  contact_change_requested: { changed, effectiveAt: AT, ...alarm },
  contact_to_be_used: { changed, effectiveAt: AT },
  contact_changed: { changed, ...alarm },
  contact_change_cancelled: { changed },
  contact_phone_taken: {},
  phone_given_up: {},
  passkey_added: passkey,
  passkey_renamed: passkey,
  passkey_removed: passkey,
  signed_out_everywhere: alarm,
  recovery_requested: { effectiveAt: AT, ...alarm },
  recovery_done: { coolDownUntil: AT, activates: false, ...alarm },
  recovery_cancelled: {},
  account_secured: {},
  account_locked: alarm,
  account_unlocked: {},
  lock_lifted: alarm,
  account_still_locked: {},
  unlock_request_refused: {},
  document_expiring: { ...document, days: 30 },
  document_expired: document,
  document_renewed: document,
  core_data_changed: { fields: joinedFields(['name', 'address']) },
  account_closed: {},
  age_reached: { age: 14 },
  guardianship_added: other,
  guardianship_ended: other,
  signed_in_on_behalf: {
    wardName: personWritten('Phạm Minh Khôi'),
    actorName: personWritten('Nguyễn Văn An'),
    at: AT,
  },
};
