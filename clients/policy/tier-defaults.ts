import type { Metadata } from './tier-check.ts';
import type { TierRules } from './tiers.ts';

/** Where the library has a default of its own that a tier may not allow. */
const DEFAULTED_ALGORITHMS = [
  'id_token_signed_response_alg',
  'userinfo_signed_response_alg',
  'introspection_signed_response_alg',
  'authorization_signed_response_alg',
] as const;

/**
 * What the tier demands and the relying party did not mention: it asked for the tier, and so for what belongs to it.
 * What it did mention is never changed. `metadata` holds the library's defaults already; `given` is what was sent.
 */
export function tierDefaults(
  metadata: Metadata,
  given: Metadata,
  rules: TierRules,
): Readonly<Record<string, unknown>> {
  const unsaid = (member: string) => isUnsaid(given[member]);
  const [authMethod] = rules.authMethods;
  const [algorithm] = rules.signingAlgorithms;
  const methods: readonly unknown[] = rules.authMethods;
  const algorithms: readonly unknown[] = rules.signingAlgorithms;
  const entries: (readonly [string, unknown])[] = [
    [
      'token_endpoint_auth_method',
      !methods.includes(metadata['token_endpoint_auth_method']) && authMethod,
    ],
    ['require_pushed_authorization_requests', rules.pushedRequests === 'required'],
    [
      'dpop_bound_access_tokens',
      rules.senderConstrained === 'dpop-or-mtls' &&
        unsaid('tls_client_certificate_bound_access_tokens'),
    ],
    ['require_signed_request_object', rules.signedRequestObject],
    ['response_modes', rules.jarm && ['jwt']],
    ...DEFAULTED_ALGORITHMS.map((member) => {
      const value = metadata[member];
      return [member, value !== undefined && !algorithms.includes(value) && algorithm] as const;
    }),
  ];
  return Object.fromEntries(entries.filter(([member, value]) => value !== false && unsaid(member)));
}

/** RFC 7592, section 2.2: null and an empty value ask for removal. */
export function isUnsaid(value: unknown): value is undefined | null | '' {
  return value === undefined || value === null || value === '';
}
