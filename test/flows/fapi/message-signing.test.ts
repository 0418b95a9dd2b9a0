import assert from 'node:assert/strict';
import { createSecretKey, randomUUID } from 'node:crypto';

import {
  createRemoteJWKSet,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type JWTHeaderParameters,
} from 'jose';

import { DpopClient } from '../../support/dpop-client.ts';
import type { JsonAnswer } from '../../support/oidc-client-answer.ts';
import type { SenidProcess } from '../../support/senid-process.ts';
import { Browser } from '../../support/session-browser.ts';
import { walk } from '../../support/session-journey.ts';
import { sharedHolder } from '../../support/session-login.ts';
import { noteSecret } from '../../support/session-secrets.ts';
import { sharedSenid } from '../../support/session-server.ts';

const SIGNED = 'application/token-introspection+jwt';
const now = () => Math.floor(Date.now() / 1000);

/** FAPI 2.0 Message Signing Final; the numbers are of its sections. */
describe('FAPI 2.0 Message Signing', () => {
  let senid: SenidProcess;
  let party: DpopClient;

  before(async () => {
    senid = await sharedSenid();
    party = await DpopClient.register(senid.issuer, {
      authentication: 'private_key_jwt',
      metadata: {
        tier: 'bank-signed',
        dpop_bound_access_tokens: true,
        request_object_signing_alg: 'ES256',
      },
    });
  });

  const told = ({ status, body }: JsonAnswer) => [status, body['error']];

  it('5.3.1: only a signed request object is an authorization request', async () => {
    const { parameters } = party.client.authorize({ response_mode: 'jwt' });
    assert.deepEqual(told(await party.post('/par', parameters)), [400, 'invalid_request']);
    assert.equal((await pushed()).status, 201);
  });

  it('5.3.1: what stands beside it counts for nothing (RFC 9101, section 6.3)', async () => {
    const { request, attempt } = await requestObject();
    const { client } = party;
    const beside = {
      scope: 'openid phone',
      redirect_uri: 'https://evil.example/',
      state: 'planted',
    };
    const form = { ...beside, client_id: client.clientId, request };
    const { status, body } = await party.post('/par', form);
    assert.equal(status, 201, JSON.stringify(body));
    const callback = await walkTo(String(body['request_uri']));
    const { payload } = await opened(callback);
    assert.equal(payload['state'], attempt.state);
  });

  it('5.3.1: its claims are those the profile demands', async () => {
    const { issuer } = senid;
    const { clientId } = party.client;
    const wrong: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      'no nbf': { nbf: undefined },
      'nbf more than an hour ago': { nbf: now() - 3700, exp: now() + 60 },
      'nbf in the future': { nbf: now() + 120, exp: now() + 180 },
      'no exp': { exp: undefined },
      'exp more than an hour after nbf': { exp: now() + 3700 },
      'exp in the past': { nbf: now() - 120, exp: now() - 60 },
      'iat in the future': { iat: now() + 120 },
      'no aud': { aud: undefined },
      'aud of the endpoint': { aud: `${issuer}/par` },
      'aud elsewhere': { aud: 'https://evil.example' },
      'no iss': { iss: undefined },
      'iss of another client': { iss: 'other' },
      'client_id of another client': { client_id: 'other' },
      'no client_id': { client_id: undefined },
      'sub of the client, as in an assertion': { sub: clientId },
      'a request in the request': { request: 'x' },
      'a reference in the request': { request_uri: 'urn:ietf:params:oauth:request_uri:x' },
    };
    for (const [why, claims] of Object.entries(wrong)) {
      const { status, body } = await pushed({ claims });
      assert.equal(status, 400, why);
      assert.equal(body['error'], 'invalid_request_object', `${why}: ${JSON.stringify(body)}`);
    }
    for (const claims of [
      { aud: [issuer, 'https://also.example'] },
      { iat: now() + 9 },
      { nbf: now() + 9 },
      { jti: randomUUID() },
    ]) {
      const { status, body } = await pushed({ claims });
      assert.equal(status, 201, `${JSON.stringify(claims)}: ${JSON.stringify(body)}`);
    }
  });

  it('5.3.1: it may say what it is, and must not be something else', async () => {
    for (const typ of ['oauth-authz-req+jwt', 'JWT', undefined]) {
      assert.equal((await pushed({ header: { typ } })).status, 201, typ);
    }
    for (const typ of ['dpop+jwt', 'client-authentication+jwt', 'at+jwt']) {
      assert.deepEqual(
        told(await pushed({ header: { typ } })),
        [400, 'invalid_request_object'],
        typ,
      );
    }
  });

  it('5.3.1: it is signed by the client, with the algorithm it registered', async () => {
    const other = await generateKeyPair('ES256');
    const rsa = await generateKeyPair('PS256');
    const secret = createSecretKey(Buffer.alloc(32, 1));
    for (const [alg, key] of [
      ['ES256', other.privateKey],
      ['PS256', rsa.privateKey],
      ['HS256', secret],
    ] as const) {
      const { request } = await requestObject({ header: { alg }, key });
      const form = { client_id: party.client.clientId, request };
      assert.deepEqual(told(await party.post('/par', form)), [400, 'invalid_request_object'], alg);
    }
    const { request } = await requestObject();
    const [header, , signature] = request.split('.');
    const claims = { client_id: party.client.clientId, scope: 'openid phone' };
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
    for (const forged of [
      `${header}.${payload}.${signature}`,
      `${header}.${payload}.`,
      'x',
      'a.b.c.d.e',
    ]) {
      const form = { client_id: party.client.clientId, request: forged };
      assert.deepEqual(told(await party.post('/par', form)), [400, 'invalid_request_object']);
    }
  });

  it('5.4.1: every answer is a signed one, a refusal too', async () => {
    const { status, body, attempt } = await pushed();
    assert.equal(status, 201);
    const callback = await walkTo(String(body['request_uri']));
    assert.deepEqual([...callback.searchParams.keys()], ['response']);
    const { payload, protectedHeader } = await opened(callback);
    assert.equal(protectedHeader.alg, 'ES256');
    assert.equal(payload['state'], attempt.state);
    assert.ok(Number(payload.exp) - now() <= 600, 'JARM, section 2.1: at most ten minutes');
    const form = party.codeForm(String(payload['code']), attempt);
    assert.equal((await party.post('/token', form)).status, 200);

    const silent = await pushed({ claims: { prompt: 'none' } });
    const query = {
      client_id: party.client.clientId,
      request_uri: String(silent.body['request_uri']),
    };
    const answer = await new Browser().send(
      `${senid.issuer}/authorize?${new URLSearchParams(query)}`,
    );
    const refused = await opened(new URL(answer.headers.get('location') ?? 'x:'));
    assert.equal(refused.payload['error'], 'login_required');
    assert.equal(refused.payload['state'], silent.attempt.state);
    assert.equal(refused.payload.iss, senid.issuer);
  });

  it('5.4.1: an answer without a signature cannot be asked for', async () => {
    for (const response_mode of ['query', 'fragment', 'form_post', undefined]) {
      const answer = await pushed({ claims: { response_mode } });
      assert.deepEqual(told(answer), [400, 'invalid_request'], response_mode);
    }
  });

  it('5.5.1: introspection is answered with a signature, and with nothing else (RFC 9701)', async () => {
    const { body, attempt } = await pushed();
    const { payload } = await opened(await walkTo(String(body['request_uri'])));
    const form = party.codeForm(String(payload['code']), attempt);
    const accessToken = String((await party.post('/token', form)).body['access_token']);
    for (const token of [accessToken, 'not-a-token']) {
      for (const accept of ['application/json', '*/*']) {
        const plain = await introspect(token, accept);
        assert.equal(plain.status, 400, accept);
        assert.ok(!(await plain.text()).includes('"active"'));
      }
      const answer = await introspect(token, SIGNED);
      assert.equal(answer.status, 200);
      assert.match(
        answer.headers.get('content-type') ?? '',
        /^application\/token-introspection\+jwt/,
      );
      const introspected = await verify(await answer.text());
      assert.equal(introspected.protectedHeader.typ, 'token-introspection+jwt');
      const said = introspected.payload['token_introspection'] as Readonly<Record<string, unknown>>;
      assert.equal(said['active'], token === accessToken);
      // RFC 9701, section 5: no claims of a token at the top, where it could pass for an ID token.
      for (const absent of ['sub', 'exp', 'scope', 'client_id']) {
        assert.ok(!(absent in introspected.payload), absent);
      }
      const { jkt } = (said['cnf'] ?? {}) as { jkt?: string };
      assert.equal(jkt, token === accessToken ? await party.prover.thumbprint() : undefined);
    }
  });

  async function introspect(token: string, accept: string): Promise<Response> {
    const { form } = await party.client.authentication();
    return fetch(`${senid.issuer}/introspect`, {
      method: 'POST',
      headers: { accept },
      body: new URLSearchParams({ ...form, token }),
    });
  }

  interface Change {
    readonly claims?: Readonly<Record<string, unknown>>;
    readonly header?: Readonly<Record<string, unknown>>;
    readonly key?: Parameters<SignJWT['sign']>[0];
  }

  /** A right one; `undefined` among the changes takes a member away. */
  async function requestObject({ claims, header, key }: Change = {}) {
    const { client } = party;
    const attempt = client.authorize({ response_mode: 'jwt' });
    const all = {
      ...attempt.parameters,
      iss: client.clientId,
      aud: senid.issuer,
      nbf: now(),
      exp: now() + 60,
      ...claims,
    };
    const protectedHeader = { alg: 'ES256', ...header } as JWTHeaderParameters;
    const signingKey = key ?? client.credentials.key;
    assert.ok(signingKey);
    const request = await new SignJWT(all).setProtectedHeader(protectedHeader).sign(signingKey);
    return { request, attempt };
  }

  async function pushed(change: Change = {}) {
    const { request, attempt } = await requestObject(change);
    const form = { client_id: party.client.clientId, request };
    return { ...(await party.post('/par', form)), attempt };
  }

  async function walkTo(request_uri: string): Promise<URL> {
    const browser = new Browser();
    const query = new URLSearchParams({ client_id: party.client.clientId, request_uri });
    const start = await browser.send(`${senid.issuer}/authorize?${query}`);
    const person = await sharedHolder(senid);
    const { redirectUri } = party.client;
    const answer = await walk(browser, start, { senid, person }, redirectUri);
    return new URL(answer.headers.get('location') ?? 'x:');
  }

  async function opened(callback: URL) {
    const response = callback.searchParams.get('response') ?? '';
    noteSecret('authorization code', response);
    return verify(response);
  }

  function verify(jwt: string) {
    const jwks = createRemoteJWKSet(new URL(`${senid.issuer}/jwks`));
    return jwtVerify(jwt, jwks, { issuer: senid.issuer, audience: party.client.clientId });
  }
});
