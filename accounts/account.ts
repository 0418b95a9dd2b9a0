import type { AccountId, CaseId, LockId } from '../ids.ts';

/** Mức độ tài khoản: how the holder was proofed when the account was issued (D69, Art. 7). */
export type AccountLevel = 1 | 2;
export type SubjectType = 'citizen' | 'foreigner' | 'undetermined_nationality' | 'organisation';
export type Sex = 'male' | 'female';

export type DocumentType = 'identity_card' | 'passport' | 'residence_card';

export interface IdentityDocument {
  readonly type: DocumentType;
  readonly number: string;
  /** `YYYY-MM-DD`, the last day of validity in Viet Nam (UTC+7). */
  readonly expiry: string;
}

export interface PostalAddress {
  readonly streetAddress: string;
  readonly locality: string;
  readonly region: string;
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
}

/** A person as the registers describe them. Read-only for everybody but the registers' own events. */
export interface Account {
  readonly id: AccountId;
  readonly subjectType: SubjectType;
  readonly level: AccountLevel;
  /** Personal identification number or foreigner's identification number: sealed at rest, never logged. */
  readonly identifier: string;
  /** Họ, chữ đệm và tên as one field, family name first (domain, section 6). */
  readonly name: string;
  /** `YYYY-MM-DD`, or `YYYY` where only the year is known (foreigners); of an organisation the day it was established. */
  readonly birthdate: string;
  /** Undefined for organisations. */
  readonly sex: Sex | undefined;
  /** ISO 3166-1 alpha-3 */
  readonly nationalities: readonly string[];
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly address: PostalAddress | undefined;
  /** Citizens: the identity card; foreigners: the passport. */
  readonly document: IdentityDocument | undefined;
  /** Foreigners only; the earlier of the two expiries ends the account (D69, Art. 15(2)). */
  readonly residencePermit: IdentityDocument | undefined;
  readonly guardianId: AccountId | undefined;
  /** Epoch ms; undefined until the holder has activated the account (D69, Art. 14). */
  readonly activatedAt: number | undefined;
  readonly createdAt: number;
  /** When the proofing that its level rests on was decided (epoch ms); undefined: when it was made. */
  readonly proofedAt?: number | undefined;
  /** Until then no level above 1 is reached, whatever was proven (epoch ms): the account was recovered. */
  readonly coolDownUntil?: number | undefined;
  /**
   * Sessions, tokens, grants and factors from before are over (epoch ms). Only a lock and `signed_out` set it
   * (`enrolment/register-writes.ts`), and it never goes back.
   */
  readonly signedOutAt?: number | undefined;
  /** In which the holder wants to be told things, where they said so: set by `language_chosen` alone. */
  readonly locale?: 'vi' | 'en' | undefined;
  /** Grows with every change. A new account has none. */
  readonly version?: number | undefined;
}

/** Grounds of a lock (LoID Art. 34(1), D69 Art. 15). Shown to nobody but the holder. */
export type LockGround =
  | 'own_request'
  | 'terms_breached'
  | 'card_revoked_or_retained'
  | 'death'
  /** The identification number is nobody's any more: a naturalised holder has a new one, and with it a new account. */
  | 'number_cancelled'
  | 'authority_request';

export interface Lock {
  readonly id: LockId;
  readonly accountId: AccountId;
  readonly ground: LockGround;
  readonly lockedAt: number;
  readonly liftedAt: number | undefined;
  readonly requester?: LockRequester | undefined;
  readonly caseId?: CaseId | undefined;
  readonly details?: LockDetails | undefined;
}

/** Who asked for a lock. A relying party never may (D69, Art. 15). */
export type LockRequester = 'holder' | 'guardian' | 'agency' | 'register' | 'operator';

/** Told to nobody but the holder and officers. */
export interface LockDetails {
  /** Number of the document it rests on. */
  readonly documentNumber?: string | undefined;
  readonly documentDate?: string | undefined;
  readonly agency?: string | undefined;
  readonly reason?: string | undefined;
  readonly liftedBy?: LockRequester | undefined;
  /** Of the document it was lifted on. */
  readonly liftDocumentNumber?: string | undefined;
  readonly liftDocumentDate?: string | undefined;
  readonly liftReason?: string | undefined;
}

export interface EndingFilter {
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  /** The last one of the page before. */
  readonly after?: { readonly endsOn: string; readonly id: AccountId } | undefined;
  readonly limit: number;
}

/** The durable record of people. Identifiers, phones, e-mails, document numbers and addresses are sealed at rest. */
export interface AccountStore {
  findById(id: AccountId): Promise<Account | undefined>;
  /** Through the keyed blind index; the identifier is compared after `normaliseIdentifier`. */
  findByIdentifier(identifier: string): Promise<Account | undefined>;
  /** Who holds this phone number against all others: never a ward, who is reached by the guardian's. */
  findByPhone(phone: string): Promise<Account | undefined>;
  /** Rejects with `Conflict` when the id or the identifier exists already, or somebody else holds the phone number. */
  insert(account: Account): Promise<void>;
  count(): Promise<number>;
  /** Those a document of whom ends them on one of these days (`endsOn`), in the order of the days and ids. */
  ending(filter: EndingFilter): Promise<readonly Account[]>;
  /** Those with no such day on record, by their ids, from behind `after` on: for who goes through them. */
  withoutEnd(after: AccountId | undefined, limit: number): Promise<readonly Account[]>;

  /** PHC string, or undefined while no password is set. */
  passwordHash(id: AccountId): Promise<string | undefined>;
  /**
   * Replaces the hash only while the stored one equals `expected` (undefined: none yet); false when it lost the race.
   * Atomic: an upgrade of parameters must not overwrite a password changed meanwhile.
   */
  replacePasswordHash(id: AccountId, hash: string, expected: string | undefined): Promise<boolean>;

  /** All locks not yet lifted. */
  openLocks(id: AccountId): Promise<readonly Lock[]>;
  /** Ends everything of the account from before. Rejects with `Conflict` when there is one with its id. */
  addLock(lock: Lock): Promise<void>;
  /** False when the lock does not exist or has been lifted before. */
  liftLock(id: LockId, at: number): Promise<boolean>;
}

/** One spelling of a login: no spaces, dots or dashes, upper case. */
export function normaliseIdentifier(input: string): string {
  return input.replace(/[\s.-]+/g, '').toUpperCase();
}
