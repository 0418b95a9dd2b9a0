import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';

import { tokensOf } from '../support/oidc-client-answer.ts';
import { assertionForm, OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import type { Browser } from '../support/session-browser.ts';
import { logIn, responseOf, sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

type Claims = Readonly<Record<string, unknown>>;

/** RFC 9101 and OpenID Connect Core 6.1, by value, at a client that may use it and need not. */
describe('a request object', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let person: Person;
  let browser: Browser;

  before(async () => {
    senid = await sharedSenid();
    keys = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(keys.publicKey)), alg: 'ES256', use: 'sig' };
    const metadata = { request_object_signing_alg: 'ES256', jwks: { keys: [jwk] } };
    client = await OidcClient.register(senid.issuer, { metadata });
    person = await sharedHolder(senid);
    ({ browser } = await logIn(senid, client, person));
  });

  const seconds = () => Math.floor(Date.now() / 1000);
  const claimsOf = (parameters: Claims, more: Claims = {}) => ({
    iss: client.clientId,
    aud: senid.issuer,
    iat: seconds(),
    nbf: seconds(),
    exp: seconds() + 60,
    jti: randomUUID(),
    ...parameters,
    ...more,
  });
  const sign = (
    claims: Claims,
    key = keys.privateKey,
    header: { alg?: string; typ?: string } = {},
  ) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'oauth-authz-req+jwt', ...header })
      .sign(key);

  const silentRequest = () => {
    const { url: _url, ...attempt } = client.authorize({ prompt: 'none' });
    return attempt;
  };

  /** In the address beside it: what OpenID Connect Core 6.1 demands there, and nothing more. */
  const send = (request: string, outside: Record<string, string> = {}) => {
    const query = new URLSearchParams({
      client_id: client.clientId,
      response_type: 'code',
      scope: 'openid',
      ...outside,
      request,
    });
    return browser.send(`${senid.issuer}/authorize?${query}`);
  };

  async function refusal(request: string, outside: Record<string, string> = {}): Promise<string> {
    const answer = await send(request, { redirect_uri: client.redirectUri, ...outside });
    const told = responseOf(answer, client);
    assert.equal(told?.get('code') ?? null, null);
    return (
      told?.get('error') ?? /invalid_[a-z_]+|[a-z_]+_not_supported/.exec(answer.body)?.[0] ?? ''
    );
  }

  it('is the request: what stands beside it neither widens nor changes it', async () => {
    const { parameters, verifier, state, nonce } = silentRequest();
    const request = await sign(claimsOf(parameters));
    const answer = await send(request, {
      scope: 'openid email phone',
      state: 'another',
      nonce: 'another',
      code_challenge: 'x'.repeat(43),
    });
    const response = responseOf(answer, client);
    assert.equal(response?.get('state'), state);
    const tokens = tokensOf(await client.redeem(response.get('code') ?? '', { verifier }));
    assert.equal(tokens.scope, 'openid');
    const { payload } = await client.verify(tokens.idToken);
    assert.equal(payload['nonce'], nonce);
  });

  it('may hold claims as an object, and max_age as a number', async () => {
    const { parameters } = silentRequest();
    const claims = { id_token: { acr: { essential: true, value: 'urn:senid:loa:low' } } };
    const good = await send(await sign(claimsOf({ ...parameters, claims, max_age: 600 })));
    assert.ok(responseOf(good, client)?.has('code'));
    const high = { userinfo: { acr: { essential: true, value: 'urn:senid:loa:high' } } };
    const bad = await send(await sign(claimsOf({ ...parameters, claims: high })));
    assert.equal(responseOf(bad, client)?.get('error'), 'unmet_authentication_requirements');
  });

  it('must say the same client and the same response type as the address (OIDC Core 6.1)', async () => {
    const { parameters } = silentRequest();
    const request = await sign(claimsOf(parameters));
    assert.equal(await refusal(request, { response_type: 'id_token' }), 'invalid_request_object');
    const other = await OidcClient.register(senid.issuer);
    const answer = await send(request, {
      client_id: other.clientId,
      redirect_uri: other.redirectUri,
    });
    assert.equal(responseOf(answer, other)?.has('code') ?? false, false);
    assert.doesNotMatch(answer.headers.get('location') ?? '', /[?&]code=/);
  });

  it('is of this client and for this issuer, now', async () => {
    const { parameters } = silentRequest();
    for (const [what, more] of [
      ['another iss', { iss: 'somebody' }],
      ['another aud', { aud: 'https://evil.example' }],
      ['the token endpoint as aud', { aud: `${senid.issuer}/token/x` }],
      ['expired', { exp: seconds() - 120 }],
      ['not yet', { nbf: seconds() + 600 }],
      ['that could pass for a client assertion', { sub: client.clientId }],
      ['with another inside', { request: 'x' }],
      ['with a reference inside', { request_uri: 'https://rp.example/r' }],
    ] as const) {
      const request = await sign(claimsOf(parameters, more));
      assert.match(await refusal(request), /^invalid_request(_object)?$/, what);
    }
  });

  it('is signed with the key of this client, and in no other way', async () => {
    const { parameters } = silentRequest();
    const claims = claimsOf(parameters);
    const stranger = await generateKeyPair('ES256');
    const secret = new TextEncoder().encode(await exportSPKI(keys.publicKey));
    const withSecret = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    for (const [what, request] of [
      ['a stranger’s', await sign(claims, stranger.privateKey)],
      ['none', new UnsecuredJWT(claims).encode()],
      ['HS256 with the public key', withSecret],
      ['an ID token’s type', await sign(claims, keys.privateKey, { typ: 'at+jwt' })],
      ['cut off', (await sign(claims)).slice(0, -4)],
      ['encrypted to nobody', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..a.b.c'],
      ['no JWT', 'x'],
    ] as const) {
      assert.match(await refusal(request), /^invalid_request(_object)?$/, what);
    }
  });

  it('never stands beside a request_uri, nor twice', async () => {
    const { parameters } = silentRequest();
    const request = await sign(claimsOf(parameters));
    const reference = { request_uri: 'https://rp.example/r.jwt' };
    assert.match(
      await refusal(request, reference),
      /^(invalid_request|request_uri_not_supported)$/,
    );
    const url = `${senid.issuer}/authorize?${new URLSearchParams({ client_id: client.clientId, request })}`;
    const twice = await browser.send(`${url}&request=${request}`);
    assert.doesNotMatch(twice.headers.get('location') ?? '', /[?&]code=/);
  });

  it('is no client assertion, nor is one a request object', async () => {
    const { parameters } = silentRequest();
    const assertion = await sign(claimsOf({}, { sub: client.clientId }), keys.privateKey, {
      typ: 'JWT',
    });
    assert.match(await refusal(assertion), /^invalid_request(_object)?$/);
    const request = await sign(claimsOf(parameters));
    const answer = await client.post('/par', { ...assertionForm(request), ...parameters });
    assert.ok(answer.status === 400 || answer.status === 401, String(answer.status));
  });
});
