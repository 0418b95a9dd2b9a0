import { isDeepStrictEqual } from 'node:util';

import { z } from 'zod';

import type { Leaf, Members, Template } from './template.ts';

/** As deep and as long as any honest request; what is longer is malformed. */
const MOST_VALUES = 50;
const MOST_ENTRIES = 10;

type Node = z.ZodType<Template>;

/** What any place may say: nothing, that it is essential, and what its value may be. */
export function leafOf(value: z.ZodType) {
  return z
    .object({
      essential: z.boolean().optional(),
      value: value.optional(),
      values: z.array(value).min(1).max(MOST_VALUES).optional(),
      max_age: z.int().min(0).optional(),
    })
    .nullable();
}

/** Where both are said, both must hold. */
export function toLeaf(asked: z.infer<ReturnType<typeof leafOf>>): Leaf {
  const { value, values, max_age: maxAge } = asked ?? {};
  const both = (values ?? [value]).filter((each) => isDeepStrictEqual(each, value));
  const allowed = value === undefined ? values : both;
  return { kind: 'leaf', allowed, maxAge };
}

const leaf: Node = leafOf(z.string().max(1_000)).transform(toLeaf);

interface Demands {
  /** Without these the request is malformed. */
  readonly required?: readonly string[];
  /** Without these the answer would be. */
  readonly needs?: readonly string[];
}

/** Members that are not named are ignored (Schema Definition 1.0, section 5.4.2). */
function members(
  shape: Readonly<Record<string, Node>>,
  { required = [], needs = [] }: Demands = {},
): z.ZodType<Members> {
  const fields = Object.fromEntries(
    Object.entries(shape).map(([name, node]) => [
      name,
      required.includes(name) ? node : node.optional(),
    ]),
  );
  return z.object(fields).transform((parsed) => ({
    kind: 'members' as const,
    members: Object.entries(parsed).flatMap(([name, template]) =>
      template === undefined ? [] : [[name, template] as const],
    ),
    needs,
  }));
}

function entries(entry: Node): Node {
  return z
    .array(entry)
    .min(1)
    .max(MOST_ENTRIES)
    .transform((parsed): Template => ({ kind: 'entries', entries: parsed }));
}

/** All of the same kind: `leaves('a', 'b')` → members a and b. */
function leaves(...names: readonly string[]): Readonly<Record<string, Node>> {
  return Object.fromEntries(names.map((name) => [name, leaf]));
}

const place = leaves(
  'formatted',
  'street_address',
  'locality',
  'region',
  'postal_code',
  'country',
  'name',
  'country_code',
  'jurisdiction',
);
const checkDetails = entries(
  members(leaves('check_method', 'organization', 'check_id', 'time'), {
    required: ['check_method'],
    needs: ['check_method'],
  }),
);
const common = {
  type: leaf,
  check_details: checkDetails,
  attachments: leaf,
  // As the drafts had it; the final text says the same in `check_details`.
  verifier: members(leaves('organization', 'txn'), { needs: ['organization'] }),
} as const;

/** Schema Definition 1.0, section 5.4.4. Of the last two kinds there is nothing to tell: what they ask in detail is not read. */
const EVIDENCE: Readonly<Record<string, Node>> = {
  document: members(
    {
      ...common,
      document_details: members(
        {
          ...leaves('type', 'document_number', 'serial_number'),
          ...leaves('date_of_issuance', 'date_of_expiry'),
          issuer: members(place),
        },
        { needs: ['type'] },
      ),
    },
    { needs: ['type'] },
  ),
  electronic_record: members(
    {
      ...common,
      record: members(
        { ...leaves('type', 'created_at', 'date_of_expiry'), source: members(place) },
        { needs: ['type'] },
      ),
    },
    { needs: ['type'] },
  ),
  vouch: members(common, { needs: ['type'] }),
  electronic_signature: members(common, { needs: ['type'] }),
};

/** OIDC4IDA 1.0, section 5.4: the type is named, by `value` alone. */
const evidenceType = z.object({
  type: z.object({
    value: z.enum(['document', 'electronic_record', 'vouch', 'electronic_signature']),
    values: z.undefined('must not be used here').optional(),
  }),
});

const evidence: Node = z.unknown().transform((input, context): Template => {
  const { data: head, error } = evidenceType.safeParse(input);
  const parsed = head === undefined ? undefined : EVIDENCE[head.type.value]?.safeParse(input);
  if (parsed?.success === true) return parsed.data;
  for (const { path, message } of (parsed?.error ?? error)?.issues ?? []) {
    context.addIssue({ code: 'custom', path, message });
  }
  return z.NEVER;
});

const assuranceDetails = entries(
  members({
    ...leaves('assurance_type', 'assurance_classification'),
    evidence_ref: entries(
      members(
        { check_id: leaf, evidence_metadata: members(leaves('evidence_classification')) },
        { required: ['check_id'] },
      ),
    ),
  }),
);

/** `verification`, as in the schema published with OIDC4IDA 1.0 (verified_claims_request.json). */
export const verificationSchema = members(
  {
    ...leaves('trust_framework', 'assurance_level', 'time', 'verification_process'),
    assurance_process: members({
      ...leaves('policy', 'procedure'),
      assurance_details: assuranceDetails,
    }),
    evidence: entries(evidence),
  },
  { required: ['trust_framework'], needs: ['trust_framework'] },
);
