import type { Consent } from '../accounts/consent.ts';
import type { ClientPolicy } from './client.ts';
import { claimsOfScopes, findScope } from './scopes.ts';
import type { VerifiedClaimsRequest } from './verified-claims/request.ts';
import { verifiedItems, type VerifiedItem } from './verified-claims/verified-items.ts';
import { consentName } from './verified-claims/allowance.ts';

/** What one authorization request asks to know about the person. */
export interface DataRequest {
  readonly scopes: readonly string[];
  /** Single claims of the `claims` parameter (OIDC Core 5.5). */
  readonly claims: readonly RequestedData[];
  /** All alternatives of `verified_claims`, whichever place they are for. */
  readonly verified: readonly VerifiedClaimsRequest[];
}

interface RequestedData {
  readonly name: string;
  readonly essential: boolean;
  /** Why the service wants it, in its own words. */
  readonly purpose?: string | undefined;
}

export type DisclosureItem = PlainItem | VerifiedItem;

interface PlainItem {
  readonly kind: 'scope' | 'claim';
  readonly name: string;
  /** May be declined while the login goes on. */
  readonly optional: boolean;
  readonly sensitive: boolean;
  readonly purpose: { readonly vi: string; readonly en: string } | undefined;
}

/** The value of an item's checkbox: one word for each thing a person decides about. */
export function itemId({ kind, name }: DisclosureItem): string {
  return kind === 'verified' ? `verified-${name}` : name;
}

/** What is written into a consent for an item that is not a scope. */
export function consentNames(item: DisclosureItem): readonly string[] {
  if (item.kind !== 'verified') return [item.name];
  const { name, details } = item;
  return [consentName(name), ...details.map((detail) => consentName(name, detail))];
}

export type ConsentReason = 'first' | 'grown' | 'expired' | 'withdrawn' | 'requested';

/** Entitlement ∩ request: what the person is asked about, and the most this request can ever release. */
export function disclosureItems(
  policy: ClientPolicy,
  request: DataRequest,
): readonly DisclosureItem[] {
  const entitled = new Set(policy.entitledScopes);
  const scopes = request.scopes.filter((scope) => entitled.has(scope) && findScope(scope));
  const covered = claimsOfScopes(scopes);
  const entitledClaims = claimsOfScopes(policy.entitledScopes);
  const claims = request.claims.filter(
    ({ name }) => entitledClaims.has(name) && !covered.has(name),
  );
  return [
    ...scopes.map((scope) => ({
      kind: 'scope' as const,
      name: scope,
      optional: policy.optionalScopes.includes(scope),
      sensitive: findScope(scope)?.sensitive ?? false,
      purpose: policy.purposes[scope],
    })),
    ...claims.map(({ name, essential, purpose }) => ({
      kind: 'claim' as const,
      name,
      optional: !essential,
      sensitive: false,
      purpose: purpose === undefined ? policy.purposes[name] : { vi: purpose, en: purpose },
    })),
    ...verifiedItems(policy, request.verified),
  ];
}

/** Why the person must be asked; undefined when the newest record answers every item. Pure. */
export function consentReason(
  items: readonly DisclosureItem[],
  latest: Consent | undefined,
  now: number,
): ConsentReason | undefined {
  if (latest === undefined) return 'first';
  if (latest.kind === 'withdrawn') return 'withdrawn';
  if (latest.expiresAt !== undefined && latest.expiresAt <= now) return 'expired';
  return items.every((item) => answered(item, latest)) ? undefined : 'grown';
}

function answered(item: DisclosureItem, consent: Consent): boolean {
  const [accepted, refused] =
    item.kind === 'scope'
      ? [consent.acceptedScopes, consent.refusedScopes]
      : [consent.acceptedClaims, consent.refusedClaims];
  return consentNames(item).every((name) => accepted.includes(name) || refused.includes(name));
}

/** A consent in force, or undefined: withdrawn, expired and missing ones release nothing. */
export function consentInForce(latest: Consent | undefined, now: number): Consent | undefined {
  if (latest === undefined || latest.kind === 'withdrawn') return undefined;
  return latest.expiresAt !== undefined && latest.expiresAt <= now ? undefined : latest;
}

/**
 * Entitlement ∩ consent: the claims that may leave the house now, whatever was asked before (design, section 8.1).
 * A claim refused by itself stays refused, also where a scope agreed to earlier holds it.
 */
export function releasableClaims(policy: ClientPolicy, consent: Consent): ReadonlySet<string> {
  const entitled = new Set(policy.entitledScopes);
  const scopes = consent.acceptedScopes.filter((scope) => entitled.has(scope));
  const entitledClaims = claimsOfScopes(policy.entitledScopes);
  const single = consent.acceptedClaims.filter((claim) => entitledClaims.has(claim));
  const refused = new Set(consent.refusedClaims);
  return new Set([...claimsOfScopes(scopes), ...single].filter((claim) => !refused.has(claim)));
}
