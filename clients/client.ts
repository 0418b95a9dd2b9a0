import type { FactorAudience, SessionReuse } from '../accounts/factors.ts';
import type { RequestScope } from '../accounts/subject.ts';
import type { OrganisationId } from '../ids.ts';
import type { Tier } from './policy/tiers.ts';

export interface Organisation {
  readonly id: OrganisationId;
  readonly name: { readonly vi: string; readonly en: string };
  readonly publicService: boolean;
}

/** What SenID itself holds about a relying party, beside its OAuth metadata. */
export interface ClientPolicy {
  readonly organisation: Organisation;
  /** How strictly it is held, at registration and at every request (`policy/tiers.ts`). */
  readonly tier: Tier;
  /** Registered floor: no token below it (design, section 2, rule 1). */
  readonly acrFloor: string;
  readonly reuse: SessionReuse;
  /** Scopes beyond `openid` this client is entitled to. */
  readonly entitledScopes: readonly string[];
  /** Why each scope is asked for, as shown to the person. */
  readonly purposes: Readonly<Record<string, { readonly vi: string; readonly en: string }>>;
  /** Scopes the person may decline while the login goes on. */
  readonly optionalScopes: readonly string[];
  /**
   * Takes somebody who acts for another, and reads `act` beside `sub` (docs/adr/0037). Absent: it does not, and nobody
   * is ever signed in there for a child or an organisation that is not there.
   */
  readonly takesActors?: boolean;
}

export interface ClientRecord {
  readonly clientId: string;
  readonly origin: 'seeded' | 'self-registered';
  /** OAuth client metadata (RFC 7591), sealed at rest because it may hold a secret. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly policy: ClientPolicy;
  readonly createdAt: number;
}

export interface ClientStore {
  find(clientId: string): Promise<ClientRecord | undefined>;
  /** Insert or replace. */
  save(record: ClientRecord): Promise<void>;
  /** Only one that is there: false when it was removed meanwhile, and nothing is written. */
  replace(record: ClientRecord): Promise<boolean>;
  remove(clientId: string): Promise<void>;
  /** By client id, after the one that is named; at most so many. */
  list(page: { readonly after: string; readonly limit: number }): Promise<readonly ClientRecord[]>;
}

/** For whom a factor is proven when it is proven for this client. */
export function audienceOf({ clientId, policy }: ClientRecord): FactorAudience {
  const { id, publicService } = policy.organisation;
  return { clientId, organisationId: id, publicService };
}

/** Which factors count for a request of this client; the rest of the scope is the person's own. */
export function requestScope(
  client: ClientRecord,
  transaction: string,
  { maxAgeSeconds, freshOnly }: Pick<RequestScope, 'maxAgeSeconds' | 'freshOnly'>,
): RequestScope {
  const { reuse } = client.policy;
  return { transaction, audience: audienceOf(client), reuse, maxAgeSeconds, freshOnly };
}
