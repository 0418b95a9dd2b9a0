import { errors, type ClaimsParameter, type KoaContextWithOIDC } from 'oidc-provider';

import {
  asMember,
  parseVerifiedClaims,
  purposeSchema,
  type VerifiedClaimsRequest,
} from '../clients/verified-claims/request.ts';

/** The one claim that is a request of its own (OIDC4IDA 1.0, section 5.3). */
export const VERIFIED_CLAIMS = 'verified_claims';

const TARGETS = ['id_token', 'userinfo'] as const;

/** `verified_claims` of the deepest kind reaches ten levels; parsing and storing are recursive. */
const DEEPEST = 20;

/**
 * What the library does not look at in the `claims` parameter, which it has parsed. It takes `null` and objects only: a list
 * of `verified_claims` alternatives goes on through it inside an object. Throws `InvalidRequest`.
 */
export function assertClaimsParameter(ctx: KoaContextWithOIDC, claims: ClaimsParameter): void {
  refuseDeep(claims);
  for (const target of TARGETS) {
    for (const [name, request] of Object.entries(claims[target] ?? {})) {
      if (name === VERIFIED_CLAIMS) assertVerified(target, request);
      else assertPlain(target, request);
    }
  }
  const params = ctx.oidc.params;
  if (params === undefined || !TARGETS.some((target) => isList(claims[target]))) return;
  const targets = TARGETS.filter((target) => claims[target] !== undefined).map((target) => [
    target,
    { ...claims[target], ...wrapped(claims[target]) },
  ]);
  params['claims'] = JSON.stringify(Object.fromEntries(targets));
}

/** Of a stored or pending request, which has been looked at before: what cannot be read asks for nothing. */
export function verifiedClaimsRequests(requested: unknown): readonly VerifiedClaimsRequest[] {
  if (requested === undefined) return [];
  const parsed = parseVerifiedClaims(requested);
  return parsed.kind === 'parsed' ? parsed.requests : [];
}

function assertVerified(target: string, request: unknown): void {
  const parsed = parseVerifiedClaims(request);
  if (parsed.kind === 'malformed') {
    throw new errors.InvalidRequest(`claims.${target}.${parsed.reason}`);
  }
}

function assertPlain(target: string, request: unknown): void {
  if (typeof request !== 'object' || Array.isArray(request)) {
    throw new errors.InvalidRequest(`claims.${target} members must be null or objects`);
  }
  if (request === null || !Object.hasOwn(request, 'purpose')) return;
  const { purpose } = request as { readonly purpose: unknown };
  if (!purposeSchema.safeParse(purpose).success) {
    throw new errors.InvalidRequest(
      `claims.${target} has a purpose that is not a text of 3 to 300 characters`,
    );
  }
}

type Target = ClaimsParameter[(typeof TARGETS)[number]];

function isList(target: Target): boolean {
  return target !== undefined && Array.isArray(memberOf(target));
}

function wrapped(target: Target): Readonly<Record<string, unknown>> | undefined {
  return isList(target) ? { [VERIFIED_CLAIMS]: asMember(memberOf(target)) } : undefined;
}

function memberOf(target: Target): unknown {
  return target !== undefined && Object.hasOwn(target, VERIFIED_CLAIMS)
    ? target[VERIFIED_CLAIMS]
    : undefined;
}

/** Level by level, so that looking is not recursive itself. */
function refuseDeep(claims: object): void {
  let level: readonly unknown[] = [claims];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new errors.InvalidRequest('claims parameter is nested too deeply');
    level = level.flatMap((value): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
}
