import type { Account, IdentityDocument } from './account.ts';
import { ruleInForce } from './legal-rules.ts';
import { personClaims } from './person-claims.ts';
import {
  ASSURED_DOCUMENTS,
  ASSURED_RECORDS,
  PROOFING,
  REGISTER,
  TRUST_FRAMEWORK,
  VERIFIABLE_CLAIMS,
  type Proofing,
} from './proofing.ts';
import { dateInVietNam } from './vietnam-date.ts';

/** All the register can honestly say of a person, in the form of `verified_claims`. What leaves is chosen elsewhere. */
export interface VerifiedIdentity {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly verification: Readonly<Record<string, unknown>>;
}

/** Undefined for organisations: the schema is about natural persons. */
export function verifiedIdentity(account: Account, now: number): VerifiedIdentity | undefined {
  if (account.subjectType === 'organisation') return undefined;
  const proofing = ruleInForce(PROOFING, dateInVietNam(now))[account.level];
  const time = timestamp(account.proofedAt ?? account.createdAt);
  return {
    claims: verifiedValues(account, now),
    verification: {
      trust_framework: TRUST_FRAMEWORK,
      assurance_level: proofing.assuranceLevel,
      assurance_process: { policy: proofing.policy, procedure: proofing.procedure },
      time,
      evidence: [
        ...[account.document, account.residencePermit]
          .filter((document) => document !== undefined)
          .map((document) => documentEvidence(document, proofing, time)),
        ...recordEvidence(account, proofing, time),
      ],
    },
  };
}

function verifiedValues(account: Account, now: number): Record<string, unknown> {
  const person = personClaims(account, now);
  return Object.fromEntries(
    VERIFIABLE_CLAIMS.filter((name) => name in person && isVerified(name, account)).map((name) => [
      name,
      person[name],
    ]),
  );
}

function isVerified(name: (typeof VERIFIABLE_CLAIMS)[number], account: Account): boolean {
  switch (name) {
    case 'address':
      return account.subjectType === 'citizen' && account.level === 2;
    case 'birthdate':
      // The schema knows whole dates only; a year alone is told as a plain claim.
      return account.birthdate.length === 'YYYY-MM-DD'.length;
    default:
      return true;
  }
}

function documentEvidence(
  { type, number, expiry }: IdentityDocument,
  { documentChecks }: Proofing,
  time: string,
): Record<string, unknown> {
  return {
    type: 'document',
    check_details: checks(documentChecks, time),
    document_details: {
      type: ASSURED_DOCUMENTS[type],
      document_number: number,
      date_of_expiry: expiry,
      // Who issued a passport is not in the register.
      ...(type === 'passport' ? undefined : { issuer: { country_code: REGISTER.country_code } }),
    },
    verifier: { organization: REGISTER.name },
  };
}

function recordEvidence(
  { subjectType }: Account,
  { recordChecks }: Proofing,
  time: string,
): readonly Record<string, unknown>[] {
  const type = ASSURED_RECORDS[subjectType];
  if (type === undefined) return [];
  return [
    {
      type: 'electronic_record',
      check_details: checks(recordChecks, time),
      record: { type, created_at: time, source: { ...REGISTER } },
      verifier: { organization: REGISTER.name },
    },
  ];
}

function checks(methods: readonly string[], time: string) {
  return methods.map((method) => ({
    check_method: method,
    organization: REGISTER.name,
    time,
  }));
}

/** UTC and whole seconds: a zone would tell where somebody was (OIDC4IDA 1.0, privacy considerations). */
function timestamp(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 'YYYY-MM-DDThh:mm:ss'.length)}Z`;
}
