import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { attemptLogin, logIn, sharedHolder } from '../support/session-login.ts';
import { sharedSenid } from '../support/session-server.ts';

type Metadata = Readonly<Record<string, unknown>>;

/** What a JWT says that stands somewhere in an answer (JARM). */
function insideOf(answer: string): string {
  const [, payload = ''] = /eyJ[\w-]+\.([\w-]+)\.[\w-]+/.exec(answer) ?? [];
  return Buffer.from(payload, 'base64url').toString('utf8');
}

const ENDPOINTS = [
  'authorization_endpoint',
  'token_endpoint',
  'userinfo_endpoint',
  'jwks_uri',
  'registration_endpoint',
  'pushed_authorization_request_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
  'end_session_endpoint',
];

describe('the discovery document', () => {
  let senid: SenidProcess;
  let metadata: Metadata;

  before(async () => {
    senid = await sharedSenid();
    const response = await fetch(`${senid.issuer}/.well-known/openid-configuration`);
    assert.equal(response.status, 200);
    metadata = (await response.json()) as Metadata;
  });

  const list = (name: string) => {
    const value = metadata[name];
    assert.ok(Array.isArray(value), name);
    return value.map(String);
  };

  it('names the issuer it was fetched from, and every address under it', () => {
    assert.equal(metadata['issuer'], senid.issuer);
    for (const name of ENDPOINTS) {
      assert.ok(String(metadata[name]).startsWith(`${senid.issuer}/`), name);
    }
  });

  it('names only addresses that answer', async () => {
    for (const name of ENDPOINTS) {
      const { status } = await fetch(String(metadata[name]), { redirect: 'manual' });
      const posted = await fetch(String(metadata[name]), { method: 'POST', redirect: 'manual' });
      const best = Math.min(status, posted.status);
      assert.ok(best !== 404 && best !== 405 && best < 500, `${name}: ${status}, ${posted.status}`);
    }
  });

  it('is the same as the authorization server metadata of RFC 8414, where that is served', async () => {
    const response = await fetch(`${senid.issuer}/.well-known/oauth-authorization-server`);
    if (response.status !== 404) assert.deepEqual(await response.json(), metadata);
  });

  it('names every acr, scope and claim there is', () => {
    assert.deepEqual(list('acr_values_supported').toSorted(), [
      'LoA1',
      'phr',
      'phrh',
      'urn:senid:loa:high',
      'urn:senid:loa:low',
      'urn:senid:loa:substantial',
    ]);
    assert.deepEqual(list('scopes_supported').toSorted(), [
      'address',
      'email',
      'identity',
      'offline_access',
      'openid',
      'phone',
      'profile',
      'residence',
      'stay',
      'tenant_check',
    ]);
    for (const claim of [
      'sub',
      'acr',
      'amr',
      'auth_time',
      'account_level',
      'authentication_level',
      'authentication_event_id',
      'name',
      'birthdate',
      'gender',
      'email',
      'phone_number',
      'address',
      'personal_identification_number',
      'organisation_number',
      'document',
      'nationalities',
      'subject_type',
      'age_over_14',
      'age_over_18',
      'residence_valid',
      'document_valid',
    ]) {
      assert.ok(list('claims_supported').includes(claim), claim);
    }
  });

  it('tells exactly what is allowed: code, PKCE with S256, pairwise subjects, no weak algorithm', () => {
    assert.deepEqual(list('response_types_supported'), ['code']);
    assert.deepEqual(list('code_challenge_methods_supported'), ['S256']);
    assert.deepEqual(list('subject_types_supported'), ['pairwise']);
    assert.deepEqual(list('grant_types_supported').toSorted(), [
      'authorization_code',
      'refresh_token',
      'urn:ietf:params:oauth:grant-type:device_code',
      'urn:openid:params:grant-type:ciba',
    ]);
    assert.deepEqual(list('token_endpoint_auth_methods_supported').toSorted(), [
      'client_secret_basic',
      'client_secret_post',
      'none',
      'private_key_jwt',
    ]);
    assert.deepEqual(list('id_token_signing_alg_values_supported').toSorted(), [
      'ES256',
      'EdDSA',
      'PS256',
      'RS256',
    ]);
    assert.equal(metadata['authorization_response_iss_parameter_supported'], true);
    assert.equal(metadata['claims_parameter_supported'], true);
    for (const absent of [
      'request_uri_parameter_supported',
      'frontchannel_logout_supported',
      // Where nobody can show a certificate (test/flows/mutual-tls.test.ts).
      'tls_client_certificate_bound_access_tokens',
      'mtls_endpoint_aliases',
    ]) {
      assert.ok(!metadata[absent], absent);
    }
    assert.equal(metadata['request_parameter_supported'], true);
    assert.deepEqual(list('dpop_signing_alg_values_supported').toSorted(), [
      'ES256',
      'Ed25519',
      'EdDSA',
      'PS256',
    ]);
    assert.deepEqual(list('ui_locales_supported').toSorted(), ['en', 'vi']);
    for (const [name, values] of Object.entries(metadata)) {
      if (!name.includes('alg_values') || !Array.isArray(values)) continue;
      assert.ok(!values.some((alg) => alg === 'none' || String(alg).startsWith('HS')), name);
    }
  });

  it('names only prompts and response modes that work', async () => {
    const client = await OidcClient.register(senid.issuer);
    const person = await sharedHolder(senid);
    const { browser } = await logIn(senid, client, person);
    const prompts = 'prompt_values_supported' in metadata ? list('prompt_values_supported') : [];
    for (const prompt of prompts) {
      const { response } = await attemptLogin(senid, client, person, {
        browser,
        parameters: { prompt },
      });
      assert.ok(response?.has('code'), prompt);
    }
    for (const mode of list('response_modes_supported')) {
      const { url, state } = client.authorize({ prompt: 'none', response_mode: mode });
      const answer = await browser.send(url);
      const sent = `${answer.headers.get('location') ?? ''}${answer.body}`;
      const told = mode.includes('jwt') ? insideOf(sent) : sent;
      assert.ok(told.includes(state) && told.includes('code'), mode);
    }
  });

  it('publishes one public key for each signing algorithm, and nothing private', async () => {
    const { keys } = (await (await fetch(String(metadata['jwks_uri']))).json()) as {
      keys: readonly Record<string, unknown>[];
    };
    assert.deepEqual(keys.map(({ alg }) => alg).toSorted(), ['ES256', 'EdDSA', 'PS256', 'RS256']);
    for (const key of keys) {
      assert.equal(key['use'], 'sig');
      assert.deepEqual(
        ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].filter((member) => member in key),
        [],
      );
    }
  });
});
