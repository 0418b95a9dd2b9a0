import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import type { ClientRecord } from '../../clients/client.ts';
import { NEWCOMER_SCOPES, newcomerPolicy } from '../../clients/newcomer-policy.ts';
import type { Tier } from '../../clients/policy/tiers.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { askRegistration, managedOf, newcomer } from '../support/registration.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { logIn, sharedHolder } from '../support/session-login.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

/** So long a process may go by what it knew of a client that was changed behind its back. */
const KNOWN_FOR_MS = 4_100;

/** Records made by hand, or before the table grew stricter. */
describe('a stored client that does not meet its tier', () => {
  let senid: SenidProcess;

  before(async () => {
    senid = await sharedSenid();
  });

  async function handMade(tier: Tier, more: Readonly<Record<string, unknown>>) {
    const clientId = `by-hand-${randomBytes(6).toString('hex')}`;
    const redirectUri = `https://${clientId}.example/callback`;
    const secret = randomBytes(32).toString('base64url');
    const wishes = { clientId, clientName: clientId, purposes: {}, optionalScopes: [] };
    const record: ClientRecord = {
      clientId,
      origin: 'self-registered',
      metadata: {
        client_id: clientId,
        client_name: clientId,
        client_secret: secret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'ES256',
        subject_type: 'pairwise',
        ...more,
      },
      policy: newcomerPolicy({ ...wishes, tier, scopes: NEWCOMER_SCOPES }),
      createdAt: Date.now(),
    };
    await withStores(senid, ({ clients }) => clients.save(record));
    return new OidcClient(senid.issuer, redirectUri, { clientId, secret, key: undefined });
  }

  /** Nothing that gives anything answers it. */
  async function getsNothing(client: OidcClient): Promise<void> {
    const { status, headers, body } = await new Browser().send(client.authorize().url);
    assert.equal(status, 400);
    assert.equal(headers.get('location'), null);
    assert.match(body, /unauthorized_client/);
    for (const [path, form] of [
      ['/token', { grant_type: 'authorization_code', code: 'x', redirect_uri: client.redirectUri }],
      ['/token', { grant_type: 'refresh_token', refresh_token: 'x' }],
      ['/par', client.authorize().parameters],
      ['/introspect', { token: 'x' }],
    ] as const) {
      const answer = await client.post(path, form);
      assert.deepEqual([answer.status, answer.body['error']], [400, 'unauthorized_client'], path);
      assert.match(String(answer.body['error_description']), /no longer meets the tier/, path);
    }
  }

  it('gets nothing: it has a secret, where its tier wants a key', async () => {
    for (const tier of ['public-service', 'bank', 'bank-signed'] as const) {
      await getsNothing(await handMade(tier, {}));
    }
  });

  it('gets nothing: addresses, algorithms and flows of another time', async () => {
    for (const more of [
      { redirect_uris: ['http://rp.example/callback'] },
      { redirect_uris: ['https://a.example/callback', 'https://user@a.example/callback'] },
      { id_token_signed_response_alg: 'RS512' },
      { grant_types: ['authorization_code', 'password'] },
      { response_types: ['code', 'token'] },
      { post_logout_redirect_uris: ['javascript:alert(1)'] },
    ]) {
      await getsNothing(await handMade('baseline', more));
    }
  });

  it('gets nothing: bound to certificates, where nobody asks for any', async () => {
    const client = await handMade('bank', {
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: [] },
      require_pushed_authorization_requests: true,
      tls_client_certificate_bound_access_tokens: true,
    });
    const { status, body } = await client.post('/par', client.authorize().parameters);
    assert.deepEqual([status, body['error']], [400, 'unauthorized_client']);
    assert.match(String(body['error_description']), /dpop_bound_access_tokens/);
  });

  it('gets nothing where its tier is none we know', async () => {
    const client = await handMade('gold' as Tier, {});
    const { status, body } = await client.post('/introspect', { token: 'x' });
    assert.deepEqual([status, body['error']], [400, 'unauthorized_client']);
  });

  it('keeps nothing it was given before, may be looked after, and people can leave it', async () => {
    const managed = managedOf(
      await askRegistration(`${senid.issuer}/register`, {
        body: newcomer({ grant_types: ['authorization_code', 'refresh_token'] }),
      }),
    );
    const { uri, token, metadata } = managed;
    const clientId = String(metadata['client_id']);
    const client = new OidcClient(
      senid.issuer,
      String((metadata['redirect_uris'] as string[])[0]),
      {
        clientId,
        secret: String(metadata['client_secret']),
        key: undefined,
      },
    );
    const { accessToken, refreshToken, idToken, browser } = await logIn(
      senid,
      client,
      await sharedHolder(senid),
    );
    await withStores(senid, async ({ clients }) => {
      const record = await clients.find(clientId);
      assert.ok(record);
      await clients.save({ ...record, policy: { ...record.policy, tier: 'public-service' } });
    });
    await delay(KNOWN_FOR_MS);
    await getsNothing(client);
    const refresh = { grant_type: 'refresh_token', refresh_token: refreshToken };
    assert.equal((await client.post('/token', refresh)).body['error'], 'unauthorized_client');
    const userinfo = await client.userinfo(accessToken);
    assert.equal(userinfo.status, 400);
    assert.equal(userinfo.body['sub'], undefined);

    assert.equal((await client.post('/revoke', { token: refreshToken })).status, 200);
    const logout = `${senid.issuer}/logout?${new URLSearchParams({ id_token_hint: idToken })}`;
    assert.equal((await browser.send(logout)).status, 200);
    assert.equal((await askRegistration(uri, { method: 'GET', token })).status, 200);
    const { tier: _was, ...unmended } = metadata;
    const still = await askRegistration(uri, { method: 'PUT', token, body: unmended });
    assert.match(
      String(still.body['error_description']),
      /^token_endpoint_auth_method is client_secret_basic, where the tier public-service allows/,
    );
    assert.equal((await askRegistration(uri, { method: 'DELETE', token })).status, 204);
  });
});
