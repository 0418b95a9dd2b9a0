import assert from 'node:assert/strict';

import { tokensOf } from '../support/oidc-client-answer.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { logIn, sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

describe('tokens after the login', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await sharedHolder(senid);
  });

  for (const authentication of ['private_key_jwt', 'client_secret_basic', 'none'] as const) {
    it(`rotates the refresh token of a ${authentication} client and keeps what was proven`, async () => {
      const at = await OidcClient.register(senid.issuer, { authentication });
      const first = await logIn(senid, at, person, { parameters: { scope: 'openid profile' } });
      const second = tokensOf(await at.refresh(first.refreshToken));
      const third = tokensOf(await at.refresh(second.refreshToken));
      assert.equal(new Set([first, second, third].map(({ refreshToken }) => refreshToken)).size, 3);
      const { payload } = await at.verify(third.idToken);
      for (const claim of ['sub', 'acr', 'amr', 'auth_time', 'authentication_event_id']) {
        assert.deepEqual(payload[claim], first.claims[claim], claim);
      }
      assert.equal((await at.userinfo(third.accessToken)).status, 200);
    });
  }

  it('gives no refresh token to a client that did not register for it', async () => {
    const metadata = { grant_types: ['authorization_code'] };
    const without = await OidcClient.register(senid.issuer, { metadata });
    assert.equal((await logIn(senid, without, person)).refreshToken, undefined);
  });

  it('narrows the scope of a refresh on request and never widens it', async () => {
    const { refreshToken } = await logIn(senid, client, person, {
      parameters: { scope: 'openid profile' },
    });
    const wider = await client.refresh(refreshToken, { scope: 'openid profile email' });
    assert.equal(wider.body['error'], 'invalid_scope');
    const narrower = tokensOf(await client.refresh(refreshToken, { scope: 'openid' }));
    assert.equal(narrower.scope, 'openid');
    assert.ok(!('name' in (await client.userinfo(narrower.accessToken)).body));
  });

  it('introspects its own tokens, with acr and auth_time for resource servers (RFC 9470)', async () => {
    const { accessToken, refreshToken = '', claims } = await logIn(senid, client, person);
    const { status, body } = await client.introspect(accessToken);
    assert.equal(status, 200);
    assert.equal(body['active'], true);
    assert.equal(body['client_id'], client.clientId);
    assert.equal(body['sub'], claims['sub'], 'the pairwise one');
    assert.equal(body['acr'], claims['acr']);
    assert.equal(body['auth_time'], claims['auth_time']);
    assert.equal(body['iss'], senid.issuer);
    assert.equal((await client.introspect(refreshToken)).body['active'], true);
    assert.deepEqual((await client.introspect('never-issued')).body, { active: false });
  });

  it('revokes on the word of the client: access token, refresh token, and all that hangs on them', async () => {
    for (const which of ['accessToken', 'refreshToken'] as const) {
      const tokens = await logIn(senid, client, person);
      assert.equal((await client.revoke(tokens[which] ?? '')).status, 200);
      assert.equal((await client.userinfo(tokens.accessToken)).status, 401);
      assert.deepEqual((await client.introspect(tokens.accessToken)).body, { active: false });
      assert.equal((await client.refresh(tokens.refreshToken)).body['error'], 'invalid_grant');
    }
  });

  it('answers the revocation of an unknown token like any other (RFC 7009, section 2.2)', async () => {
    assert.equal((await client.revoke('never-issued')).status, 200);
  });
});
