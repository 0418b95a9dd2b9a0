import { TRUST_FRAMEWORK } from '../../accounts/proofing.ts';
import type { VerifiedIdentity } from '../../accounts/verified-identity.ts';
import type { Allowance } from './allowance.ts';
import { withoutDetails, type Detail } from './details.ts';
import type { VerifiedClaimsRequest } from './request.ts';
import { select } from './template.ts';

interface VerifiedClaims {
  readonly verification: unknown;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** What userinfo holds where nothing can be told: the same whatever the reason is. */
const NOTHING: VerifiedClaims = { verification: { trust_framework: TRUST_FRAMEWORK }, claims: {} };

export interface Disclosure {
  /** The member `verified_claims`; undefined: left out. */
  readonly member: VerifiedClaims | readonly VerifiedClaims[] | undefined;
  /** What was told, by name and without values. */
  readonly names: readonly string[];
}

/**
 * Request ∩ entitlement ∩ consent, by the omission rules of OIDC4IDA 1.0, section 5.7: a claim that does not satisfy the
 * request is left out, a verification that does not takes the whole alternative with it, and neither is an error. What may
 * not be told is compared with nothing, so that a filter never tells whether it would have fitted. An ID token is then
 * without the member; userinfo holds it with empty `claims` (docs/adr/0026). Pure.
 */
export function discloseVerified(
  requests: readonly VerifiedClaimsRequest[],
  identity: VerifiedIdentity | undefined,
  allowance: Allowance,
  { use, now }: { readonly use: 'userinfo' | 'id_token'; readonly now: number },
): Disclosure {
  const answered = requests
    .map((request) => identity && answer(request, identity, allowance, now))
    .filter((answerOfOne) => answerOfOne !== undefined);
  const [only = use === 'userinfo' ? NOTHING : undefined] = answered;
  return {
    member: answered.length > 1 ? answered : only,
    names: [...new Set(answered.flatMap((each) => leafNames(each, 'verified_claims')))],
  };
}

function answer(
  { claims, verification, asksForClaims }: VerifiedClaimsRequest,
  identity: VerifiedIdentity,
  allowance: Allowance,
  now: number,
): VerifiedClaims | undefined {
  const allowed = claims.filter(({ name }) => allowance.claim(name));
  if (asksForClaims && allowed.length === 0) return undefined;
  const details = new Set<Detail>(allowed.flatMap(({ name }) => allowance.details(name)));
  const known = withoutDetails(identity.verification, details);
  const verified = select(verification, known, now);
  if (!verified.met || verified.value === undefined) return undefined;
  const told = allowed
    .map(({ name, template }) => [name, select(template, identity.claims[name], now)] as const)
    .filter(([, { met, value }]) => met && value !== undefined);
  if (asksForClaims && told.length === 0) return undefined;
  return {
    verification: verified.value,
    claims: Object.fromEntries(told.map(([name, { value }]) => [name, value])),
  };
}

function leafNames(data: unknown, path: string): readonly string[] {
  if (Array.isArray(data) && data.some((item) => typeof item === 'object')) {
    return data.flatMap((item) => leafNames(item, path));
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [path];
  return Object.entries(data).flatMap(([name, value]) =>
    // A claim is told as a whole, whatever it consists of.
    path === 'verified_claims.claims' ? [`${path}.${name}`] : leafNames(value, `${path}.${name}`),
  );
}
