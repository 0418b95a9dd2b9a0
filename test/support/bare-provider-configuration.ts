import { createHmac, generateKeyPairSync } from 'node:crypto';

import { errors, interactionPolicy, type Configuration, type JWK } from 'oidc-provider';

const LADDER = ['urn:senid:loa:low', 'urn:senid:loa:substantial', 'urn:senid:loa:high'];

/** One per process, so that a provider started again is the same provider. */
const SIGNING_KEY: JWK = {
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  kty: 'EC',
  kid: 'bare',
  use: 'sig',
  alg: 'ES256',
};

/** The routes, scopes and token contents of the design (section 7), on the library's own machinery. */
export function bareConfiguration(
  policy: interactionPolicy.Prompt[],
  person: () => Readonly<Record<string, unknown>>,
): Configuration {
  return {
    routes: {
      authorization: '/authorize',
      token: '/token',
      userinfo: '/userinfo',
      jwks: '/jwks',
      pushed_authorization_request: '/par',
      introspection: '/introspect',
      revocation: '/revoke',
      end_session: '/logout',
    },
    jwks: { keys: [SIGNING_KEY] },
    cookies: { keys: ['bare provider, tests only'] },
    acrValues: LADDER,
    clientAuthMethods: ['none', 'client_secret_basic', 'private_key_jwt'],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    features: {
      devInteractions: { enabled: false },
      introspection: { enabled: true, allowedPolicy: () => true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => false,
        getResourceServerInfo: (_ctx, audience) => ({
          scope: 'residence',
          audience,
          accessTokenFormat: 'jwt' as const,
        }),
      },
      rpInitiatedLogout: { enabled: true, logoutSource: logoutPage },
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}`, policy },
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx, accountId, client) =>
      createHmac('sha256', client.clientId).update(accountId).digest('base64url'),
    claims: CLAIMS,
    findAccount: (_ctx, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...person() }),
    }),
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    ttl: {
      Grant: 3600,
      Session: 3600,
      Interaction: 600,
      AccessToken: 600,
      RefreshToken: 3600,
      IdToken: 600,
    },
    extraTokenClaims,
    // The library refuses addresses on this machine; the sample bank's jwks_uri is one.
    fetch: (url, options) => fetch(url, withoutDispatcher(options)),
  };
}

function withoutDispatcher(options: RequestInit = {}): RequestInit {
  return Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'dispatcher'));
}

/** RFC 9470, section 6: a resource server learns how and when the person was authenticated. */
const extraTokenClaims: NonNullable<Configuration['extraTokenClaims']> = (ctx) => {
  const source = ctx.oidc.entities.AuthorizationCode ?? ctx.oidc.entities.RefreshToken;
  return source === undefined ? undefined : { acr: source.acr, auth_time: source.authTime };
};

/** The library's own checks, and one that knows `acr_values` are a minimum (LIBRARY, section 1.5). */
export function stepUpPolicy(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  const tooLow = new interactionPolicy.Check(
    'acr_unmet',
    'requested authentication context could not be obtained',
    'unmet_authentication_requirements',
    ({ oidc }) => {
      const wanted = LADDER.indexOf(String(oidc.params?.['acr_values'] ?? '').split(' ')[0] ?? '');
      const accountId = oidc.session?.accountId;
      if (accountId === undefined || LADDER.indexOf(oidc.session?.acr ?? '') >= wanted)
        return false;
      if (oidc.result?.login !== undefined) {
        throw new errors.UnmetAuthenticationRequirements('acr not reached');
      }
      return true;
    },
  );
  policy.get('login')?.checks.add(tooLow, 0);
  return policy;
}

const logoutPage: (ctx: { body?: unknown }, form: string) => void = (ctx, form) => {
  ctx.body = `<!doctype html><title>Logout</title>${form}<button form="op.logoutForm" name="logout" value="yes">Log out</button>`;
};

const CLAIMS = {
  openid: [
    'sub',
    'acr',
    'amr',
    'auth_time',
    'account_level',
    'authentication_level',
    'authentication_event_id',
  ],
  profile: ['name', 'birthdate', 'gender', 'age_over_14', 'age_over_18'],
  phone: ['phone_number', 'phone_number_verified'],
  identity: ['personal_identification_number', 'document', 'nationalities', 'subject_type'],
  residence: ['subject_type', 'nationalities', 'residence_valid'],
  tenant_check: ['name', 'age_over_18', 'document_valid', 'residence_valid'],
};

/** An invented person, in the non-existent province 099. */
export const BARE_PERSON: Readonly<Record<string, unknown>> = {
  account_level: 2,
  authentication_level: 2,
  authentication_event_id: 'evt_bare',
  name: 'Nguyễn Văn An',
  birthdate: '1990-04-12',
  gender: 'male',
  age_over_14: true,
  age_over_18: true,
  phone_number: '+84900000011',
  phone_number_verified: true,
  personal_identification_number: '099090000011',
  document: { type: 'id_card', number: '099090000011', expiry: '2030-04-12' },
  nationalities: ['VNM'],
  subject_type: 'citizen',
  document_valid: true,
  residence_valid: true,
};
