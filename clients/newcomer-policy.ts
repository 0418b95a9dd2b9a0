import { LOW } from '../accounts/assurance.ts';
import type { OrganisationId } from '../ids.ts';
import type { ClientPolicy } from './client.ts';
import type { Tier } from './policy/tiers.ts';

/** What a relying party that registered itself in the sandbox may ask: everything but identification numbers. */
export const NEWCOMER_SCOPES: readonly string[] = [
  'profile',
  'email',
  'phone',
  'address',
  'residence',
  'tenant_check',
  'offline_access',
];

/** RFC 7591 members of our own that say why data is asked for, and what may be declined. */
export interface NewcomerWishes {
  readonly clientId: string;
  readonly tier: Tier;
  readonly scopes: readonly string[];
  readonly clientName: string;
  readonly purposes: Readonly<Record<string, string>>;
  readonly optionalScopes: readonly string[];
}

/** Each newcomer is an organisation of its own: no authentication made for another is ever reused for it. */
export function newcomerPolicy(wishes: NewcomerWishes): ClientPolicy {
  return {
    organisation: {
      id: `org_${wishes.clientId}` satisfies OrganisationId,
      name: { vi: wishes.clientName, en: wishes.clientName },
      publicService: false,
    },
    tier: wishes.tier,
    acrFloor: LOW,
    reuse: 'same-organisation',
    entitledScopes: wishes.scopes,
    purposes: Object.fromEntries(
      Object.entries(wishes.purposes).map(([scope, text]) => [scope, { vi: text, en: text }]),
    ),
    optionalScopes: wishes.optionalScopes,
  };
}
