import type { Consent } from '../../accounts/consent.ts';
import type { ClientPolicy } from '../client.ts';
import { claimsOfScopes } from '../scopes.ts';
import { DETAIL_NAMES, DETAILS, type Detail } from './details.ts';
import type { VerifiedClaimName } from './request.ts';

/**
 * The name of a verified claim, or of a detail that comes with it, in a consent. A space of its own: who agreed to plain
 * `name` has not agreed to it with evidence, nor the other way round.
 */
export function consentName(claim: VerifiedClaimName, detail?: Detail): string {
  return detail === undefined ? `verified:${claim}` : `verified:${claim}+${detail}`;
}

/** What a client may be told under its entitlement. */
export interface Entitlement {
  claim(name: VerifiedClaimName): boolean;
  readonly details: ReadonlySet<Detail>;
}

/** A verified claim stands under the same scopes as the plain one. */
export function entitlementOf({ entitledScopes }: ClientPolicy): Entitlement {
  const claims = claimsOfScopes(entitledScopes);
  const governed = (claim: string | undefined) => claim === undefined || claims.has(claim);
  return {
    claim: (name) => claims.has(name),
    details: new Set(DETAIL_NAMES.filter((detail) => governed(DETAILS[detail].governedBy))),
  };
}

/** Entitlement ∩ consent. */
export interface Allowance {
  claim(name: VerifiedClaimName): boolean;
  /** Details that may come with that claim. */
  details(name: VerifiedClaimName): readonly Detail[];
}

export function allowanceOf(policy: ClientPolicy, consent: Consent): Allowance {
  const entitlement = entitlementOf(policy);
  const refused = new Set(consent.refusedClaims);
  const agreed = new Set(consent.acceptedClaims.filter((name) => !refused.has(name)));
  const mayHave = (name: VerifiedClaimName) =>
    entitlement.claim(name) && agreed.has(consentName(name));
  return {
    claim: mayHave,
    details: (name) =>
      mayHave(name)
        ? [...entitlement.details].filter((detail) => agreed.has(consentName(name, detail)))
        : [],
  };
}
