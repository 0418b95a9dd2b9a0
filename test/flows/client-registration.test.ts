import assert from 'node:assert/strict';

import { exportJWK, generateKeyPair } from 'jose';
import * as openid from 'openid-client';

import { askRegistration, managedOf, newcomer } from '../support/registration.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const key = async () => {
  const { publicKey } = await generateKeyPair('ES256');
  return { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig' }] };
};

/** RFC 7591 */
describe('a relying party that registers itself', () => {
  let senid: SenidProcess;

  before(async () => {
    senid = await sharedSenid();
  });

  const register = (more: Readonly<Record<string, unknown>> = {}) =>
    askRegistration(`${senid.issuer}/register`, { body: newcomer(more) });

  it('is answered with 201 and everything that was registered (section 3.2.1)', async () => {
    const sent = newcomer({
      contacts: ['dev@rp.example'],
      logo_uri: 'https://rp.example/logo.png',
      policy_uri: 'https://rp.example/policy',
      tos_uri: 'https://rp.example/tos',
      initiate_login_uri: 'https://rp.example/login',
      software_id: '4NRB1-0XZABZI9E6-5SM3R',
      software_version: '2.1',
    });
    const { status, headers, body } = await askRegistration(`${senid.issuer}/register`, {
      body: sent,
    });
    assert.equal(status, 201);
    assert.match(headers.get('content-type') ?? '', /^application\/json/);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.match(String(body['client_id']), /^[\w-]{20,}$/);
    assert.match(String(body['client_secret']), /^[\w-]{43,}$/);
    assert.equal(body['client_secret_expires_at'], 0);
    assert.ok(Math.abs(Number(body['client_id_issued_at']) - Date.now() / 1000) < 30);
    assert.equal(body['token_endpoint_auth_method'], 'client_secret_basic');
    assert.equal(body['tier'], 'baseline');
    assert.equal(
      body['registration_client_uri'],
      `${senid.issuer}/register/${String(body['client_id'])}`,
    );
    for (const [member, value] of Object.entries(sent))
      assert.deepEqual(body[member], value, member);
  });

  it('is not given a secret it has no use for', async () => {
    for (const more of [
      { token_endpoint_auth_method: 'none' },
      { token_endpoint_auth_method: 'private_key_jwt', jwks: await key() },
      { client_secret: 'mine', token_endpoint_auth_method: 'none' },
    ]) {
      const { status, body } = await register(more);
      assert.equal(status, 201, JSON.stringify(body));
      assert.equal('client_secret' in body, false);
      assert.equal('client_secret_expires_at' in body, false);
    }
  });

  it('does not choose its secret, its id, or anything that is ours to say', async () => {
    const { body } = await register({
      client_id: 'sample-bank',
      client_secret: 'chosen-by-me',
      client_secret_expires_at: 1,
      client_id_issued_at: 1,
      registration_access_token: 'chosen-by-me',
      registration_client_uri: 'https://evil.example/',
      origin: 'seeded',
      policy: { entitledScopes: ['identity'] },
      acrFloor: 'none',
      createdAt: 0,
    });
    for (const value of Object.values(body)) assert.notEqual(value, 'chosen-by-me');
    assert.notEqual(body['client_id'], 'sample-bank');
    assert.equal(body['client_secret_expires_at'], 0);
    assert.ok(Number(body['client_id_issued_at']) > 1);
    for (const member of ['origin', 'policy', 'acrFloor', 'createdAt']) {
      assert.equal(member in body, false, member);
    }
    await withStores(senid, async ({ clients }) => {
      const record = await clients.find(String(body['client_id']));
      assert.equal(record?.origin, 'self-registered');
      assert.equal(record?.policy.entitledScopes.includes('identity'), false);
    });
  });

  it('gets the tier it asks for in a sandbox, with what the tier demands filled in', async () => {
    const { status, body } = await register({
      tier: 'public-service',
      jwks: await key(),
      backchannel_logout_uri: 'https://rp.example/logout',
    });
    assert.equal(status, 201, JSON.stringify(body));
    assert.equal(body['tier'], 'public-service');
    assert.equal(body['token_endpoint_auth_method'], 'private_key_jwt');
    assert.equal('client_secret' in body, false);
    const deaf = await register({ tier: 'public-service', jwks: await key() });
    assert.match(
      String(deaf.body['error_description']),
      /^backchannel_logout_uri is nothing, where/,
    );
  });

  it('is told which member its tier does not allow, what was given and what is allowed', async () => {
    const { status, body } = await register({
      tier: 'public-service',
      token_endpoint_auth_method: 'client_secret_basic',
    });
    assert.equal(status, 400);
    assert.equal(body['error'], 'invalid_client_metadata');
    assert.match(
      String(body['error_description']),
      /^token_endpoint_auth_method is client_secret_basic, where the tier public-service allows private_key_jwt/,
    );
    const redirect = await register({ redirect_uris: ['http://rp.example/callback'] });
    assert.equal(redirect.body['error'], 'invalid_redirect_uri');
    assert.match(
      String(redirect.body['error_description']),
      /^redirect_uris is http:\/\/rp\.example\/callback, where the tier baseline allows https/,
    );
  });

  it('gets no tier that there is not, and no scope it is not entitled to', async () => {
    for (const more of [{ tier: 'Bank' }, { tier: 'gold' }, { tier: ['bank'] }, { tier: 1 }]) {
      const { status, body } = await register(more);
      assert.equal(status, 400);
      assert.match(String(body['error_description']), /^tier must be one of baseline, /);
    }
    const { status, body } = await register({ scope: 'openid profile identity' });
    assert.equal(status, 400);
    assert.match(String(body['error_description']), /^scope holds identity, where openid /);
  });

  it('registers, and is found again, by openid-client', async () => {
    const config = await openid.dynamicClientRegistration(
      new URL(senid.issuer),
      {
        redirect_uris: ['https://openid-client.example/callback'],
        token_endpoint_auth_method: 'client_secret_post',
      },
      undefined,
      { execute: [openid.allowInsecureRequests] },
    );
    const metadata = config.clientMetadata();
    assert.equal(metadata['tier'], 'baseline');
    const { active } = await openid.tokenIntrospection(config, 'unknown');
    assert.equal(active, false);
    const { status } = await askRegistration(String(metadata['registration_client_uri']), {
      method: 'GET',
      token: String(metadata['registration_access_token']),
    });
    assert.equal(status, 200);
  });

  it('sends its secret in the form, where it registered for that (client_secret_post)', async () => {
    const { metadata } = managedOf(
      await register({ token_endpoint_auth_method: 'client_secret_post' }),
    );
    const [client_id, client_secret] = [
      String(metadata['client_id']),
      String(metadata['client_secret']),
    ];
    const introspect = async (form: Record<string, string>) => {
      const { status } = await fetch(`${senid.issuer}/introspect`, {
        method: 'POST',
        body: new URLSearchParams({ token: 'x', ...form }),
      });
      return status;
    };
    assert.equal(await introspect({ client_id, client_secret }), 200);
    assert.equal(await introspect({ client_id, client_secret: 'other' }), 401);
    assert.equal(await introspect({ client_id }), 401);
  });
});
