import {
  ASSURED_DOCUMENTS,
  ASSURED_RECORDS,
  PROOFING,
  TRUST_FRAMEWORK,
  VERIFIABLE_CLAIMS,
} from '../accounts/proofing.ts';

/** OIDC4IDA 1.0, section 8, read off the tables the answers are made from; the first member is of the drafts. */
export function verifiedClaimsMetadata() {
  const levels = PROOFING.flatMap(({ value }) => Object.values(value));
  return {
    verified_claims_supported: true,
    trust_frameworks_supported: [TRUST_FRAMEWORK],
    claims_in_verified_claims_supported: [...VERIFIABLE_CLAIMS],
    evidence_supported: ['document', 'electronic_record'],
    documents_supported: Object.values(ASSURED_DOCUMENTS),
    documents_check_methods_supported: unique(
      levels.flatMap(({ documentChecks, recordChecks }) => [...documentChecks, ...recordChecks]),
    ),
    electronic_records_supported: unique(
      Object.values(ASSURED_RECORDS).filter((type) => type !== undefined),
    ),
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
