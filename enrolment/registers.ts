import type { PostalAddress, Sex } from '../accounts/account.ts';

/**
 * What the State's registers and the matcher answer. They are outside systems: whoever gets `unknown` knows nothing,
 * neither yes nor no, and comes back later.
 */
export type RegisterAnswer<Found> =
  | { readonly kind: 'found'; readonly value: Found }
  | { readonly kind: 'not_found' }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
    };

/** For the log, the metrics and a clear text; `not_connected`: no registers are configured at all. */
export type UnknownReason =
  | 'timed_out'
  | 'unreachable'
  | 'nonsense'
  | 'circuit_open'
  | 'not_connected';

export interface RegisteredDocument {
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly issued: string;
  readonly expiry: string;
  readonly status: 'valid' | 'revoked' | 'retained';
}

/** Cơ sở dữ liệu căn cước and dân cư. */
export interface RegisteredCitizen {
  readonly number: string;
  readonly name: string;
  readonly birthdate: string;
  readonly sex: Sex;
  readonly address: PostalAddress | undefined;
  /** Undefined: no card was ever issued. */
  readonly card: RegisteredDocument | undefined;
  readonly alive: boolean;
  readonly hasBiometrics: boolean;
}

/** Cơ sở dữ liệu quốc gia về xuất nhập cảnh. */
export interface RegisteredForeigner {
  /** Số định danh của người nước ngoài. */
  readonly number: string;
  readonly name: string;
  /** `YYYY-MM-DD` or `YYYY` */
  readonly birthdate: string;
  readonly sex: Sex;
  /** ISO 3166-1 alpha-3 */
  readonly nationalities: readonly string[];
  readonly passport: RegisteredDocument & { readonly placeOfIssue: string };
  /** Thẻ thường trú, thẻ tạm trú. */
  readonly residencePermit:
    | (RegisteredDocument & { readonly kind: 'permanent' | 'temporary' })
    | undefined;
  /** `YYYY-MM-DD`: lawfully in the country since; for rules that count days of stay. */
  readonly stayingSince: string | undefined;
  readonly longTermVisaUntil: string | undefined;
  readonly address: PostalAddress | undefined;
  readonly alive: boolean;
  readonly hasBiometrics: boolean;
}

/** Cơ sở dữ liệu hộ tịch: who may act for whom. */
export interface RegisteredGuardian {
  /** Identification number of the guardian. */
  readonly number: string;
  readonly basis: 'parent' | 'appointed_guardian' | 'represented_adult';
}

/** Cơ sở dữ liệu đăng ký doanh nghiệp. */
export interface RegisteredOrganisation {
  readonly number: string;
  readonly name: string;
  readonly active: boolean;
  /** Identification number of the legal representative. */
  readonly representative: string;
  readonly established: string;
}

export interface PopulationRegister {
  findCitizen(number: string): Promise<RegisterAnswer<RegisteredCitizen>>;
}
export interface ImmigrationRegister {
  findForeigner(by: {
    readonly number?: string;
    readonly passport?: string;
  }): Promise<RegisterAnswer<RegisteredForeigner>>;
}
export interface CivilStatusRegister {
  guardiansOf(number: string): Promise<RegisterAnswer<readonly RegisteredGuardian[]>>;
}
export interface OrganisationRegister {
  findOrganisation(number: string): Promise<RegisterAnswer<RegisteredOrganisation>>;
}

/** A picture or print as it was taken. It is handed on and never kept. */
export interface BiometricSample {
  readonly kind: 'face' | 'fingerprints';
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

export interface BiometricMatch {
  readonly outcome: 'match' | 'no_match' | 'poor_sample';
  /** The matcher's own record of it, by which it can be found again. */
  readonly evidenceId: string;
}

/** `duplicate`: the register holds these biometrics under another number already. Nothing was taken but by `enrolled`. */
export interface BiometricEnrolment {
  readonly outcome: 'enrolled' | 'duplicate' | 'poor_sample';
  readonly evidenceId: string;
}

/**
 * Compares a sample with what the State's register holds of this number. `not_found`: it holds no biometrics of them.
 * Asking again under the same `requestId` gives the same answer and makes no second record.
 */
export interface BiometricMatcher {
  match(request: {
    readonly requestId: string;
    readonly register: 'population' | 'immigration';
    readonly number: string;
    readonly sample: BiometricSample;
  }): Promise<RegisterAnswer<BiometricMatch>>;
  /** Hands over biometrics of somebody the register holds none of; the same idempotency. `not_found`: it does not know them. */
  enrol(request: {
    readonly requestId: string;
    readonly register: 'population' | 'immigration';
    readonly number: string;
    readonly samples: readonly BiometricSample[];
  }): Promise<RegisterAnswer<BiometricEnrolment>>;
}

/** Something a register tells by itself, in its own order. */
export interface RegisterEvent {
  /** Growing; where to go on from. */
  readonly position: string;
  readonly at: number;
  /** Whom it is about: identification number. */
  readonly number: string;
  readonly change:
    | 'record_changed'
    | 'document_renewed'
    | 'document_revoked'
    | 'document_retained'
    | 'document_returned'
    | 'died'
    | 'guardianship_changed'
    | 'number_cancelled';
}

export type RegisterName = 'population' | 'immigration' | 'civil_status' | 'organisations';

/** What happened since; the record itself is then read anew, so an event told twice does no harm. */
export interface RegisterFeed {
  events(
    register: RegisterName,
    after: string,
    limit: number,
  ): Promise<RegisterAnswer<readonly RegisterEvent[]>>;
}

/** All of them, as they are handed in. */
export interface StateRegisters {
  readonly population: PopulationRegister;
  readonly immigration: ImmigrationRegister;
  readonly civilStatus: CivilStatusRegister;
  readonly organisations: OrganisationRegister;
  readonly matcher: BiometricMatcher;
  readonly feed: RegisterFeed;
}
