import type { Locale } from '../i18n/locale.ts';
import type { Specification } from './specifications.ts';

/** What an error means to a person: one text each in `i18n`, `error.<kind>.title`, `.what` and `.next`. */
export type ErrorKind =
  | 'service-request'
  | 'refused'
  | 'level'
  | 'expired'
  | 'not-found'
  | 'bad-request'
  | 'untrusted-form'
  | 'too-many'
  | 'busy'
  | 'unexpected';

/** For developers, in both languages. Text between backticks is code. */
export type Told = Readonly<Record<Locale, string>>;

/** One error as somebody who has never seen it needs it explained. Its key in the table is its stable code. */
export interface ErrorEntry {
  /** `error` on the wire (RFC 6749, sections 4.1.2.1 and 5.2, and what extends them). */
  readonly error: string;
  /** Other values of `error` under which the same mistake is answered elsewhere. */
  readonly alsoAs?: readonly string[];
  /** What a person is told. */
  readonly people: ErrorKind;
  /**
   * `error_description` on the wire where the library says nothing or too little: RFC 6749 characters only. Without it
   * the library's own is sent, which names the parameter.
   */
  readonly says?: string;
  /** Parameter, member or header that is wrong. */
  readonly parameter?: string;
  readonly cause: Told;
  readonly remedy: Told;
  /** A request that is right. */
  readonly example?: string;
  readonly specifications: readonly Specification[];
  /**
   * Error classes, of the library or of ours, that this entry is for when nothing finer fits. Every class there is must
   * stand in exactly one entry.
   */
  readonly classes?: readonly string[];
  /** What the library, or our own code, gives as detail or description when it means this entry: equal or matching. */
  readonly when?: readonly (string | RegExp)[];
}

export type ErrorTable = Readonly<Record<string, ErrorEntry>>;
