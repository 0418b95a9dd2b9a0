import type { AccountLevel, DocumentType } from '../../accounts/account.ts';
import type { MessageContent } from '../../accounts/messages.ts';
import type { CaseKind } from '../case.ts';
import type { PersonWritten } from './plain-words.ts';

/** Core attributes as a person is told of them; several are joined by `joinedFields`. */
export type CoreField = 'name' | 'birthdate' | 'sex' | 'nationalities' | 'address';

/**
 * What each kind of notice fills in. Times are epoch ms, dates `YYYY-MM-DD`. Whatever a person wrote is
 * `PersonWritten` (`personWritten()` makes it), and no text message ever fills it in. What stands in `Fleeting` goes
 * out with the messages and is kept nowhere.
 */
export interface NoticeParameters {
  readonly application_received: Matter;
  readonly application_incomplete: Matter;
  readonly application_complete: Matter & { readonly dueAt: number };
  readonly application_refused: Matter;
  readonly application_withdrawn: Matter;
  readonly application_approved: Matter & {
    /** Epoch ms. */
    readonly activateBy: number;
    /** The last three characters of the account's number: several wards' codes may come to one phone. */
    readonly numberEnd: string;
  };
  readonly account_activated: { readonly level: AccountLevel };

  readonly contact_change_requested: Contacts & { readonly effectiveAt: number };
  /** To the new number or address, before it is anybody's. */
  readonly contact_to_be_used: Contacts & { readonly effectiveAt: number };
  readonly contact_changed: Contacts;
  readonly contact_change_cancelled: Contacts;
  /** The new number is somebody else's by now. */
  readonly contact_phone_taken: Nothing;
  /** Somebody else proved to use the phone and registered it (domain, section 1.4). */
  readonly phone_given_up: Nothing;
  readonly passkey_added: { readonly passkeyName: PersonWritten };
  readonly passkey_renamed: { readonly passkeyName: PersonWritten };
  readonly passkey_removed: { readonly passkeyName: PersonWritten };
  readonly signed_out_everywhere: Nothing;
  readonly recovery_requested: { readonly effectiveAt: number };
  readonly recovery_done: {
    readonly coolDownUntil: number;
    /** No password was set: the account is activated anew, as after a visit to the counter. */
    readonly activates: boolean;
  };
  readonly recovery_cancelled: Nothing;
  /** "It wasn't me" was answered. */
  readonly account_secured: Nothing;

  readonly account_locked: Nothing;
  readonly account_unlocked: Nothing;
  /** One lock was lifted; whether another stands is told on the page. */
  readonly lock_lifted: Nothing;
  /** One lock was lifted, another stands. */
  readonly account_still_locked: Nothing;
  readonly unlock_request_refused: Nothing;

  readonly document_expiring: {
    readonly document: DocumentType;
    readonly validUntil: string;
    readonly days: number;
  };
  readonly document_expired: { readonly document: DocumentType; readonly validUntil: string };
  readonly document_renewed: { readonly document: DocumentType; readonly validUntil: string };
  readonly core_data_changed: { readonly fields: string };
  readonly account_closed: Nothing;

  readonly age_reached: { readonly age: BirthdayAge };
  readonly guardianship_added: Other;
  readonly guardianship_ended: Other;
  readonly signed_in_on_behalf: {
    readonly wardName: PersonWritten;
    readonly actorName: PersonWritten;
    readonly at: number;
  };
}

export type NoticeKind = keyof NoticeParameters;
/** Those there are words for; which of them count is the rules' (`rounds/birthday-days.ts`). */
export const BIRTHDAY_AGES = [6, 7, 14, 16, 18] as const;
export type BirthdayAge = (typeof BIRTHDAY_AGES)[number];

interface Matter {
  readonly matter: CaseKind;
  /** As `caseReference()` writes it; opens nothing by itself. */
  readonly reference: string;
}
interface Contacts {
  readonly changed: 'phone' | 'email';
}
interface Other {
  /** As whom the person who is told takes part in it. */
  readonly as: 'guardian' | 'ward';
  readonly otherName: PersonWritten;
}
type Nothing = object;

/** Goes out with text messages and mails, sealed until then; never in the register's notice, never on a page. */
export interface Fleeting {
  /** A secret of limited use, like a one-time code. */
  readonly application_approved: { readonly activationCode: string };
  readonly contact_change_requested: Alarm;
  readonly contact_changed: Alarm;
  readonly passkey_added: Alarm;
  readonly passkey_renamed: Alarm;
  readonly passkey_removed: Alarm;
  readonly signed_out_everywhere: Alarm;
  readonly recovery_requested: Alarm;
  readonly recovery_done: Alarm;
  readonly account_locked: Alarm;
  readonly lock_lifted: Alarm;
}

/** The way to say that it was not oneself. */
interface Alarm {
  /** Typed at `/not-me`; a secret of limited use. */
  readonly alarmCode?: string | undefined;
  /** Address of that page, the code in its fragment, which no server sees. In mails only, the one link there is. */
  readonly notMeLink?: string | undefined;
}

export type FleetingOf<Kind extends NoticeKind> = Kind extends keyof Fleeting
  ? Fleeting[Kind]
  : Nothing;

/** Everything a caller has to say for a notice of this kind. */
export type NoticeFacts<Kind extends NoticeKind> = NoticeParameters[Kind] & FleetingOf<Kind>;

/** What a text message may fill in: nothing a person wrote. */
export type SaidInText<Parameters> = {
  readonly [
    Name in keyof Parameters as Parameters[Name] extends PersonWritten ? never : Name
  ]: Parameters[Name];
};

/** One kind in one language. */
export interface NoticeText<Kind extends NoticeKind> {
  /** Heading on the page, subject of the mail. */
  readonly title: string;
  /** At most two parts of a text message, which goes out without marks; no link. */
  readonly sms: (facts: SaidInText<NoticeParameters[Kind]>) => string;
  /** On the page, and the body of the mail: what happened, what happens next, what to do. */
  readonly body: (facts: NoticeParameters[Kind]) => string;
}

export type NoticeTexts<Kind extends NoticeKind = NoticeKind> = {
  readonly [Each in Kind]: NoticeText<Each>;
};

/** What somebody waits for at this moment: it goes straight to the gateway, and stands on no page. */
export type AtOnceKind = MessageContent['kind'];
export type AtOnceFacts<Kind extends AtOnceKind> = Extract<MessageContent, { kind: Kind }>;

/** One kind in one language; text message and mail say the same. */
export interface AtOnceText<Kind extends AtOnceKind> {
  /** Of mails; holds no fact. */
  readonly subject: string;
  readonly text: (facts: AtOnceFacts<Kind>) => string;
}

export type AtOnceTexts = { readonly [Kind in AtOnceKind]: AtOnceText<Kind> };

export function joinedFields(fields: readonly CoreField[]): string {
  return fields.join(',');
}
