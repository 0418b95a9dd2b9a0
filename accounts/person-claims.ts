import type { Account, IdentityDocument } from './account.ts';
import { ageOn } from './age.ts';
import { dateInVietNam } from './vietnam-date.ts';

/**
 * The person as claims (design, section 7). All there are: what leaves is chosen elsewhere.
 * Claims that are not known are absent, never null (OIDC Core 5.3.2).
 */
export function personClaims(account: Account, now: number): Readonly<Record<string, unknown>> {
  const today = dateInVietNam(now);
  return withoutUndefined({
    name: account.name,
    ...personalOnly(account, today),
    email: account.email,
    email_verified: account.email === undefined ? undefined : true,
    phone_number: account.phone,
    phone_number_verified: account.phone === undefined ? undefined : true,
    address: addressClaim(account),
    subject_type: account.subjectType,
    document: account.document && { ...account.document },
    document_valid: validOn(account.document, today),
    residence_valid: validOn(account.residencePermit, today),
  });
}

/** What only somebody of flesh and blood has: an organisation has a name, a number of its own, and a place to be reached at. */
function personalOnly(account: Account, today: string): Record<string, unknown> {
  if (account.subjectType === 'organisation') return { organisation_number: account.identifier };
  const age = ageOn(account.birthdate, today);
  return {
    personal_identification_number: account.identifier,
    birthdate: account.birthdate,
    gender: account.sex,
    nationalities: account.nationalities,
    age_over_14: age >= 14,
    age_over_18: age >= 18,
  };
}

/** The expiry is itself the last valid day. */
function validOn(document: IdentityDocument | undefined, today: string): boolean | undefined {
  return document && document.expiry >= today;
}

/** OIDC Core 5.1.1. */
function addressClaim({ address }: Account): Record<string, string> | undefined {
  if (address === undefined) return undefined;
  const { streetAddress, locality, region, country } = address;
  return {
    formatted: [streetAddress, locality, region].join(', '),
    street_address: streetAddress,
    locality,
    region,
    country,
  };
}

function withoutUndefined(claims: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}
