import { redirectUriFault, webUriFault, type AddressRules } from './addresses.ts';
import type { TierRules } from './tiers.ts';

/** OAuth client metadata (RFC 7591) in its own spelling. */
export type Metadata = Readonly<Record<string, unknown>>;

/** One member that the tier does not allow. */
export interface Violation {
  readonly member: string;
  readonly given: string;
  readonly allowed: string;
}

/** Signed by the relying party, or by us for it. */
const ALGORITHM_MEMBERS = [
  'token_endpoint_auth_signing_alg',
  'request_object_signing_alg',
  'backchannel_authentication_request_signing_alg',
  'id_token_signed_response_alg',
  'userinfo_signed_response_alg',
  'introspection_signed_response_alg',
  'authorization_signed_response_alg',
] as const;

const WEB_ADDRESSES = [
  'client_uri',
  'logo_uri',
  'policy_uri',
  'tos_uri',
  'jwks_uri',
  'backchannel_logout_uri',
  'backchannel_client_notification_endpoint',
] as const;

const REDIRECTS = ['redirect_uris', 'post_logout_redirect_uris'] as const;
const SIGNED_RESPONSE_MODES: readonly string[] = ['jwt', 'query.jwt', 'form_post.jwt'];
/** RFC 7518, section 3.3; FAPI 2.0 Security Profile, section 5.4.1. */
const LEAST_RSA_BITS = 2048;

/** Where the relying party is registered and served. */
export interface Surroundings {
  readonly sandbox: boolean;
  /** Whether client certificates are asked for here; without them, what is to be bound to one is bound to nothing. */
  readonly mutualTls: boolean;
}

/** As the configuration has it. */
export function surroundingsOf(config: {
  readonly mode: 'sandbox' | 'production';
  readonly mutualTls: object | undefined;
}): Surroundings {
  return { sandbox: config.mode === 'sandbox', mutualTls: config.mutualTls !== undefined };
}

/** Everything in which the whole metadata of a relying party differs from what its tier allows. Pure. */
export function tierViolations(
  metadata: Metadata,
  rules: TierRules,
  { sandbox, mutualTls }: Surroundings,
): readonly Violation[] {
  const address: AddressRules = {
    sandbox,
    native: metadata['application_type'] === 'native',
    privateUseSchemes: rules.privateUseSchemes,
  };
  return [
    ...outside(metadata, 'token_endpoint_auth_method', rules.authMethods),
    ...outside(metadata, 'grant_types', rules.grantTypes),
    ...outside(metadata, 'response_types', ['code']),
    ...ALGORITHM_MEMBERS.flatMap((member) => outside(metadata, member, rules.signingAlgorithms)),
    ...demands(metadata, rules, mutualTls),
    ...REDIRECTS.flatMap((member) => badAddresses(metadata, member, redirectUriFault, address)),
    ...WEB_ADDRESSES.flatMap((member) => badAddresses(metadata, member, webUriFault, address)),
    ...weakKeys(metadata),
  ];
}

function outside(metadata: Metadata, member: string, allowed: readonly string[]): Violation[] {
  return listed(metadata[member])
    .filter((value) => !allowed.some((each) => each === value))
    .map((value) => ({ member, given: shown(value), allowed: allowed.join(', ') }));
}

/** What a tier asks for, beyond what it allows. */
function demands(metadata: Metadata, rules: TierRules, mutualTls: boolean): Violation[] {
  const demand = (unmet: boolean, member: string, allowed: string): Violation[] =>
    unmet ? [{ member, given: shown(metadata[member]), allowed }] : [];
  const lacks = (member: string) => metadata[member] !== true;
  const modes = listed(metadata['response_modes']);
  const replacesPkce =
    rules.nonceInsteadOfPkce && metadata['token_endpoint_auth_method'] !== 'none';
  return [
    ...demand(metadata['require_pkce'] === false && !replacesPkce, 'require_pkce', 'true'),
    ...demand(
      rules.pushedRequests === 'required' && lacks('require_pushed_authorization_requests'),
      'require_pushed_authorization_requests',
      'true',
    ),
    ...demand(
      rules.senderConstrained === 'dpop-or-mtls' &&
        lacks('dpop_bound_access_tokens') &&
        (!mutualTls || lacks('tls_client_certificate_bound_access_tokens')),
      'dpop_bound_access_tokens',
      mutualTls ? 'true, or tls_client_certificate_bound_access_tokens true' : 'true',
    ),
    ...demand(
      rules.signedRequestObject && lacks('require_signed_request_object'),
      'require_signed_request_object',
      'true',
    ),
    ...demand(
      rules.jarm && (modes.length === 0 || !modes.every(isSignedMode)),
      'response_modes',
      SIGNED_RESPONSE_MODES.join(', '),
    ),
    ...demand(
      rules.signedIntrospection && metadata['introspection_signed_response_alg'] === undefined,
      'introspection_signed_response_alg',
      rules.signingAlgorithms.join(', '),
    ),
    ...demand(
      rules.backchannelLogout === 'required' && metadata['backchannel_logout_uri'] === undefined,
      'backchannel_logout_uri',
      'an address of back-channel logout',
    ),
  ];
}

function isSignedMode(mode: unknown): boolean {
  return SIGNED_RESPONSE_MODES.some((each) => each === mode);
}

function badAddresses(
  metadata: Metadata,
  member: string,
  faultOf: (uri: string, rules: AddressRules) => string | undefined,
  rules: AddressRules,
): Violation[] {
  return listed(metadata[member]).flatMap((value) => {
    const allowed = faultOf(String(value), rules);
    return allowed === undefined ? [] : [{ member, given: shown(value), allowed }];
  });
}

function weakKeys(metadata: Metadata): Violation[] {
  const { keys } = (metadata['jwks'] ?? {}) as { keys?: unknown };
  return listed(keys).flatMap((key) => {
    const { kty, n } = (key ?? {}) as { kty?: unknown; n?: unknown };
    if (kty !== 'RSA' || typeof n !== 'string') return [];
    const bits = bitLength(Buffer.from(n, 'base64url'));
    if (bits >= LEAST_RSA_BITS) return [];
    return [
      { member: 'jwks', given: `${bits} bits RSA`, allowed: `RSA keys of ${LEAST_RSA_BITS} bits` },
    ];
  });
}

function bitLength(modulus: Buffer): number {
  const first = modulus.findIndex((byte) => byte !== 0);
  if (first === -1) return 0;
  return (modulus.length - first) * 8 - Math.clz32(modulus[first] ?? 0) + 24;
}

function listed(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** What was given, short: it goes back to whoever gave it. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
