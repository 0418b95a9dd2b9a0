import type { ClientPolicy } from '../client.ts';
import { entitlementOf } from './allowance.ts';
import { detailsAsked, type Detail } from './details.ts';
import type { RequestedClaim, VerifiedClaimName, VerifiedClaimsRequest } from './request.ts';

/** A verified claim the person is asked about, with what comes along with it. */
export interface VerifiedItem {
  readonly kind: 'verified';
  readonly name: VerifiedClaimName;
  readonly details: readonly Detail[];
  readonly optional: boolean;
  readonly sensitive: boolean;
  readonly purpose: { readonly vi: string; readonly en: string } | undefined;
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
        purpose: purposeOf(same.map(({ claim }) => claim)) ?? policy.purposes[name],
      };
    });
}

/** In the service's words, for both languages; of several, none is kept from the person. */
function purposeOf(claims: readonly RequestedClaim[]): VerifiedItem['purpose'] {
  const texts = new Set(claims.flatMap(({ purpose }) => (purpose === undefined ? [] : [purpose])));
  if (texts.size === 0) return undefined;
  const text = [...texts].join('; ');
  return { vi: text, en: text };
}
