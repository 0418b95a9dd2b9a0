import type { AccountLevel, DocumentType, SubjectType } from './account.ts';
import type { LegalRule } from './legal-rules.ts';

/**
 * How identities come to be verified, in the words of OpenID Identity Assurance Schema Definition 1.0 (section 5.4):
 * the one table behind `verified_claims`, the discovery document and `docs/reference/scopes.md`.
 */
export const TRUST_FRAMEWORK = 'vn_eid';

/** Who looked, and in whose register: SenID itself. It is connected with no register of the State. */
export const REGISTER = { name: 'SenID', country_code: 'VNM' } as const;

export interface Proofing {
  readonly assuranceLevel: string;
  /** `assurance_process.policy` and `.procedure`. */
  readonly policy: string;
  readonly procedure: string;
  /** `check_method` of each check made on a document and on the record. */
  readonly documentChecks: readonly string[];
  readonly recordChecks: readonly string[];
}

/** Level 01 is declared in the app; for level 02 the holder comes with the document, and face and fingerprints are compared. */
export const PROOFING: LegalRule<Readonly<Record<AccountLevel, Proofing>>> = [
  {
    effectiveFrom: '2024-07-01',
    source: 'D69, Arts. 7, 10 and 11',
    value: {
      1: {
        assuranceLevel: 'level_01',
        policy: 'decree_69_2024_nd_cp',
        procedure: 'remote',
        documentChecks: ['data'],
        recordChecks: ['data'],
      },
      2: {
        assuranceLevel: 'level_02',
        policy: 'decree_69_2024_nd_cp',
        procedure: 'in_person',
        documentChecks: ['vpip'],
        recordChecks: ['data', 'bvp'],
      },
    },
  },
];

/** `document_details.type` */
export const ASSURED_DOCUMENTS: Readonly<Record<DocumentType, string>> = {
  identity_card: 'idcard',
  passport: 'passport',
  residence_card: 'residence_permit',
};

/** `record.type`; where none is named, no record of that kind is in the register. */
export const ASSURED_RECORDS: Readonly<Record<SubjectType, string | undefined>> = {
  citizen: 'population_register',
  foreigner: 'immigration_register',
  undetermined_nationality: undefined,
  organisation: undefined,
};

/**
 * Claims whose values the proofing covers. Phones and mail addresses are not among them: who owns them is not looked at
 * (D69, Art. 10); a residence is in the data set of citizens' level 02 only (LoID, Art. 31).
 */
export const VERIFIABLE_CLAIMS = [
  'name',
  'birthdate',
  'gender',
  'nationalities',
  'address',
  'subject_type',
  'age_over_14',
  'age_over_18',
  'personal_identification_number',
] as const;
