import type { Account } from '../../accounts/account.ts';
import type { Contact } from '../../accounts/contact.ts';
import type { MessageLocale } from '../../accounts/messages.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import { OWN_CLIENT_ID } from '../../clients/own-client.ts';
import { newId, type AccountId, type CaseId } from '../../ids.ts';
import type { Notice } from '../notice.ts';
import type { RegisterWrite } from '../register-writes.ts';
import { composeNotice, FLEETING_FACTS } from './compose.ts';
import type { NoticeFacts, NoticeKind } from './kinds.ts';
import type { NoticePayload } from './notice-sender.ts';
import { reachedFor, type Reached } from './recipients.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer than any gateway is down: most notices are the only word of what happened. */
const NOTICE_LIFETIME_MS = 7 * DAY_MS;

export interface NoticeRecipient {
  /** Whose notice it is; undefined for an applicant who has no account yet: it then stands with the case. */
  readonly account: Account | undefined;
  /** Who is reached instead of a child (or of a ward without a phone). */
  readonly guardian?: Account | undefined;
  readonly caseId?: CaseId | undefined;
  /** Told as well: the contacts an applicant declared, the old number after a change. Each is told once. */
  readonly contacts?: readonly Contact[] | undefined;
  /** The person's own, where it is known; by subject type otherwise. */
  readonly locale?: MessageLocale | undefined;
  readonly now: number;
  /**
   * Told once for this account (or case) and kind, whoever writes it again: the day, the id of what happened. Undefined
   * where the other writes of the transaction can be written once only.
   */
  readonly once?: string | undefined;
}

/**
 * Everything that is written to tell somebody something: the notice on the page of the account or the case, and one
 * delivery for each way to reach them. Belongs into the transaction of what it tells.
 */
export function noticeWrites<Kind extends NoticeKind>(
  kind: Kind,
  facts: NoticeFacts<Kind>,
  recipient: NoticeRecipient,
): readonly RegisterWrite[] {
  const { account, caseId, now, once } = recipient;
  const onceKey = once && `${kind} ${account?.id ?? caseId ?? 'nobody'} ${once}`;
  const accountId = account?.id;
  return toldWrites(kind, facts, { ...reachedOf(recipient), accountId, caseId, now, onceKey });
}

/** Exactly who is told, and where. */
export interface Told extends Reached {
  readonly accountId: AccountId | undefined;
  readonly caseId?: CaseId | undefined;
  readonly now: number;
  readonly onceKey?: string | undefined;
}

/** As `noticeWrites()`, where the caller knows the contacts: those before a change, and those after it. */
function toldWrites<Kind extends NoticeKind>(
  kind: Kind,
  facts: NoticeFacts<Kind>,
  told: Told,
): readonly RegisterWrite[] {
  const { accountId, caseId, now, onceKey } = told;
  const notice: RegisterWrite = {
    kind: 'notice',
    notice: {
      id: newId('ntc'),
      accountId,
      caseId,
      kind,
      parameters: keptFacts(facts),
      createdAt: now,
      readAt: undefined,
    },
    onceKey,
  };
  return [notice, ...messageWrites(kind, facts, told)];
}

/** Messages alone, for who is not the holder: a number that is to become somebody's. One delivery for each contact. */
export function messageWrites<Kind extends NoticeKind>(
  kind: Kind,
  facts: NoticeFacts<Kind>,
  { contacts, locale, accountId, now, onceKey }: Told,
): readonly RegisterWrite[] {
  return distinct(contacts).map(({ channel, destination }, index) => {
    const { subject, text } = composeNotice(kind, facts, { channel, locale });
    const payload: NoticePayload = {
      channel,
      destination,
      text,
      ...(channel === 'email' && { subject }),
    };
    return {
      kind: 'delivery',
      delivery: {
        id: newId('dlv'),
        kind: 'notice',
        clientId: OWN_CLIENT_ID,
        accountId,
        // Where it goes is personal: it stands in the sealed payload alone.
        uri: `notice:${channel}`,
        payload,
        state: 'waiting',
        attempts: 0,
        lastAttempt: undefined,
        createdAt: now,
        dueAt: now,
        expiresAt: now + NOTICE_LIFETIME_MS,
      },
      onceKey: onceKey && `notice ${onceKey} ${channel} ${index}`,
    };
  });
}

function reachedOf(recipient: NoticeRecipient): Reached {
  const { account, guardian, now } = recipient;
  const reached: Reached =
    account === undefined
      ? { contacts: [], locale: 'vi' }
      : reachedFor(account, guardian, dateInVietNam(now));
  const contacts = [...reached.contacts, ...(recipient.contacts ?? [])];
  return { contacts, locale: recipient.locale ?? reached.locale };
}

function distinct(contacts: readonly Contact[]): readonly Contact[] {
  return contacts.filter(
    ({ channel, destination }, place) =>
      contacts.findIndex(
        (other) => other.channel === channel && other.destination === destination,
      ) === place,
  );
}

function keptFacts(facts: object): Notice['parameters'] {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([name, value]) => !FLEETING_FACTS.includes(name) && value !== undefined,
    ),
  );
}
