import { NEWCOMER_SCOPES } from '../../clients/newcomer-policy.ts';
import { TIER_RULES, TIERS, type TierRules } from '../../clients/policy/tiers.ts';
import { code, codes, page, table } from './markdown.ts';

/** Every rule, in the order of the page; the type holds that none is left out. */
const ROWS: Readonly<
  Record<keyof TierRules, readonly [rule: string, (rules: TierRules) => string]>
> = {
  fapi: ['FAPI 2.0 Security Profile Final', ({ fapi }) => yes(fapi)],
  authMethods: ['`token_endpoint_auth_method`', ({ authMethods }) => codes(authMethods)],
  signingAlgorithms: [
    'Algorithms: client assertions, request objects, ID tokens, every other signed answer',
    ({ signingAlgorithms }) => codes(signingAlgorithms),
  ],
  grantTypes: ['`grant_types`', ({ grantTypes }) => codes(grantTypes)],
  nonceInsteadOfPkce: [
    'A confidential client may register `require_pkce: false`, and then sends a `nonce` each time',
    ({ nonceInsteadOfPkce }) => yes(nonceInsteadOfPkce),
  ],
  pushedRequests: [
    'Pushed authorization requests (RFC 9126)',
    ({ pushedRequests }) => pushedRequests,
  ],
  senderConstrained: [
    'Access tokens bound by DPoP (RFC 9449) or a certificate (RFC 8705)',
    ({ senderConstrained }) => (senderConstrained === 'none' ? 'optional' : 'required'),
  ],
  signedRequestObject: [
    'Signed request objects (RFC 9101)',
    ({ signedRequestObject }) => (signedRequestObject ? 'required' : 'optional'),
  ],
  jarm: ['Signed authorization responses (JARM)', ({ jarm }) => (jarm ? 'required' : 'optional')],
  signedIntrospection: [
    'Signed introspection (RFC 9701)',
    ({ signedIntrospection }) => (signedIntrospection ? 'required' : 'optional'),
  ],
  rotatesRefreshTokens: [
    'Refresh tokens rotate',
    ({ rotatesRefreshTokens }) => yes(rotatesRefreshTokens),
  ],
  assertionAudience: [
    '`aud` of a client assertion',
    ({ assertionAudience }) =>
      assertionAudience === 'issuer' ? 'the issuer' : 'the issuer, or the token endpoint',
  ],
  backchannelLogout: ['`backchannel_logout_uri`', ({ backchannelLogout }) => backchannelLogout],
  privateUseSchemes: [
    'Native applications may have a scheme of their own',
    ({ privateUseSchemes }) => yes(privateUseSchemes),
  ],
  codeLifetimeSeconds: [
    'A code is good for',
    ({ codeLifetimeSeconds }) => `${codeLifetimeSeconds} s`,
  ],
};

export function tiersPage(): string {
  return page('Client tiers', '`clients/policy/tiers.ts`', [
    'How strictly a relying party is held. A tier is agreed when it is registered and does not change by an update. What a ' +
      'tier does not allow is refused twice: by `/register`, with `invalid_client_metadata` (`invalid_redirect_uri` for ' +
      'redirect URIs) naming the member, what was given and what is allowed; and by every endpoint that gives something, ' +
      'with `unauthorized_client`, should a stored client not meet its tier.',
    table(
      ['', ...TIERS.map(code)],
      Object.values(ROWS).map(([rule, cellOf]) => [
        rule,
        ...TIERS.map((tier) => cellOf(TIER_RULES[tier])),
      ]),
    ),
    'In every tier: the code flow alone, PKCE with S256 (but see `require_pkce`), `iss` in every authorization response, exact redirect URIs, ' +
      'pairwise subjects. Implicit and hybrid flow, `plain`, the password grant and `none` as an algorithm exist for nobody.',
    '## Addresses',
    [
      '- Redirect URIs (also those after logout): https, without fragment, user name or password. Native applications may be',
      '  called back over http on a loopback address, at any port (RFC 8252, section 7.3); in the sandbox everybody may.',
      '- A scheme of its own (RFC 8252, section 7.1) has a period in it: a domain name in reverse.',
      '- `client_uri`, `logo_uri`, `policy_uri`, `tos_uri`, `jwks_uri`, `backchannel_logout_uri`: https; http to a loopback',
      '  address in the sandbox. `initiate_login_uri` and `sector_identifier_uri`: https.',
      '- Redirect URIs on more than one host need a `sector_identifier_uri` that lists them all (OIDC Core, section 8.1). It is',
      '  read when they are registered.',
    ].join('\n'),
    '## Registration',
    [
      '- `POST /register` (RFC 7591): open in the sandbox; elsewhere with an initial access token, which',
      '  `senid clients invite` makes, with tier, scopes, number of uses and expiry. Where a token is sent, it counts.',
      '- `tier` is a member of our own. In the sandbox anybody may ask for any; absent, it is `baseline`. What the tier demands',
      '  and the request does not mention is filled in: `{"tier": "bank", …}` is enough for `require_pushed_authorization_requests`.',
      `- Without an invitation, \`scope\` may hold \`openid\` and ${codes(NEWCOMER_SCOPES)}.`,
      '- `GET`, `PUT` and `DELETE` of `registration_client_uri` (RFC 7592) take the `registration_access_token`. A `PUT` holds the',
      '  whole: what it leaves out is removed, and every rule holds as it did at first. Each `PUT` answers with a new',
      '  `registration_access_token`; the one before is good no more.',
      '- A `client_secret` does not expire, and is not kept where nothing needs one. It is replaced by registering anew.',
      '- A removed client is gone at once: its tokens open nothing, its id is not given again.',
    ].join('\n'),
  ]);
}

function yes(value: boolean): string {
  return value ? 'yes' : 'no';
}
