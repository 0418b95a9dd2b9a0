import type { Metadata } from '../../../clients/policy/tier-check.ts';
import { TIERS, type Tier } from '../../../clients/policy/tiers.ts';

/** Of any relying party. */
export const BASE: Metadata = {
  application_type: 'web',
  redirect_uris: ['https://rp.example/callback'],
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token'],
  id_token_signed_response_alg: 'ES256',
};
export const BANK: Metadata = {
  ...BASE,
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: 'PS256',
  require_pushed_authorization_requests: true,
  dpop_bound_access_tokens: true,
};

/** One relying party that each tier has nothing against. */
export const GOOD: Readonly<Record<Tier, Metadata>> = {
  baseline: { ...BASE, token_endpoint_auth_method: 'client_secret_basic' },
  'public-service': {
    ...BASE,
    token_endpoint_auth_method: 'private_key_jwt',
    backchannel_logout_uri: 'https://rp.example/logout',
  },
  bank: BANK,
  'bank-signed': {
    ...BANK,
    require_signed_request_object: true,
    response_modes: ['jwt'],
    introspection_signed_response_alg: 'ES256',
    authorization_signed_response_alg: 'EdDSA',
  },
};

export const FAPI = ['bank', 'bank-signed'] as const;
const ALL = TIERS;

/** A change to a good relying party, and the tiers that must refuse it for the member it names. */
interface Case {
  readonly member: string;
  readonly change: Metadata;
  readonly refusedBy: readonly Tier[];
  readonly because: string;
}

const auth = (token_endpoint_auth_method: string, refusedBy: readonly Tier[]): Case => ({
  member: 'token_endpoint_auth_method',
  change: { token_endpoint_auth_method },
  refusedBy,
  because: 'FAPI 2.0 SP 5.3.2.1: mTLS (RFC 8705, section 2) or private_key_jwt, confidential only',
});
const algorithm = (member: string, value: string, refusedBy: readonly Tier[]): Case => ({
  member,
  change: { [member]: value },
  refusedBy,
  because: 'FAPI 2.0 SP 5.4.1: PS256, ES256 or EdDSA; never none',
});
const redirect = (uri: string, refusedBy: readonly Tier[], more: Metadata = {}): Case => ({
  member: 'redirect_uris',
  change: { redirect_uris: [uri], ...more },
  refusedBy,
  because: 'FAPI 2.0 SP 5.3.2.2: no http but for native loopback; RFC 6749, 3.1.2',
});
const native = { application_type: 'native' };

export const CASES: readonly Case[] = [
  auth('none', ['public-service', ...FAPI]),
  auth('client_secret_basic', ['public-service', ...FAPI]),
  auth('client_secret_post', ['public-service', ...FAPI]),
  auth('client_secret_jwt', ALL),
  auth('private_key_jwt', []),
  auth('tls_client_auth', ['baseline', 'public-service']),
  auth('self_signed_tls_client_auth', ['baseline', 'public-service']),
  ...[
    'token_endpoint_auth_signing_alg',
    'request_object_signing_alg',
    'backchannel_authentication_request_signing_alg',
    'id_token_signed_response_alg',
    'userinfo_signed_response_alg',
    'introspection_signed_response_alg',
    'authorization_signed_response_alg',
  ].flatMap((member) => [
    ...['ES256', 'PS256', 'EdDSA'].map((alg) => algorithm(member, alg, [])),
    algorithm(member, 'RS256', FAPI),
    ...['none', 'HS256', 'RS512', 'ES512', 'es256'].map((alg) => algorithm(member, alg, ALL)),
  ]),
  ...['implicit', 'password', 'client_credentials', 'anything'].map((grant) => ({
    member: 'grant_types',
    change: { grant_types: ['authorization_code', grant] },
    refusedBy: ALL,
    because: 'FAPI 2.0 SP 5.3.2.1: no resource owner password; nobody has implicit',
  })),
  {
    member: 'grant_types',
    change: { grant_types: ['urn:ietf:params:oauth:grant-type:device_code'] },
    refusedBy: FAPI,
    because: 'FAPI 2.0 has no device flow',
  },
  ...['token', 'id_token', 'code id_token', 'none'].map((type) => ({
    member: 'response_types',
    change: { response_types: [type] },
    refusedBy: ALL,
    because: 'FAPI 2.0 SP 5.3.2.2: the code flow alone',
  })),
  ...[false, undefined, 'true', 1].map((value) => ({
    member: 'require_pushed_authorization_requests',
    change: { require_pushed_authorization_requests: value },
    refusedBy: FAPI,
    because: 'FAPI 2.0 SP 5.3.2.2: shall reject requests sent without PAR',
  })),
  ...[false, undefined, 'true'].map((value) => ({
    member: 'dpop_bound_access_tokens',
    change: { dpop_bound_access_tokens: value },
    refusedBy: FAPI,
    because: 'FAPI 2.0 SP 5.3.2.1: shall only issue sender-constrained access tokens',
  })),
  {
    member: 'dpop_bound_access_tokens',
    change: { dpop_bound_access_tokens: false, tls_client_certificate_bound_access_tokens: true },
    refusedBy: [],
    because: 'FAPI 2.0 SP 5.3.2.1: MTLS or DPoP',
  },
  {
    member: 'require_signed_request_object',
    change: { require_signed_request_object: false },
    refusedBy: ['bank-signed'],
    because: 'FAPI 2.0 MS 5.3: signed authorization requests',
  },
  ...[undefined, [], ['query'], ['jwt', 'query'], ['form_post']].map((response_modes) => ({
    member: 'response_modes',
    change: { response_modes },
    refusedBy: ['bank-signed'] as const,
    because: 'FAPI 2.0 MS 5.4: signed authorization responses',
  })),
  ...[['jwt'], ['query.jwt', 'form_post.jwt']].map((response_modes) => ({
    member: 'response_modes',
    change: { response_modes },
    refusedBy: [],
    because: 'FAPI 2.0 MS 5.4: signed authorization responses',
  })),
  {
    member: 'introspection_signed_response_alg',
    change: { introspection_signed_response_alg: undefined },
    refusedBy: ['bank-signed'],
    because: 'FAPI 2.0 MS 5.5: signed introspection responses',
  },
  {
    member: 'backchannel_logout_uri',
    change: { backchannel_logout_uri: undefined },
    refusedBy: ['public-service'],
    because: 'a public service hears when a session ends',
  },
  redirect('https://rp.example:8443/cb?state=of%20mind', []),
  redirect('http://rp.example/cb', ALL),
  redirect('http://localhost.evil.example/cb', ALL),
  redirect('http://127.0.0.2/cb', ALL),
  redirect('https://rp.example/cb#', ALL),
  redirect('https://rp.example/cb#x', ALL),
  redirect('https://user@rp.example/cb', ALL),
  redirect('https://user:secret@rp.example/cb', ALL),
  redirect('https://rp.example\\@evil.example/cb', ALL),
  redirect('https://rp.example/c b', ALL),
  redirect(' https://rp.example/cb', ALL),
  redirect('https://rp.example/cb\r\nx', ALL),
  redirect('https://rp.exämple/cb', ALL),
  redirect('https://rp.example;x/cb', ALL),
  redirect('/cb', ALL),
  redirect('//rp.example/cb', ALL),
  redirect('', ALL),
  ...['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'blob:https://a/b'].flatMap(
    (uri) => [redirect(uri, ALL), redirect(uri, ALL, native)],
  ),
  redirect('vn.example.app:/cb', ALL),
  redirect('vn.example.app:/cb', ['public-service', ...FAPI], native),
  redirect('myapp:/cb', ALL, native),
  redirect('http://127.0.0.1/cb', [], native),
  redirect('http://[::1]:8080/cb', [], native),
  redirect('http://10.0.0.1/cb', ALL, native),
  {
    member: 'post_logout_redirect_uris',
    change: { post_logout_redirect_uris: ['http://rp.example/'] },
    refusedBy: ALL,
    because: 'as for redirect URIs',
  },
  ...[
    'client_uri',
    'logo_uri',
    'policy_uri',
    'tos_uri',
    'jwks_uri',
    'backchannel_logout_uri',
  ].flatMap((member) =>
    ['http://rp.example/x', 'http://localhost/x', 'javascript:alert(1)', 'x', 'https://a:b@c/'].map(
      (uri) => ({ member, change: { [member]: uri }, refusedBy: ALL, because: 'https alone' }),
    ),
  ),
];
