import type {
  Account,
  DocumentType,
  IdentityDocument,
  LockGround,
  PostalAddress,
} from './account.ts';
import type { GuardianshipBasis } from './guardianship.ts';
import { dateInVietNam } from './vietnam-date.ts';

/** A person as described, before the register gives out ids and links wards to guardians. */
export type PersonaAccount = Omit<Account, 'id' | 'guardianId' | 'createdAt'>;

export interface Persona {
  readonly login: string;
  readonly notable: { readonly vi: string; readonly en: string };
  readonly guardianLogin: string | undefined;
  /** Why that one acts for this one. */
  readonly basis: GuardianshipBasis | undefined;
  readonly lock: LockGround | undefined;
  readonly account: PersonaAccount;
}

type PersonaFacts = Pick<Account, 'name' | 'birthdate' | 'sex'> &
  Partial<Pick<Account, 'level' | 'phone' | 'email'>> &
  Partial<Pick<Persona, 'guardianLogin' | 'lock'>> & {
    readonly login: string;
    readonly notable: Persona['notable'];
    readonly address: PostalAddress;
    readonly activated?: boolean;
  };

export function citizen(now: number, facts: PersonaFacts): Persona {
  return persona(now, facts, {
    subjectType: 'citizen',
    nationalities: ['VNM'],
    document: document('identity_card', facts.login, away(now, { years: 4 })),
    residencePermit: undefined,
  });
}

export function foreigner(
  now: number,
  nationality: string,
  facts: PersonaFacts & { readonly residenceYears: number },
): Persona {
  const { login, residenceYears } = facts;
  const residenceExpiry = away(now, { years: residenceYears });
  return persona(now, facts, {
    subjectType: 'foreigner',
    nationalities: [nationality],
    document: document('passport', `M${login.slice(-8)}`, away(now, { years: 6 })),
    residencePermit: document('residence_card', `TT${login.slice(-7)}`, residenceExpiry),
  });
}

/** Signed in for by who represents it, and never by its number: there is no password. */
export function organisation(
  now: number,
  facts: Omit<PersonaFacts, 'sex' | 'level'> & { readonly guardianLogin: string },
): Persona {
  const proofing = {
    subjectType: 'organisation',
    nationalities: [],
    document: undefined,
    residencePermit: undefined,
  } as const;
  const { account, ...rest } = persona(now, { ...facts, sex: undefined }, proofing);
  return { ...rest, basis: 'legal_representative_of_organisation', account };
}

function persona(
  now: number,
  facts: PersonaFacts,
  proofing: Pick<PersonaAccount, 'subjectType' | 'nationalities' | 'document' | 'residencePermit'>,
): Persona {
  const { login, notable, guardianLogin, lock, name, birthdate, sex, address } = facts;
  const { level = 1, phone, email, activated = true } = facts;
  const activatedAt = activated ? now : undefined;
  const account = { identifier: login, name, birthdate, sex, address, level, phone, email };
  const basis = guardianLogin === undefined ? undefined : ('parent' as const);
  return {
    login,
    notable,
    guardianLogin,
    basis,
    lock,
    account: { ...account, ...proofing, activatedAt },
  };
}

function document(type: DocumentType, number: string, expiry: string): IdentityDocument {
  return { type, number, expiry };
}

export function at(streetAddress: string, locality: string, region: string): PostalAddress {
  return { streetAddress, locality, region, country: 'VN' };
}

/** `YYYY-MM-DD`, so far from today in Viet Nam. */
export function away(
  now: number,
  distance: { readonly years: number; readonly months?: number },
): string {
  const date = new Date(`${dateInVietNam(now)}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + distance.years * 12 + (distance.months ?? 0));
  return date.toISOString().slice(0, 'YYYY-MM-DD'.length);
}
