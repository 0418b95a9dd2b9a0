import type { ClientPolicy } from '../client.ts';
import { entitlementOf } from './allowance.ts';
import { detailsAsked, type Detail } from './details.ts';
import type { VerifiedClaimName, VerifiedClaimsRequest } from './request.ts';

/** A verified claim the person is asked about, with what comes along with it. */
export interface VerifiedItem {
  readonly kind: 'verified';
  readonly name: VerifiedClaimName;
  readonly details: readonly Detail[];
  readonly optional: boolean;
  readonly sensitive: boolean;
  readonly purpose: { readonly vi: string; readonly en: string } | undefined;
  readonly stated: readonly string[];
}

/** Entitlement ∩ request, over all alternatives: once for each claim. */
export function verifiedItems(
  policy: ClientPolicy,
  requests: readonly VerifiedClaimsRequest[],
): readonly VerifiedItem[] {
  const entitlement = entitlementOf(policy);
  const asked = requests.flatMap(({ claims, verification }) => {
    const details = [...detailsAsked(verification)].filter((detail) =>
      entitlement.details.has(detail),
    );
    return claims.map((claim) => ({ claim, details }));
  });
  const names = new Set(asked.map(({ claim }) => claim.name));
  return [...names]
    .filter((name) => entitlement.claim(name))
    .map((name) => {
      const same = asked.filter(({ claim }) => claim.name === name);
      return {
        kind: 'verified',
        name,
        details: [...new Set(same.flatMap(({ details }) => details))],
        optional: !same.some(({ claim }) => claim.essential),
        sensitive: false,
        purpose: policy.purposes[name],
        stated: [...new Set(same.flatMap(({ claim }) => claim.purpose ?? []))],
      };
    });
}
