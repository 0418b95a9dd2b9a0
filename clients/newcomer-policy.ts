import { LOW } from '../accounts/assurance.ts';
import type { OrganisationId } from '../ids.ts';
import type { ClientPolicy } from './client.ts';

/** What a relying party that registered itself in the sandbox may ask: everything but identification numbers. */
const NEWCOMER_SCOPES = [
  'profile',
  'email',
  'phone',
  'address',
  'residence',
  'tenant_check',
  'offline_access',
] as const;

/** RFC 7591 members of our own that say why data is asked for, and what may be declined. */
export interface NewcomerWishes {
  readonly clientId: string;
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
    acrFloor: LOW,
    reuse: 'same-organisation',
    entitledScopes: NEWCOMER_SCOPES,
    purposes: Object.fromEntries(
      Object.entries(wishes.purposes).map(([scope, text]) => [scope, { vi: text, en: text }]),
    ),
    optionalScopes: wishes.optionalScopes,
  };
}
