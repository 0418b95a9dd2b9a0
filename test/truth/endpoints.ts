import assert from 'node:assert/strict';

import { postRegistration } from '../support/oidc-client-registration.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { Browser } from '../support/session-browser.ts';
import { stepOn } from '../support/session-journey.ts';
import { logIn, obtainCode } from '../support/session-login.ts';
import { addressOf, type Proof } from './world.ts';

/** Each advertised address does what it is advertised for. */
export const ENDPOINTS: Readonly<Record<string, Proof>> = {
  async authorization_endpoint(_value, world) {
    const query = new URL(world.client.authorize().url).search;
    const page = await new Browser().get(`${addressOf(world, 'authorization_endpoint')}${query}`);
    assert.equal(stepOn(page), 'sign-in');
  },

  async token_endpoint(_value, world) {
    const { senid, client, person, browser } = world;
    const { code, attempt } = await obtainCode(senid, client, person, { browser });
    assert.equal(addressOf(world, 'token_endpoint'), `${senid.issuer}/token`);
    assert.equal((await client.redeem(code, attempt)).status, 200);
  },

  async userinfo_endpoint(_value, world) {
    const { senid, client, tokens } = world;
    const address = addressOf(world, 'userinfo_endpoint');
    assert.equal(address, `${senid.issuer}/userinfo`);
    const { status, body } = await client.userinfo(tokens.accessToken);
    assert.equal(status, 200);
    assert.ok(body['sub']);
    // OIDC Core 5.3.1: "The UserInfo Endpoint MUST support the use of the HTTP GET and HTTP POST methods".
    const headers = { authorization: `Bearer ${tokens.accessToken}` };
    const posted = await fetch(address, { method: 'POST', headers });
    assert.equal(((await posted.json()) as { sub: string }).sub, body['sub']);
  },

  async jwks_uri(_value, world) {
    const response = await fetch(addressOf(world, 'jwks_uri'));
    const { keys } = (await response.json()) as { keys: readonly Record<string, unknown>[] };
    assert.ok(keys.length > 0);
    for (const key of keys) {
      assert.equal(key['use'], 'sig');
      for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) assert.ok(!(secret in key));
    }
  },

  async pushed_authorization_request_endpoint(_value, world) {
    const { senid, client } = world;
    assert.equal(addressOf(world, 'pushed_authorization_request_endpoint'), `${senid.issuer}/par`);
    const { url } = await client.push();
    assert.equal(stepOn(await new Browser().get(url)), 'sign-in');
  },

  async introspection_endpoint(_value, world) {
    const { client, senid, tokens } = world;
    assert.equal(addressOf(world, 'introspection_endpoint'), `${senid.issuer}/introspect`);
    const { body } = await client.introspect(tokens.accessToken);
    assert.equal(body['active'], true);
  },

  async revocation_endpoint(_value, world) {
    const { senid, client, person } = world;
    assert.equal(addressOf(world, 'revocation_endpoint'), `${senid.issuer}/revoke`);
    const { accessToken } = await logIn(senid, client, person);
    assert.equal((await client.revoke(accessToken)).status, 200);
    assert.equal((await client.introspect(accessToken)).body['active'], false);
  },

  async end_session_endpoint(_value, world) {
    const { senid, client, person } = world;
    const { browser, idToken } = await logIn(senid, client, person);
    const query = new URLSearchParams({ id_token_hint: idToken });
    const page = await browser.get(`${addressOf(world, 'end_session_endpoint')}?${query}`);
    await browser.submit(page, { continue: '' });
    const { url } = client.authorize({ prompt: 'none' });
    const answer = await browser.send(url);
    assert.match(answer.headers.get('location') ?? '', /error=login_required/);
  },

  async registration_endpoint(_value, world) {
    const address = addressOf(world, 'registration_endpoint');
    assert.equal(address, `${world.senid.issuer}/register`);
    const answer = await postRegistration(world.senid.issuer, {
      redirect_uris: ['https://new.example/callback'],
    });
    assert.equal(answer.status, 201);
    await OidcClient.register(world.senid.issuer);
  },

  async service_documentation(value) {
    const response = await fetch(value, { headers: { accept: 'text/html' } });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /html/);
  },
};
