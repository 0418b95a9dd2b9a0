import assert from 'node:assert/strict';

import { newId } from '../../ids.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { logIn, newHolder, sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const INACTIVE = { active: false };

describe('tokens in the wrong hands', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let other: OidcClient;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    other = await OidcClient.register(senid.issuer);
    person = await sharedHolder(senid);
  });

  it('are inactive at introspection by another client, and by one without credentials', async () => {
    const anonymous = await OidcClient.register(senid.issuer, { authentication: 'none' });
    const { accessToken, refreshToken = '' } = await logIn(senid, client, person);
    for (const token of [accessToken, refreshToken]) {
      assert.deepEqual((await other.introspect(token)).body, INACTIVE);
      assert.notEqual((await anonymous.introspect(token)).body['active'], true);
      assert.equal((await client.introspect(token)).body['active'], true);
    }
    const own = await logIn(senid, anonymous, person);
    assert.notEqual((await anonymous.introspect(own.accessToken)).body['active'], true);
  });

  it('are neither refreshed nor revoked by another client', async () => {
    const { accessToken, refreshToken = '' } = await logIn(senid, client, person);
    assert.equal((await other.refresh(refreshToken)).body['error'], 'invalid_grant');
    for (const token of [accessToken, refreshToken]) await other.revoke(token);
    assert.equal((await client.userinfo(accessToken)).status, 200);
    assert.equal((await client.refresh(refreshToken)).status, 200);
  });

  it('do not pass for one another: each kind opens only its own door', async () => {
    const login = await logIn(senid, client, person);
    const { accessToken, refreshToken = '', idToken, browser } = login;
    for (const token of [refreshToken, idToken, browser.session ?? '', client.clientId]) {
      assert.ok([400, 401].includes((await client.userinfo(token)).status));
    }
    for (const token of [accessToken, idToken, browser.session ?? '']) {
      assert.equal((await client.refresh(token)).body['error'], 'invalid_grant');
      const { body } = await client.redeem(token, { verifier: 'x'.repeat(64) });
      assert.equal(body['error'], 'invalid_grant');
    }
  });

  it('of a locked account are inactive and refused, and do not come back with the account', async () => {
    const locked = await newHolder(senid);
    const { accessToken, refreshToken = '' } = await logIn(senid, client, locked);
    const id = newId('lock');
    await withStores(senid, ({ accounts }) =>
      accounts.addLock({
        id,
        accountId: locked.accountId,
        ground: 'death',
        lockedAt: Date.now(),
        liftedAt: undefined,
      }),
    );
    for (const token of [accessToken, refreshToken]) {
      assert.deepEqual((await client.introspect(token)).body, INACTIVE);
    }
    const refused = await client.userinfo(accessToken);
    assert.equal(refused.status, 401);
    assert.equal(refused.body['error'], 'invalid_token');
    assert.doesNotMatch(JSON.stringify(refused.body), /lock|death/);
    await withStores(senid, ({ accounts }) => accounts.liftLock(id, Date.now()));
    assert.equal((await client.userinfo(accessToken)).status, 401);
    assert.equal((await client.refresh(refreshToken)).body['error'], 'invalid_grant');
    assert.deepEqual((await client.introspect(accessToken)).body, INACTIVE);
    const anew = await logIn(senid, client, locked);
    assert.equal((await client.userinfo(anew.accessToken)).status, 200);
  });

  it('authenticate nobody who signs with the wrong key, or not at all', async () => {
    const [mine, theirs] = await Promise.all(
      [0, 1].map(() => OidcClient.register(senid.issuer, { authentication: 'private_key_jwt' })),
    );
    assert.ok(mine && theirs);
    const claims = { iss: theirs.clientId, sub: theirs.clientId };
    const signed = await mine.assertion(claims);
    const [, payload = ''] = signed.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    const now = Math.floor(Date.now() / 1000);
    for (const client_assertion of [
      signed,
      none,
      signed.slice(0, -4),
      await mine.assertion({ sub: theirs.clientId }),
      await mine.assertion({ exp: now - 120, iat: now - 180 }),
      await mine.assertion({ nbf: now + 120 }),
    ]) {
      const { status, body } = await mine.post('/introspect', { client_assertion, token: 'x' });
      assert.ok(status === 400 || status === 401, String(status));
      assert.match(String(body['error']), /^invalid_(client|request)$/);
    }
  });

  it('of one session do not open the session: bearer tokens are no cookies', async () => {
    const { accessToken } = await logIn(senid, client, person);
    const { url } = client.authorize({ prompt: 'none' });
    const answer = await new Browser().send(url, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    assert.match(answer.headers.get('location') ?? '', /error=login_required/);
  });
});
