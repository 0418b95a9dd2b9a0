import { errors } from 'oidc-provider';

import type { Metadata, Surroundings } from '../clients/policy/tier-check.ts';
import { tierViolations } from '../clients/policy/tier-check.ts';
import { TIER_RULES, type Tier } from '../clients/policy/tiers.ts';

/** RFC 7591, section 3.2.2. Throws `InvalidClientMetadata` that names each member, what was given and what is allowed. */
export function requireTier(metadata: Metadata, tier: Tier, surroundings: Surroundings): void {
  const violations = tierViolations(metadata, TIER_RULES[tier], surroundings);
  if (violations.length === 0) return;
  const said = violations.map(
    ({ member, given, allowed }) =>
      `${member} is ${printable(given)}, where the tier ${tier} allows ${allowed}`,
  );
  throw new errors.InvalidClientMetadata(said.slice(0, MOST_SAID).join('; '));
}

const MOST_SAID = 3;

/** Throws `UnauthorizedClient` (RFC 6749, sections 4.1.2.1 and 5.2): the record is there, and is not good enough. */
export function refuseAtRunTime(fault: string): never {
  throw new errors.UnauthorizedClient(fault);
}

/** RFC 6749, section 5.2: what may stand in an `error_description`. */
function printable(text: string): string {
  return text.replaceAll(/[^\x20-\x21\x23-\x5B\x5D-\x7E]/g, '?');
}
