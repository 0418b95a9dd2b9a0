import assert from 'node:assert/strict';

import { postRegistration } from '../support/oidc-client-registration.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { Browser } from '../support/session-browser.ts';
import { responseOf } from '../support/session-login.ts';
import { UNADVERTISED_VERIFICATION } from './verified-claims.ts';
import { listed, type World } from './world.ts';

/** What other providers do, and this one does not: not advertised, and refused when it is tried. */
export interface Refusal {
  readonly what: string;
  readonly refused: (world: World) => Promise<void>;
}

type Parameters = Readonly<Record<string, string | undefined>>;

/** What a request that needs nobody is answered with. */
async function errorOf({ client, browser }: World, parameters: Parameters): Promise<string> {
  const { url } = client.authorize({ prompt: 'none', ...parameters });
  const answer = await browser.send(url);
  const location = answer.headers.get('location') ?? '';
  const { hash } = new URL(location, client.issuer);
  const told = responseOf(answer, client) ?? new URLSearchParams();
  return told.get('error') ?? new URLSearchParams(hash.slice(1)).get('error') ?? 'no error';
}

const asking = (what: string, parameters: Parameters, error: string): Refusal => ({
  what,
  refused: async (world) => assert.equal(await errorOf(world, parameters), error),
});

const registering = (what: string, metadata: Readonly<Record<string, unknown>>): Refusal => ({
  what,
  async refused({ senid }) {
    const redirect_uris = ['https://refused.example/callback'];
    const answer = await postRegistration(senid.issuer, { redirect_uris, ...metadata });
    const body = (await answer.json()) as { error?: string };
    assert.equal(answer.status, 400, JSON.stringify(body));
    assert.equal(body.error, 'invalid_client_metadata');
  },
});

const granting = (grant_type: string, form: Parameters = {}): Refusal => ({
  what: `grant_type=${grant_type}`,
  async refused(world) {
    assert.ok(!listed(world, 'grant_types_supported').includes(grant_type));
    const { status, body } = await world.client.post('/token', { grant_type, ...form });
    assert.equal(status, 400);
    assert.equal(body['error'], 'unsupported_grant_type');
  },
});

const RESPONSE_TYPES = [
  'token',
  'id_token',
  'id_token token',
  'code id_token',
  'code token',
  'code id_token token',
  'none',
  'vp_token',
];
const jwks = { keys: [] };

export const REFUSALS: readonly Refusal[] = [
  ...RESPONSE_TYPES.map((response_type) =>
    asking(
      `response_type=${response_type}`,
      { response_type, response_mode: 'fragment' },
      'unsupported_response_type',
    ),
  ),
  asking('PKCE with plain', { code_challenge_method: 'plain' }, 'invalid_request'),
  asking(
    'no PKCE',
    { code_challenge: undefined, code_challenge_method: undefined },
    'invalid_request',
  ),
  asking(
    'response_mode=web_message',
    { response_mode: 'web_message' },
    'unsupported_response_mode',
  ),
  asking('prompt=create', { prompt: 'create' }, 'invalid_request'),
  asking('prompt=none with another', { prompt: 'none login' }, 'invalid_request'),
  asking('the registration parameter', { registration: '{}' }, 'registration_not_supported'),
  asking(
    'a request object by reference',
    { request_uri: 'https://rp.example/request.jwt' },
    'request_uri_not_supported',
  ),
  asking(
    'an acr nobody knows',
    { acr_values: 'urn:mace:incommon:iap:silver' },
    'unmet_authentication_requirements',
  ),

  granting('password', { username: 'x', password: 'x' }),
  granting('client_credentials'),
  granting('implicit'),
  granting('urn:ietf:params:oauth:grant-type:jwt-bearer', { assertion: 'x' }),
  granting('urn:ietf:params:oauth:grant-type:token-exchange', { subject_token: 'x' }),
  granting('urn:ietf:params:oauth:grant-type:saml2-bearer', { assertion: 'x' }),

  ...['none', 'HS256', 'HS512', 'RS1', 'ES256K'].flatMap((alg) => [
    registering(`ID tokens signed with ${alg}`, { id_token_signed_response_alg: alg }),
    registering(`userinfo signed with ${alg}`, { userinfo_signed_response_alg: alg }),
  ]),
  ...['RSA1_5', 'RSA-OAEP', 'dir', 'A128KW', 'A256GCMKW', 'PBES2-HS256+A128KW'].flatMap((alg) => [
    registering(`ID tokens encrypted with ${alg}`, { id_token_encrypted_response_alg: alg, jwks }),
    registering(`userinfo encrypted with ${alg}`, { userinfo_encrypted_response_alg: alg, jwks }),
  ]),
  registering('subject_type=public', { subject_type: 'public' }),
  registering('implicit clients', { grant_types: ['implicit'], response_types: ['id_token'] }),
  registering('client_secret_jwt', { token_endpoint_auth_method: 'client_secret_jwt' }),

  {
    what: 'an access token in the address of userinfo',
    async refused({ senid, tokens }) {
      const answer = await fetch(`${senid.issuer}/userinfo?access_token=${tokens.accessToken}`);
      assert.equal(answer.status, 400);
    },
  },
  {
    what: 'a redirect URI that is only nearly the registered one',
    async refused({ client }) {
      for (const redirect_uri of [`${client.redirectUri}/`, `${client.redirectUri}?x=1`]) {
        const page = await new Browser().get(client.authorize({ redirect_uri }).url);
        assert.equal(page.status, 400);
      }
    },
  },
  {
    what: 'endpoints nobody advertised',
    async refused({ senid, metadata }) {
      const known = new Set(Object.values(metadata).map(String));
      for (const path of [
        '/auth',
        '/me',
        '/session/end',
        '/reg',
        '/token/introspection',
        '/certs',
      ]) {
        assert.ok(!known.has(`${senid.issuer}${path}`));
        for (const method of ['GET', 'POST']) {
          const { status } = await fetch(`${senid.issuer}${path}`, { method });
          assert.equal(status, 404, path);
        }
      }
    },
  },
  {
    what: 'a confidential client that does not prove who it is',
    async refused({ senid }) {
      for (const authentication of ['client_secret_basic', 'private_key_jwt'] as const) {
        const { clientId } = await OidcClient.register(senid.issuer, { authentication });
        for (const form of [{}, { client_secret: 'x' }]) {
          const answer = await fetch(`${senid.issuer}/introspect`, {
            method: 'POST',
            body: new URLSearchParams({ ...form, client_id: clientId, token: 'x' }),
          });
          assert.equal(answer.status, 401);
        }
      }
    },
  },
  UNADVERTISED_VERIFICATION,
];
