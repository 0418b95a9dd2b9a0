import { z } from 'zod';

import { VERIFIABLE_CLAIMS } from '../../accounts/proofing.ts';
import type { Leaf, Members } from './template.ts';
import { leafOf, toLeaf, verificationSchema } from './verification-schema.ts';

export type VerifiedClaimName = (typeof VERIFIABLE_CLAIMS)[number];

export interface RequestedClaim {
  readonly name: VerifiedClaimName;
  readonly essential: boolean;
  /** Why the service wants it, in its own words. */
  readonly purpose: string | undefined;
  readonly template: Leaf;
}

/** One alternative: each is answered or left out by itself (OIDC4IDA 1.0, section 5.6). */
export interface VerifiedClaimsRequest {
  readonly verification: Members;
  /** Of those asked for, the ones we know. */
  readonly claims: readonly RequestedClaim[];
  /** False for `claims: null`: how somebody was verified, and nothing about them. */
  readonly asksForClaims: boolean;
}

export type ParsedRequest =
  | { readonly kind: 'parsed'; readonly requests: readonly VerifiedClaimsRequest[] }
  /** `reason` fits an `error_description` (RFC 6749, section 4.1.2.1). */
  | { readonly kind: 'malformed'; readonly reason: string };

const MOST_ALTERNATIVES = 10;
const MOST_CLAIMS = 100;
const SHORTEST_PURPOSE = 3;
const LONGEST_PURPOSE = 300;

/** Section 5.3 of the drafts up to 13, which the final text left out; counted as people count. */
export const purposeSchema = z
  .string()
  .refine(
    (text) => [...text.trim()].length >= SHORTEST_PURPOSE && [...text].length <= LONGEST_PURPOSE,
    `must be of ${SHORTEST_PURPOSE} to ${LONGEST_PURPOSE} characters`,
  );

const claimSchema = leafOf(z.unknown())
  .unwrap()
  .extend({ purpose: purposeSchema.optional() })
  .nullable();

type Asked = Readonly<Record<string, unknown>> | null;

/** Names are only ever looked up in our own table: whatever else is asked for is as if it were not there. */
const claimsSchema = z
  .custom<Asked>(isObjectOrNull, 'must be an object or null')
  .transform((asked, context): Pick<VerifiedClaimsRequest, 'claims' | 'asksForClaims'> => {
    if (asked === null) return { claims: [], asksForClaims: false };
    const count = Object.keys(asked).length;
    if (count === 0 || count > MOST_CLAIMS) {
      const message = `must be null or name 1 to ${MOST_CLAIMS} claims`;
      context.addIssue({ code: 'custom', message });
    }
    const claims = VERIFIABLE_CLAIMS.filter((name) => Object.hasOwn(asked, name)).flatMap(
      (name) => {
        const parsed = claimSchema.safeParse(asked[name]);
        if (parsed.success) return [requestedClaim(name, parsed.data)];
        for (const { path, message } of parsed.error.issues) {
          context.addIssue({ code: 'custom', path: [name, ...path], message });
        }
        return [];
      },
    );
    return { claims, asksForClaims: true };
  });

function isObjectOrNull(input: unknown): boolean {
  return typeof input === 'object' && !Array.isArray(input);
}

function requestedClaim(
  name: VerifiedClaimName,
  asked: z.infer<typeof claimSchema>,
): RequestedClaim {
  const { essential = false, purpose } = asked ?? {};
  return { name, essential, purpose, template: toLeaf(asked) };
}

const alternativeSchema = z
  .object({ verification: verificationSchema, claims: claimsSchema })
  .transform(({ verification, claims }) => ({ verification, ...claims }));

const alternativesSchema = z.array(alternativeSchema).min(1).max(MOST_ALTERNATIVES);

/** The list of alternatives inside an object, as it travels through the library, which refuses lists. */
const wrappedSchema = z.object({ alternatives: alternativesSchema });

/** `verified_claims` as a client asks for it, or as `asMember` wrote it down. Pure. */
export function parseVerifiedClaims(input: unknown): ParsedRequest {
  const wrapped = wrappedSchema.safeParse(input);
  if (wrapped.success) return { kind: 'parsed', requests: wrapped.data.alternatives };
  const isList = Array.isArray(input);
  const parsed = alternativesSchema.safeParse(isList ? input : [input]);
  if (parsed.success) return { kind: 'parsed', requests: parsed.data };
  const [issue] = parsed.error.issues;
  const path = (isList ? issue?.path : issue?.path.slice(1)) ?? [];
  const place = ['verified_claims', ...path].map(String).join('.');
  return { kind: 'malformed', reason: printable(`${place}: ${issue?.message ?? 'malformed'}`) };
}

/** A list becomes an object, everything else stays as it is. */
export function asMember(input: unknown): unknown {
  return Array.isArray(input) ? { alternatives: input } : input;
}

/** RFC 6749, section 4.1.2.1: no quotation marks, no backslash, nothing beyond ASCII. */
function printable(text: string): string {
  return text.replace(/"/g, "'").replace(/[^\x20-\x5b\x5d-\x7e]/g, '?');
}
