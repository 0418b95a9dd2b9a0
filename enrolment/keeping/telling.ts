import type { Contact } from '../../accounts/contact.ts';
import type { NoticeFacts, NoticeKind, NoticeParameters } from '../notices/kinds.ts';
import { messageWrites, noticeWrites } from '../notices/notice-writes.ts';
import { reachedFor } from '../notices/recipients.ts';
import type { RegisterWrite } from '../register-writes.ts';
import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import type { KeepingMoment, KeptAccount } from './facts.ts';

/** Every channel of whoever is reached for this account; for a child, the guardian's (D69, Arts. 10 and 11). */
export function channelsOf(
  { account, guardian }: Pick<KeptAccount, 'account' | 'guardian'>,
  now: number,
): readonly Contact[] {
  return reachedFor(account, guardian, dateInVietNam(now)).contacts;
}

/**
 * The notice of something that happened to an account, to every channel it had when it happened and to `also`; with the
 * code by which it is called off, where the moment has one. Pure.
 */
export function told<Kind extends NoticeKind>(
  kind: Kind,
  facts: NoticeParameters[Kind],
  { account, guardian }: Pick<KeptAccount, 'account' | 'guardian'>,
  { now, alarm }: Pick<KeepingMoment, 'now' | 'alarm'>,
  also: readonly Contact[] = [],
): readonly RegisterWrite[] {
  const all = { ...facts, ...(alarm && { alarmCode: alarm.code, notMeLink: alarm.link }) };
  // Which kinds have a code is the catalogue's to say; a kind that has none leaves it out.
  return noticeWrites(kind, all as NoticeFacts<Kind>, { account, guardian, now, contacts: also });
}

/** To a number or address that is nobody's yet: no code, so that whoever a wrong one belongs to has no say over the account. */
export function toldNewContact(
  contact: Contact,
  facts: NoticeParameters['contact_to_be_used'],
  { account, guardian }: Pick<KeptAccount, 'account' | 'guardian'>,
  now: number,
): readonly RegisterWrite[] {
  const { locale } = reachedFor(account, guardian, dateInVietNam(now));
  const to = { contacts: [contact], locale, accountId: account.id, now };
  return messageWrites('contact_to_be_used', facts, to);
}
