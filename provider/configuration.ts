import type { Configuration, FindAccount } from 'oidc-provider';

import { ACR_VALUES } from '../accounts/assurance.ts';
import { OPENID_CLAIMS, SCOPE_NAMES, SCOPES } from '../clients/scopes.ts';
import type { ResourceServers } from '../clients/resource-server.ts';
import type { Config } from '../config.ts';
import type { Secrets } from '../secrets.ts';
import { VERIFIED_CLAIMS } from './claims-parameter.ts';
import { OWN_CLIENT_METADATA } from './client-metadata.ts';
import { cibaLifetime, type Ciba } from './ciba.ts';
import { isBeingRegistered, type ClientRegistration } from './client-registration.ts';
import { rotatesRefreshTokens, rulesOf } from './client-tier.ts';
import { cookies } from './cookies.ts';
import { DEVICE_PATH, type DevicePages } from './device-pages.tsx';
import { discoveryMembers } from './discovery.ts';
import { ENCRYPTION_ALGORITHMS } from './encryption.ts';
import { features } from './features.ts';
import { mutualTlsAliases, mutualTlsMethods, type MutualTlsParts } from './mutual-tls.ts';
import { requireSoundAssertion } from './signed-by-clients.ts';
import { requireTokenInHeader } from './token-place.ts';
import type { createAdapterFactory } from './adapter.ts';
import { pkceRule } from './pkce.ts';
import type { createGrantLoader } from './grants.ts';
import type { createInteractionPolicy } from './checks.ts';
import type { ProviderPages } from './pages.tsx';
import type { PairwiseSubject } from './pairwise.ts';
import type { TokenPolicy } from './token-policy.ts';
import type { LibraryKey } from './key-source.ts';
import { SIGNING_ALGORITHMS } from './keys.ts';
import { TTL } from './ttl.ts';

export interface ConfigurationParts {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly keys: readonly LibraryKey[];
  readonly adapter: ReturnType<typeof createAdapterFactory>;
  readonly findAccount: FindAccount;
  readonly policy: ReturnType<typeof createInteractionPolicy>;
  readonly loadExistingGrant: ReturnType<typeof createGrantLoader>;
  readonly subjectFor: PairwiseSubject;
  readonly pages: ProviderPages;
  readonly devicePages: DevicePages;
  readonly ciba: Ciba;
  readonly tokens: TokenPolicy;
  readonly resources: ResourceServers;
  readonly registration: ClientRegistration;
  readonly mutualTls: MutualTlsParts;
  readonly fetch: typeof globalThis.fetch;
}

/** Design, section 7. */
const ROUTES = {
  authorization: '/authorize',
  token: '/token',
  userinfo: '/userinfo',
  jwks: '/jwks',
  pushed_authorization_request: '/par',
  introspection: '/introspect',
  revocation: '/revoke',
  end_session: '/logout',
  registration: '/register',
  device_authorization: '/device-authorization',
  code_verification: DEVICE_PATH,
  backchannel_authentication: '/backchannel',
} as const;

/** Everything the library lets us choose; defaults that are wrong for us are named in LIBRARY, section 0.7. */
export function providerConfiguration(parts: ConfigurationParts): Configuration {
  const { config, pages, tokens, subjectFor } = parts;
  const findAccount = parts.ciba.findAccount(parts.findAccount);
  return {
    adapter: parts.adapter,
    jwks: { keys: [...parts.keys] },
    findAccount(ctx, accountId, token) {
      requireTokenInHeader(ctx);
      return findAccount(ctx, accountId, token);
    },
    loadExistingGrant: parts.loadExistingGrant,
    interactions: { policy: parts.policy, url: (_ctx, { uid }) => `/interaction/${uid}` },
    claims: { ...claimsByScope(), [VERIFIED_CLAIMS]: null },
    scopes: [...SCOPE_NAMES],
    acrValues: [...ACR_VALUES],
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx, accountId, client) => subjectFor(accountId, client),
    responseTypes: ['code'],
    pkce: { required: pkceRule(config.profile) },
    ...clientRules(parts),
    allowOmittingSingleRegisteredRedirectUri: false,
    assertJwtClientAuthClaimsAndHeader: requireSoundAssertion,
    rotateRefreshToken: (ctx) => rotatesRefreshTokens(ctx),
    // The library's binding compares grant ids kept in the session, which two tabs overwrite for each other: ours does not.
    expiresWithSession: () => false,
    issueRefreshToken: tokens.issueRefreshToken,
    extraTokenClaims: tokens.extraTokenClaims,
    clientBasedCORS: tokens.clientBasedCors,
    features: features(parts),
    cookies: cookies(parts.secrets),
    routes: ROUTES,
    discovery: {
      ...discoveryMembers(config.issuer, parts.resources.identifiers),
      ...mutualTlsAliases(config.mutualTls?.origin, ROUTES),
    },
    ttl: {
      ...TTL,
      // An API may want shorter ones.
      AccessToken: (_ctx, { resourceServer }) => resourceServer?.accessTokenTTL ?? TTL.AccessToken,
      BackchannelAuthenticationRequest: cibaLifetime,
      AuthorizationCode: (_ctx, _code, client) => rulesOf(client).codeLifetimeSeconds,
    },
    renderError: pages.renderError,
    fetch: parts.fetch,
  };
}

/** What a relying party may register, and how it authenticates. */
function clientRules({ config, registration, mutualTls }: ConfigurationParts): Configuration {
  return {
    clientAuthMethods: [
      'private_key_jwt',
      'client_secret_basic',
      'client_secret_post',
      'none',
      ...mutualTlsMethods(mutualTls),
    ],
    clientDefaults: {
      grant_types: ['authorization_code'],
      response_types: ['code'],
      // OpenID Connect Registration 1.0, section 2, has RS256, and the suite holds us to it.
      id_token_signed_response_alg: config.profile === 'conformance' ? 'RS256' : 'ES256',
      authorization_signed_response_alg: 'ES256',
      introspection_signed_response_alg: 'ES256',
      token_endpoint_auth_method: 'client_secret_basic',
      subject_type: 'pairwise',
    },
    // OIDC Registration, section 5: read when it is registered. Nobody's login waits for somebody else's server.
    sectorIdentifierUriValidate: () => isBeingRegistered(),
    extraClientMetadata: {
      properties: [...OWN_CLIENT_METADATA],
      // Called once for each member of our own, always with the whole.
      validator(ctx, key, _value, metadata) {
        if (key === OWN_CLIENT_METADATA[0]) registration.complete(ctx, metadata);
      },
    },
    enabledJWA: {
      idTokenSigningAlgValues: [...SIGNING_ALGORITHMS],
      userinfoSigningAlgValues: [...SIGNING_ALGORITHMS],
      authorizationSigningAlgValues: [...SIGNING_ALGORITHMS],
      introspectionSigningAlgValues: [...SIGNING_ALGORITHMS],
      ...ENCRYPTION_ALGORITHMS,
      clientAuthSigningAlgValues: ['ES256', 'EdDSA', 'PS256', 'RS256'],
      requestObjectSigningAlgValues: ['ES256', 'EdDSA', 'PS256', 'RS256'],
      // The last two are one algorithm (RFC 9864); clients have begun to call it by its second name.
      dPoPSigningAlgValues: ['ES256', 'PS256', 'EdDSA', 'Ed25519'],
    },
  };
}

function claimsByScope(): Record<string, string[] | null> {
  return Object.fromEntries([
    ['openid', [...OPENID_CLAIMS]],
    ...SCOPES.filter(({ claims }) => claims.length > 0).map(({ scope, claims }) => [
      scope,
      [...claims],
    ]),
  ]) as Record<string, string[]>;
}
