import { errors, type Client } from 'oidc-provider';
import type Provider from 'oidc-provider';

import { CIBA_GRANT, DEVICE_GRANT } from './grant-source.ts';

interface Metadata {
  subject_type?: unknown;
  readonly grant_types?: unknown;
  readonly redirect_uris?: unknown;
  readonly sector_identifier_uri?: unknown;
}

type Checks = Record<'required' | 'enums', (this: Metadata) => void>;

/**
 * Tokens of these clients come straight to them: nothing shows that the host of a redirect URI is theirs. The library
 * therefore wants `jwks_uri` or `sector_identifier_uri` and signed authentication of each, which a television has not. Ours
 * get a sector of their own instead (`sectorOf`), which nobody can abuse; with `sector_identifier_uri` the library's rule
 * stands (docs/adr/0028).
 */
export function letDirectClientsStandAlone(provider: Provider): void {
  const { Schema } = provider.Client as unknown as { Schema: { prototype: Checks } };
  const { prototype } = Schema;
  for (const name of ['required', 'enums'] as const) {
    const check = prototype[name];
    Object.assign(prototype, {
      [name](this: Metadata) {
        if (!standsAlone(this)) return check.call(this);
        const { subject_type: subjectType } = this;
        this.subject_type = undefined;
        try {
          check.call(this);
        } finally {
          this.subject_type = subjectType;
        }
      },
    });
  }
}

function standsAlone(metadata: Metadata): boolean {
  const { grant_types: grants, sector_identifier_uri: sector, subject_type: type } = metadata;
  return (
    Array.isArray(grants) && grants.some(isDirect) && sector === undefined && type === 'pairwise'
  );
}

function isDirect(grant: unknown): boolean {
  return grant === DEVICE_GRANT || grant === CIBA_GRANT;
}

/** True when a client's sector must not be taken from an address it merely named. */
export function hasOwnSector(client: Client): boolean {
  return (client.grantTypes ?? []).some(isDirect) && client.sectorIdentifierUri === undefined;
}

/** CIBA Core 1.0, section 4: "The Client MUST authenticate"; SenID takes no CIBA of public clients. */
export function checkDirectGrants(metadata: Readonly<Record<string, unknown>>): void {
  const { grant_types: grants, token_endpoint_auth_method: method } = metadata;
  if (!Array.isArray(grants) || !grants.includes(CIBA_GRANT)) return;
  if (method === 'none') {
    throw new errors.InvalidClientMetadata('clients of CIBA must be confidential');
  }
  if (metadata['backchannel_user_code_parameter'] === true) {
    throw new errors.InvalidClientMetadata('backchannel_user_code_parameter is not supported');
  }
}
