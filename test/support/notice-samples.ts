import type { MessageLocale } from '../../accounts/messages.ts';
import { composeNotice, type ComposedNotice } from '../../enrolment/notices/compose.ts';
import type { NoticeFacts, NoticeKind } from '../../enrolment/notices/kinds.ts';
import { joinedFields } from '../../enrolment/notices/kinds.ts';
import { personWritten } from '../../enrolment/notices/plain-words.ts';

/** 23:59 in Viet Nam on the longest day and month there is to write. */
const LATE = Date.UTC(2026, 8, 30, 16, 59);
const alarm = { alarmCode: '0000-AAAA-ZZZZ', notMeLink: 'https://id.example/not-me' };

/** Facts for each kind, with the longest texts they come to; `name` is what a person wrote. */
export function sampleFacts(name: string): { readonly [Kind in NoticeKind]: NoticeFacts<Kind> } {
  const written = personWritten(name);
  const matter = 'organisation' as const;
  const changed = 'email' as const;
  const document = { document: 'residence_card', validUntil: '2026-09-30' } as const;
  const other = { as: 'guardian', otherName: written } as const;
  return {
    application_received: { matter },
    application_incomplete: { matter },
    application_complete: { matter, dueAt: LATE },
    application_refused: { matter },
    application_withdrawn: { matter },
    application_approved: { matter, activateBy: LATE, activationCode: 'ABCD-EFGH-JKMN' },
    account_activated: { level: 2 },
    contact_change_requested: { changed, effectiveAt: LATE, ...alarm },
    contact_to_be_used: { changed, effectiveAt: LATE },
    contact_changed: { changed, ...alarm },
    contact_change_cancelled: { changed },
    contact_phone_taken: {},
    phone_given_up: {},
    passkey_added: { passkeyName: written, ...alarm },
    passkey_renamed: { passkeyName: written, ...alarm },
    passkey_removed: { passkeyName: written, ...alarm },
    signed_out_everywhere: alarm,
    password_changed: alarm,
    recovery_requested: { effectiveAt: LATE, ...alarm },
    recovery_done: { coolDownUntil: LATE, ...alarm },
    recovery_cancelled: {},
    account_secured: {},
    account_locked: alarm,
    account_unlocked: {},
    lock_lifted: alarm,
    account_still_locked: {},
    lock_request_refused: {},
    document_expiring: { ...document, days: 30 },
    document_expired: document,
    document_renewed: document,
    core_data_changed: { fields: joinedFields(['name', 'birthdate', 'sex', 'nationalities']) },
    account_closed: {},
    age_reached: { age: 14 },
    guardianship_added: other,
    guardianship_ended: other,
    signed_in_on_behalf: { wardName: written, at: LATE },
  };
}

/** Every kind by one channel. */
export function composedSamples(
  name: string,
  to: { readonly channel: 'sms' | 'email'; readonly locale: MessageLocale },
): readonly (ComposedNotice & { readonly kind: NoticeKind })[] {
  const facts = sampleFacts(name);
  const compose = <Kind extends NoticeKind>(kind: Kind) => ({
    kind,
    ...composeNotice(kind, facts[kind], to),
  });
  return (Object.keys(facts) as NoticeKind[]).map((kind) => compose(kind));
}
