import assert from 'node:assert/strict';
import { createSecretKey, randomUUID } from 'node:crypto';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';

import { DpopClient } from '../support/dpop-client.ts';
import type { JsonAnswer } from '../support/oidc-client-answer.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { walk } from '../support/session-journey.ts';
import { responseOf, sharedHolder } from '../support/session-login.ts';
import { sharedSenid } from '../support/session-server.ts';

const now = () => Math.floor(Date.now() / 1000);

/** FAPI 2.0 Security Profile Final; the numbers are of its sections. */
describe('requests a bank must not get away with (FAPI 2.0)', () => {
  let senid: SenidProcess;
  let party: DpopClient;

  before(async () => {
    senid = await sharedSenid();
    party = await DpopClient.register(senid.issuer);
  });

  const told = ({ status, body }: JsonAnswer) => [status, body['error']];
  const push = async (parameters: Record<string, string | undefined> = {}, at = party) =>
    at.post('/par', at.client.authorize(parameters).parameters);
  const authorize = (query: Record<string, string>) =>
    new Browser().send(`${senid.issuer}/authorize?${new URLSearchParams(query)}`);

  it('5.3.2.2: an authorization request that was not pushed', async () => {
    const { url } = party.client.authorize();
    const answer = await new Browser().send(url);
    assert.equal(responseOf(answer, party.client)?.get('error'), 'invalid_request');
  });

  it('5.3.2.2: a pushed request without redirect_uri, with one that is not registered, or without PKCE by S256', async () => {
    for (const wrong of [
      { redirect_uri: undefined },
      { redirect_uri: `${party.client.redirectUri}/x` },
      { code_challenge: undefined, code_challenge_method: undefined },
      { code_challenge_method: 'plain' },
      { code_challenge_method: undefined },
      { response_type: 'code id_token', response_mode: 'fragment' },
    ]) {
      const { status, body } = await push(wrong);
      assert.equal(status, 400, JSON.stringify(wrong));
      assert.match(String(body['error']), /^(invalid_request|unsupported_response_type)$/);
    }
  });

  it('5.3.2.2: a pushed request of a client that does not prove who it is', async () => {
    const { parameters } = party.client.authorize();
    const response = await fetch(`${senid.issuer}/par`, {
      method: 'POST',
      body: new URLSearchParams(parameters),
    });
    assert.equal(response.status, 401);
  });

  it('what was pushed by somebody else', async () => {
    const { body } = await push();
    const other = await DpopClient.register(senid.issuer);
    const answer = await authorize({
      client_id: other.client.clientId,
      request_uri: String(body['request_uri']),
    });
    assert.ok(!answer.headers.get('location')?.includes('/interaction/'));
    assert.equal(responseOf(answer, party.client), undefined);
  });

  it('what was not pushed cannot be added in the browser (RFC 9126, section 4)', async () => {
    const attempt = party.client.authorize({ scope: 'openid' });
    const { body, status } = await party.post('/par', attempt.parameters);
    assert.equal(status, 201);
    // "less than 600 seconds"
    assert.ok(Number(body['expires_in']) < 600);
    const browser = new Browser();
    const query = new URLSearchParams({
      client_id: party.client.clientId,
      request_uri: String(body['request_uri']),
      redirect_uri: 'https://evil.example/callback',
      state: 'planted',
      scope: 'openid profile phone',
      prompt: 'none',
      response_mode: 'fragment',
      code_challenge: 'A'.repeat(43),
    });
    const start = await browser.send(`${senid.issuer}/authorize?${query}`);
    // RFC 9700, section 4.12: not 307.
    assert.equal(start.status, 303);
    const person = await sharedHolder(senid);
    const answer = await walk(browser, start, { senid, person }, party.client.redirectUri);
    const response = responseOf(answer, party.client);
    assert.equal(response?.get('state'), attempt.state);
    assert.equal(response.get('iss'), senid.issuer);
    const redeemed = await party.post(
      '/token',
      party.codeForm(response.get('code') ?? '', attempt),
    );
    assert.equal(redeemed.body['scope'], 'openid');
    // And it is spent.
    const again = await authorize({
      client_id: party.client.clientId,
      request_uri: String(body['request_uri']),
    });
    assert.ok(!again.headers.get('location')?.includes('code='));
  });

  it('5.3.2.1: an assertion for another audience than the issuer as a string', async () => {
    const { issuer } = senid;
    for (const aud of [
      `${issuer}/token`,
      `${issuer}/par`,
      `${issuer}/`,
      [issuer],
      [issuer, 'https://evil.example'],
      'https://evil.example',
    ]) {
      assert.deepEqual(told(await withAssertion({ aud })), [401, 'invalid_client'], String(aud));
    }
    assert.equal((await withAssertion({ aud: issuer })).status, 201);
  });

  it('5.3.2.1: an assertion from the future, where some seconds are no future', async () => {
    for (const wrong of [
      { iat: now() + 120 },
      { nbf: now() + 120 },
      { exp: now() - 60 },
      { exp: now() + 7200 },
    ]) {
      assert.deepEqual(
        told(await withAssertion(wrong)),
        [401, 'invalid_client'],
        JSON.stringify(wrong),
      );
    }
    for (const fine of [{ iat: now() + 9 }, { nbf: now() + 9 }]) {
      assert.equal((await withAssertion(fine)).status, 201, JSON.stringify(fine));
    }
  });

  it('5.4.1: an assertion signed with RS256, with nothing, or with a public key as a secret', async () => {
    const rsa = await generateKeyPair('RS256');
    const claims = {
      iss: party.client.clientId,
      sub: party.client.clientId,
      aud: senid.issuer,
      jti: randomUUID(),
      exp: now() + 60,
    };
    const secret = createSecretKey(Buffer.from(JSON.stringify(await publicKeyOf(party))));
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    for (const assertion of [
      await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(rsa.privateKey),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret),
      `${encode({ alg: 'none' })}.${encode(claims)}.`,
      `${encode({ alg: 'ES256' })}.${encode(claims)}.`,
    ]) {
      const form = { ...party.client.authorize().parameters, client_assertion: assertion };
      assert.deepEqual(told(await party.post('/par', form)), [401, 'invalid_client']);
    }
  });

  it('a request object without a signature, in the browser or pushed, of whomever', async () => {
    const anyone = await OidcClient.register(senid.issuer);
    const { parameters } = anyone.authorize();
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const claims = { ...parameters, iss: anyone.clientId, aud: senid.issuer, exp: now() + 60 };
    const request = `${encode({ alg: 'none', typ: 'oauth-authz-req+jwt' })}.${encode(claims)}.`;
    const pushed = await anyone.post('/par', { request, client_id: anyone.clientId });
    assert.deepEqual(told(pushed), [400, 'invalid_request_object']);
    const answer = await authorize({ ...parameters, request });
    assert.equal(responseOf(answer, anyone)?.get('error'), 'invalid_request_object');
  });

  it('a request object by reference', async () => {
    const { status, body } = await push({ request_uri: 'https://rp.example/request.jwt' });
    assert.equal(status, 400);
    assert.match(String(body['error']), /^(invalid_request|request_uri_not_supported)$/);
  });

  async function withAssertion(claims: Record<string, unknown>): Promise<JsonAnswer> {
    const assertion = await party.client.assertion(claims);
    const { parameters } = party.client.authorize();
    return party.post('/par', { ...parameters, client_assertion: assertion });
  }
});

async function publicKeyOf({ client }: DpopClient): Promise<object> {
  const { key } = client.credentials;
  assert.ok(key);
  return exportJWK(key).then(
    ({ d: _private, ...publicJwk }) => publicJwk,
    () => ({ kty: 'EC' }),
  );
}
