import type { MessageContent, MessageLocale } from '../../accounts/messages.ts';
import { CASE_KINDS } from '../../enrolment/cases/kinds.ts';
import { composeMessage } from '../../enrolment/notices/at-once.ts';
import { composeNotice, type ComposedNotice } from '../../enrolment/notices/compose.ts';
import type { NoticeFacts, NoticeKind } from '../../enrolment/notices/kinds.ts';
import { BIRTHDAY_AGES, joinedFields } from '../../enrolment/notices/kinds.ts';
import { personWritten } from '../../enrolment/notices/plain-words.ts';

/** 23:59 in Viet Nam on the longest day and month there is to write. */
const LATE = Date.UTC(2026, 8, 30, 16, 59);
const alarm = { alarmCode: '0000-AAAA-ZZZZ', notMeLink: 'https://id.example/not-me' };

/** Enough rounds of `sampleFacts()` for each value of each fact to have its turn. */
export const SAMPLE_ROUNDS = CASE_KINDS.length;

/** Facts for each kind, the longest where they differ in length only; `name` is what a person wrote. */
export function sampleFacts(
  name: string,
  round = 0,
): { readonly [Kind in NoticeKind]: NoticeFacts<Kind> } {
  const written = personWritten(name);
  const turn = <const Value>(values: readonly [Value, ...Value[]]): Value =>
    values[round % values.length] ?? values[0];
  const matter = CASE_KINDS[round % SAMPLE_ROUNDS]?.kind ?? 'organisation';
  const application = { matter, reference: '7K2Q-F9XM-PA3T' };
  const changed = turn(['email', 'phone']);
  const ending = turn(['residence_card', 'identity_card', 'passport']);
  const document = { document: ending, validUntil: '2026-09-30' } as const;
  const other = { as: turn(['guardian', 'ward']), otherName: written };
  return {
    application_received: application,
    application_incomplete: application,
    application_complete: { ...application, dueAt: LATE },
    application_refused: application,
    application_withdrawn: application,
    application_approved: {
      ...application,
      activateBy: LATE,
      numberEnd: '107',
      activationCode: 'ABCD-EFGH-JKMN',
    },
    account_activated: { level: turn([2, 1]) },
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
    recovery_requested: { effectiveAt: LATE, ...alarm },
    recovery_done: { coolDownUntil: LATE, activates: turn([true, false]), ...alarm },
    recovery_cancelled: {},
    account_secured: {},
    account_locked: alarm,
    account_unlocked: {},
    lock_lifted: alarm,
    account_still_locked: {},
    unlock_request_refused: {},
    document_expiring: { ...document, days: turn([30, 7, 1]) },
    document_expired: document,
    document_renewed: document,
    core_data_changed: {
      fields: joinedFields(['name', 'birthdate', 'sex', 'nationalities', 'address']),
    },
    account_closed: {},
    age_reached: { age: turn(BIRTHDAY_AGES) },
    guardianship_added: other,
    guardianship_ended: other,
    signed_in_on_behalf: { wardName: written, actorName: written, at: LATE },
  };
}

/** Every kind by one channel: notices, and what somebody waits for. */
export function composedSamples(
  name: string,
  to: { readonly channel: 'sms' | 'email'; readonly locale: MessageLocale },
  round = 0,
): readonly (ComposedNotice & { readonly kind: string })[] {
  const facts = sampleFacts(name, round);
  const compose = <Kind extends NoticeKind>(kind: Kind) => ({
    kind,
    ...composeNotice(kind, facts[kind], to),
  });
  const atOnce = AT_ONCE.map((content) => {
    const contact = { channel: to.channel, destination: 'somewhere' };
    const { subject = '', text } = composeMessage(contact, content, to.locale);
    return { kind: content.kind, subject, text };
  });
  return [...(Object.keys(facts) as NoticeKind[]).map((kind) => compose(kind)), ...atOnce];
}

const AT_ONCE: readonly MessageContent[] = [
  { kind: 'one_time_code', code: '048213', validMinutes: 15 },
  { kind: 'approval_waiting' },
];
