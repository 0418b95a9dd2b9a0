/**
 * What each scope releases: the one table, also behind the discovery document and the consent page (design, section 7).
 * Never released to anyone and therefore in no row: religion, ethnicity, blood group, raw biometrics, grounds of a lock.
 */
export interface ScopeDefinition {
  readonly scope: string;
  readonly claims: readonly string[];
  /** Sensitive data in the sense of D356, Art. 4: the consent page must say so. */
  readonly sensitive: boolean;
}

/** In every ID token: who and how surely, nothing about the person. */
export const OPENID_CLAIMS: readonly string[] = [
  'sub',
  'acr',
  'amr',
  'auth_time',
  'account_level',
  'authentication_level',
  'authentication_event_id',
  // Only where somebody acts for another (RFC 8693, section 4.1).
  'act',
];

export const SCOPES: readonly ScopeDefinition[] = [
  {
    scope: 'profile',
    claims: ['name', 'birthdate', 'gender', 'age_over_14', 'age_over_18'],
    sensitive: false,
  },
  { scope: 'email', claims: ['email', 'email_verified'], sensitive: false },
  { scope: 'phone', claims: ['phone_number', 'phone_number_verified'], sensitive: false },
  { scope: 'address', claims: ['address'], sensitive: false },
  {
    scope: 'identity',
    claims: [
      'personal_identification_number',
      // In its place, where the account is an organisation's.
      'organisation_number',
      'document',
      'nationalities',
      'subject_type',
    ],
    sensitive: false,
  },
  {
    scope: 'residence',
    claims: ['subject_type', 'nationalities', 'residence_valid'],
    sensitive: false,
  },
  {
    scope: 'stay',
    claims: ['name', 'birthdate', 'gender', 'nationalities', 'document', 'subject_type'],
    sensitive: false,
  },
  {
    scope: 'tenant_check',
    claims: ['name', 'age_over_18', 'document_valid', 'residence_valid'],
    sensitive: false,
  },
  { scope: 'offline_access', claims: [], sensitive: true },
];

export const SCOPE_NAMES: readonly string[] = ['openid', ...SCOPES.map(({ scope }) => scope)];

const byName = new Map(SCOPES.map((definition) => [definition.scope, definition]));

export function findScope(scope: string): ScopeDefinition | undefined {
  return byName.get(scope);
}

/** All claims about the person that the given scopes release. */
export function claimsOfScopes(scopes: Iterable<string>): ReadonlySet<string> {
  return new Set([...scopes].flatMap((scope) => findScope(scope)?.claims ?? []));
}
