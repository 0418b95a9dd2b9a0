import type { Account } from '../../accounts/account.ts';
import { contactOf, type Contact } from '../../accounts/contact.ts';
import type { RegisterWrite } from '../register-writes.ts';

/** What a person is told of by this folder; the texts are the catalogue's. */
export type KeepingNotice =
  | 'contact_change_requested'
  | 'contact_changed'
  | 'contact_change_cancelled'
  | 'contact_phone_taken'
  | 'passkey_added'
  | 'passkey_renamed'
  | 'passkey_removed'
  | 'recovery_requested'
  | 'recovery_cancelled'
  | 'recovery_done'
  | 'account_secured'
  | 'own_lock_added'
  | 'own_lock_lifted'
  | 'signed_out_everywhere';

export interface Told {
  readonly kind: KeepingNotice;
  readonly account: Account;
  /** Never a secret, never an identification number. */
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly to: readonly Contact[];
  /** Goes out by message and stands on no page: whoever types it at `/not-me` says that it was not them. */
  readonly alarmCode: string | undefined;
}

/** The notice and its messages, as they are to be written. */
export type Tell = (told: Told, now: number) => readonly RegisterWrite[];

/** Every channel of whoever is reached for this account; for a child, the guardian's (D69, Arts. 10 and 11). */
export function channelsOf(
  account: Account,
  guardian: Account | undefined,
  today: string,
): readonly Contact[] {
  const bySms = contactOf(account, guardian, today);
  const withoutPhone = (person: Account) => ({ ...person, phone: undefined });
  const byMail = contactOf(
    withoutPhone(account),
    guardian === undefined ? undefined : withoutPhone(guardian),
    today,
  );
  const both = [bySms, byMail].filter((contact) => contact !== undefined);
  return both.filter(
    ({ destination }, place) =>
      both.findIndex((other) => other.destination === destination) === place,
  );
}
