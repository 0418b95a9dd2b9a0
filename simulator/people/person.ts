export type Sex = 'male' | 'female';

export interface Address {
  readonly streetAddress: string;
  readonly locality: string;
  readonly region: string;
  readonly country: string;
}

/** Dates are `YYYY-MM-DD`. */
export interface PersonDocument {
  readonly number: string;
  readonly issued: string;
  readonly expiry: string;
  readonly status: 'valid' | 'revoked' | 'retained';
}

export interface Guardian {
  readonly number: string;
  readonly basis: 'parent' | 'appointed_guardian' | 'represented_adult';
}

interface Common {
  readonly number: string;
  readonly name: string;
  /** `YYYY-MM-DD`, or `YYYY` of some foreigners. */
  readonly birthdate: string;
  readonly sex: Sex;
  readonly address: Address | undefined;
  readonly alive: boolean;
  /** The State's record holds face and fingerprints. */
  readonly hasBiometrics: boolean;
  readonly guardians: readonly Guardian[];
  /** The number was taken back: the registers do not know it any more. */
  readonly cancelled: boolean;
  /** What they are good for; only of those who were made by hand. */
  readonly story: string | undefined;
}

export interface Citizen extends Common {
  readonly kind: 'citizen';
  readonly card: PersonDocument | undefined;
}

export interface Foreigner extends Common {
  readonly kind: 'foreigner';
  /** ISO 3166-1 alpha-3 */
  readonly nationalities: readonly string[];
  readonly passport: PersonDocument & { readonly placeOfIssue: string };
  readonly residencePermit:
    | (PersonDocument & { readonly kind: 'permanent' | 'temporary' })
    | undefined;
  readonly stayingSince: string | undefined;
  readonly longTermVisaUntil: string | undefined;
}

export type Person = Citizen | Foreigner;

export interface Organisation {
  readonly number: string;
  readonly name: string;
  readonly active: boolean;
  /** Number of the legal representative. */
  readonly representative: string;
  readonly established: string;
  readonly story: string | undefined;
}

/** Whom a register is asked about. */
export function registerOf({ kind }: Person): 'population' | 'immigration' {
  return kind === 'citizen' ? 'population' : 'immigration';
}
