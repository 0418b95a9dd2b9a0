import assert from 'node:assert/strict';

import { z } from 'zod';

import type { ClientPolicy } from '../../clients/client.ts';
import { OidcClient } from './oidc-client.ts';
import type { SenidProcess } from './senid-process.ts';
import { withStores } from './session-server.ts';

/** One alternative of a request. */
export function asking(claims: unknown, verification: object = {}): object {
  return { verification: { trust_framework: null, ...verification }, claims };
}

/** The parameter that asks userinfo, the ID token, or both for it. */
export function claimsParameter(
  request: unknown,
  targets: readonly ('userinfo' | 'id_token')[] = ['userinfo'],
): string {
  const members = targets.map((target) => [target, { verified_claims: request }]);
  return JSON.stringify(Object.fromEntries(members));
}

/** What there is for whoever may know everything. */
export const EVERYTHING = {
  assurance_level: null,
  assurance_process: { policy: null, procedure: null },
  time: null,
  evidence: ['document', 'electronic_record'].map((value) => ({
    type: { value },
    check_details: [{ check_method: null, organization: null, time: null }],
    verifier: { organization: null },
    ...(value === 'document'
      ? {
          document_details: {
            type: null,
            document_number: null,
            date_of_expiry: null,
            issuer: { country_code: null },
          },
        }
      : { record: { type: null, created_at: null, source: { name: null, country_code: null } } }),
  })),
};

/** A registered relying party with another agreement than newcomers have. */
export async function entitledClient(
  senid: SenidProcess,
  policy: Partial<ClientPolicy>,
): Promise<OidcClient> {
  const client = await OidcClient.register(senid.issuer);
  await withStores(senid, async ({ clients }) => {
    const record = await clients.find(client.clientId);
    assert.ok(record);
    await clients.save({ ...record, policy: { ...record.policy, ...policy } });
  });
  return client;
}

const moment = z.iso.datetime();
const day = z.iso.date();
const place = {
  formatted: z.string().optional(),
  street_address: z.string().optional(),
  locality: z.string().optional(),
  region: z.string().optional(),
  postal_code: z.string().optional(),
  country: z.string().optional(),
  country_code: z.string().optional(),
};
const source = z.strictObject({
  ...place,
  name: z.string().optional(),
  jurisdiction: z.string().optional(),
});
const checks = z
  .array(
    z.strictObject({
      check_method: z.string(),
      organization: z.string().optional(),
      check_id: z.string().optional(),
      time: moment.optional(),
    }),
  )
  .min(1)
  .optional();
const verifier = z
  .strictObject({ organization: z.string(), txn: z.string().optional() })
  .optional();

const evidence = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('document'),
    check_details: checks,
    verifier,
    document_details: z
      .strictObject({
        type: z.string(),
        document_number: z.string().optional(),
        date_of_expiry: day.optional(),
        issuer: source.optional(),
      })
      .optional(),
  }),
  z.strictObject({
    type: z.literal('electronic_record'),
    check_details: checks,
    verifier,
    record: z
      .strictObject({ type: z.string(), created_at: moment.optional(), source: source.optional() })
      .optional(),
  }),
]);

const oneOfThem = z.strictObject({
  verification: z.strictObject({
    trust_framework: z.string(),
    assurance_level: z.string().optional(),
    assurance_process: z
      .strictObject({ policy: z.string().optional(), procedure: z.string().optional() })
      .optional(),
    time: moment.optional(),
    evidence: z.array(evidence).min(1).optional(),
  }),
  claims: z.strictObject({
    name: z.string().optional(),
    birthdate: z
      .string()
      .regex(/^\d{4}-[01]\d-[0-3]\d$/)
      .optional(),
    gender: z.string().optional(),
    nationalities: z
      .array(z.string().regex(/^[A-Z]{3}$/))
      .min(1)
      .optional(),
    address: z.strictObject(place).optional(),
    subject_type: z.string().optional(),
    age_over_14: z.boolean().optional(),
    age_over_18: z.boolean().optional(),
    personal_identification_number: z.string().optional(),
  }),
});

/** Schema Definition 1.0, section 5, as far as we use it, and nothing beside it. */
const answerSchema = z.object({
  verified_claims: z.union([oneOfThem, z.array(oneOfThem)]).optional(),
});

type VerifiedClaims = z.infer<typeof oneOfThem>;

/** `verified_claims` of an ID token or of userinfo, which must be valid; always as a list. */
export function verifiedClaimsOf(answer: unknown): readonly VerifiedClaims[] {
  const { verified_claims: found } = answerSchema.parse(answer);
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found];
}
