import { createHash } from 'node:crypto';

import type { Consent } from '../accounts/consent.ts';
import type { ClientPolicy } from './client.ts';
import { claimsOfScopes, findScope, SCOPE_NAMES } from './scopes.ts';
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
  /** Why the service wants it, in its own words of this request; each other one, where it says several. */
  readonly purposes: readonly string[];
}

export type DisclosureItem = PlainItem | VerifiedItem;

interface PlainItem {
  readonly kind: 'scope' | 'claim';
  readonly name: string;
  /** May be declined while the login goes on. */
  readonly optional: boolean;
  readonly sensitive: boolean;
  /** As registered. */
  readonly purpose: { readonly vi: string; readonly en: string } | undefined;
  /** As said in this request, in the service's own words. */
  readonly stated: readonly string[];
}

/** The value of an item's checkbox: one word for each thing a person decides about. */
export function itemId({ kind, name }: DisclosureItem): string {
  return kind === 'verified' ? `verified-${name}` : name;
}

/** What is written into a consent for an item that is not a scope, which has its own list. */
export function consentNames(item: DisclosureItem): readonly string[] {
  switch (item.kind) {
    case 'scope':
      return purposeMarks(item);
    case 'claim':
      return [item.name, ...purposeMarks(item)];
    case 'verified':
      return [
        consentName(item.name),
        ...item.details.map((detail) => consentName(item.name, detail)),
        ...purposeMarks(item),
      ];
    default:
      return item satisfies never;
  }
}

/** A consent is for a purpose (PDPL, Art. 9): with another one said, the person is asked again. */
function purposeMarks(item: DisclosureItem): readonly string[] {
  return item.stated.map((text) => {
    const digest = createHash('sha256').update(text).digest('base64url');
    return `purpose:${itemId(item)}:${digest}`;
  });
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
  const claims = request.claims.filter(({ name }) => entitledClaims.has(name));
  return [
    ...scopes.map((scope) => ({
      kind: 'scope' as const,
      name: scope,
      optional: policy.optionalScopes.includes(scope),
      sensitive: findScope(scope)?.sensitive ?? false,
      purpose: policy.purposes[scope],
      stated: claims
        .filter(({ name }) => findScope(scope)?.claims.includes(name))
        .flatMap(({ purposes }) => purposes),
    })),
    ...claims
      .filter(({ name }) => !covered.has(name))
      .map(({ name, essential, purposes }) => ({
        kind: 'claim' as const,
        name,
        optional: !essential,
        sensitive: false,
        purpose: policy.purposes[name],
        stated: purposes,
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
  const claims = new Set([...consent.acceptedClaims, ...consent.refusedClaims]);
  const scopes = [...consent.acceptedScopes, ...consent.refusedScopes];
  if (item.kind === 'scope' && !scopes.includes(item.name)) return false;
  return consentNames(item).every((name) => claims.has(name));
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

const plain = claimsOfScopes(SCOPE_NAMES);

/** Of the names in a consent those that are claims, and not verified ones or marks of a purpose. */
export function plainClaims(names: readonly string[]): readonly string[] {
  return names.filter((name) => plain.has(name));
}
