/** How strictly a relying party is held; each step is a named set of rules, and nothing else knows what it means. */
export const TIERS = ['baseline', 'public-service', 'bank', 'bank-signed'] as const;
export type Tier = (typeof TIERS)[number];

/** JWS algorithms (RFC 7518, RFC 8037). `none` and the symmetric ones are in no tier. */
export type SigningAlgorithm = 'ES256' | 'EdDSA' | 'PS256' | 'RS256';

export type ClientAuthMethod =
  | 'none'
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'private_key_jwt'
  | 'tls_client_auth'
  | 'self_signed_tls_client_auth';

/**
 * What a relying party of a tier may and must do. In every tier: the code flow alone, PKCE with S256 (but see
 * `nonceInsteadOfPkce`), `iss` in every authorization response, exact redirect URIs. Implicit, hybrid, `plain`, the
 * password grant and `none` as an algorithm exist for nobody, so no rule names them.
 */
export interface TierRules {
  /** FAPI 2.0 Security Profile Final, with the checks the library makes for it. */
  readonly fapi: boolean;
  /** `token_endpoint_auth_method`. */
  readonly authMethods: readonly ClientAuthMethod[];
  /** What signs client assertions, request objects and DPoP proofs, and what signs for the relying party. */
  readonly signingAlgorithms: readonly SigningAlgorithm[];
  readonly grantTypes: readonly string[];
  /**
   * Whether a confidential client may register `require_pkce: false`, because its library cannot do PKCE. Each of its
   * requests must then have a `nonce` (RFC 9700, section 2.1.1).
   */
  readonly nonceInsteadOfPkce: boolean;
  /** `required`: no authorization request but through /par (RFC 9126). */
  readonly pushedRequests: 'optional' | 'required';
  /** Access tokens are good only with a key (RFC 9449) or a certificate (RFC 8705). */
  readonly senderConstrained: 'none' | 'dpop-or-mtls';
  /** Every authorization request is a signed request object (RFC 9101). */
  readonly signedRequestObject: boolean;
  /** Every authorization response is a signed one (JARM). */
  readonly jarm: boolean;
  /** Introspection is answered with a signed JWT, and with nothing else (RFC 9701). */
  readonly signedIntrospection: boolean;
  /** A refresh token is replaced at each use. */
  readonly rotatesRefreshTokens: boolean;
  /** What `aud` of a client assertion may be. */
  readonly assertionAudience: 'issuer' | 'issuer-or-token-endpoint';
  /** `required`: the relying party must be told when a session ends. */
  readonly backchannelLogout: 'optional' | 'required';
  /** Whether an application may be called back by a scheme of its own (RFC 8252, section 7.1). */
  readonly privateUseSchemes: boolean;
  /** How long a code is good, seconds. */
  readonly codeLifetimeSeconds: number;
}

const CODE = 'authorization_code';
const REFRESH = 'refresh_token';
const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code';
const CIBA = 'urn:openid:params:grant-type:ciba';

const BASELINE: TierRules = {
  fapi: false,
  authMethods: ['private_key_jwt', 'client_secret_basic', 'client_secret_post', 'none'],
  signingAlgorithms: ['ES256', 'EdDSA', 'PS256', 'RS256'],
  grantTypes: [CODE, REFRESH, DEVICE, CIBA],
  nonceInsteadOfPkce: true,
  pushedRequests: 'optional',
  senderConstrained: 'none',
  signedRequestObject: false,
  jarm: false,
  signedIntrospection: false,
  rotatesRefreshTokens: true,
  assertionAudience: 'issuer-or-token-endpoint',
  backchannelLogout: 'optional',
  privateUseSchemes: true,
  codeLifetimeSeconds: 60,
};

/** FAPI 2.0 Security Profile Final, section 5.3.2 and 5.4. */
const BANK: TierRules = {
  fapi: true,
  authMethods: ['private_key_jwt', 'tls_client_auth', 'self_signed_tls_client_auth'],
  signingAlgorithms: ['ES256', 'EdDSA', 'PS256'],
  grantTypes: [CODE, REFRESH, CIBA],
  nonceInsteadOfPkce: false,
  pushedRequests: 'required',
  senderConstrained: 'dpop-or-mtls',
  signedRequestObject: false,
  jarm: false,
  signedIntrospection: false,
  rotatesRefreshTokens: false,
  assertionAudience: 'issuer',
  backchannelLogout: 'optional',
  privateUseSchemes: false,
  codeLifetimeSeconds: 60,
};

/** The one table. `docs/reference/tiers.md` is made from it. */
export const TIER_RULES: Readonly<Record<Tier, TierRules>> = {
  baseline: BASELINE,
  'public-service': {
    ...BASELINE,
    authMethods: ['private_key_jwt'],
    nonceInsteadOfPkce: false,
    assertionAudience: 'issuer',
    backchannelLogout: 'required',
    privateUseSchemes: false,
  },
  bank: BANK,
  /** FAPI 2.0 Message Signing Final, sections 5.3 to 5.5. */
  'bank-signed': { ...BANK, signedRequestObject: true, jarm: true, signedIntrospection: true },
};

export function isTier(value: unknown): value is Tier {
  return TIERS.some((tier) => tier === value);
}
