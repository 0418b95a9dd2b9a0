import assert from 'node:assert/strict';

import { decodeJwt, generateKeyPair, SignJWT } from 'jose';

import { rawRequest, type RawAnswer, type RawRequest } from '../support/oidc-client-raw.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { logIn, sharedHolder, silently } from '../support/session-login.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
/** RFC 6749, sections 4.1.2.1 and 5.2. */
const DESCRIPTION = /^[\u0020-\u0021\u0023-\u005b\u005d-\u007e]+$/;
const URI = /^[\u0021\u0023-\u005b\u005d-\u007e]+$/;

describe('an error answer', () => {
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
  });

  const codeOf = (uri: string | null | undefined): string => {
    const [before, code = ''] = (uri ?? '').split('/errors/');
    assert.equal(before, senid.issuer, String(uri));
    return code;
  };

  /** Its code, after everything that each of them must say has been looked at. */
  const explained = async (request: RawRequest): Promise<string> => {
    const answer = await rawRequest(senid.issuer, request);
    return codeIn(answer);
  };

  const codeIn = async ({ status, headers, body }: RawAnswer): Promise<string> => {
    assert.ok(status >= 400 && status < 500, `${status} ${body}`);
    const said = JSON.parse(body) as Readonly<Record<string, string>>;
    assert.match(said['error'] ?? '', URI);
    assert.match(said['error_description'] ?? '', DESCRIPTION);
    assert.match(said['error_uri'] ?? '', URI);
    assert.equal(said['request_id'], headers['x-request-id']);
    const code = codeOf(said['error_uri']);
    const page = await fetch(`${senid.issuer}/errors/${code}`, {
      headers: { accept: 'text/html' },
    });
    assert.equal(page.status, 200, code);
    assert.ok((await page.text()).includes(`<code id="error">${said['error']}</code>`), code);
    return code;
  };

  const posted = async (path: string, form: Record<string, string>, as = client) => {
    const { headers, form: credentials } = await as.authentication();
    const body = new URLSearchParams({ ...credentials, ...form }).toString();
    return explained({ method: 'POST', path, headers: { ...FORM, ...headers }, body });
  };

  it('explains itself at every endpoint that speaks JSON', async () => {
    const bearer = { authorization: 'Bearer no-such-token' };
    const code = { grant_type: 'authorization_code', redirect_uri: client.redirectUri };
    assert.equal(await posted('/token', { ...code, code: 'x' }), 'invalid_grant.code_not_found');
    assert.equal(await posted('/token', { grant_type: 'password' }), 'unsupported_grant_type');
    assert.equal(await posted('/token', {}), 'request.parameter_missing');
    assert.equal(await posted('/par', { scope: 'openid' }), 'request.parameter_missing');
    assert.equal(await posted('/introspect', {}), 'request.parameter_missing');
    assert.equal(await posted('/revoke', {}), 'request.parameter_missing');
    assert.equal(await posted('/device-authorization', {}), 'grant_type.not_allowed');
    assert.equal(await explained({ path: '/userinfo' }), 'invalid_token.missing');
    assert.equal(await explained({ path: '/userinfo', headers: bearer }), 'invalid_token');
    assert.equal(await explained({ path: '/register/x', headers: bearer }), 'registration.token');
    assert.equal(await explained({ path: '/no/such/address' }), 'not_found');
    assert.equal(await explained({ path: '/TOKEN', method: 'POST' }), 'not_found');
    const host = { host: 'evil.example' };
    assert.equal(await explained({ path: '/jwks', headers: host }), 'misdirected_request');
  });

  it('tells what is wrong with a registration', async () => {
    const register = (metadata: object) =>
      explained({
        method: 'POST',
        path: '/register',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(metadata),
      });
    assert.equal(
      await register({ redirect_uris: ['https://a.example/#x'] }),
      'invalid_redirect_uri',
    );
    assert.equal(
      await register({ redirect_uris: ['https://a.example/'], jwks: { keys: 1 } }),
      'client_metadata.keys',
    );
  });

  it('says how to authenticate, and what was wrong, in a 401', async () => {
    const token = 'token=x';
    const basic = Buffer.from(`${client.clientId}:wrong`).toString('base64');
    const wrong = { ...FORM, authorization: `Basic ${basic}` };
    for (const [path, request, scheme, code] of [
      [
        '/introspect',
        { method: 'POST', headers: wrong, body: token },
        'Basic',
        'invalid_client.wrong_secret',
      ],
      [
        '/introspect',
        { method: 'POST', headers: FORM, body: `${token}&client_id=nobody` },
        'Basic',
        'invalid_client.unknown',
      ],
      ['/userinfo', { headers: { authorization: 'Bearer x' } }, 'Bearer', 'invalid_token'],
    ] as const) {
      const answer = await rawRequest(senid.issuer, { path, ...request });
      assert.equal(answer.status, 401, path);
      const challenge = answer.headers['www-authenticate'] ?? '';
      assert.ok(challenge.startsWith(`${scheme} realm="${senid.issuer}"`), challenge);
      assert.ok(challenge.includes(`error_uri="${senid.issuer}/errors/${code}"`), challenge);
      assert.equal(await codeIn(answer), code);
    }
    // RFC 6750, section 3.1: without credentials, no error in the challenge.
    const none = await rawRequest(senid.issuer, { path: '/userinfo' });
    assert.equal(none.status, 401);
    assert.match(none.headers['www-authenticate'] ?? '', /Bearer realm="[^"]+"/);
    assert.doesNotMatch(none.headers['www-authenticate'] ?? '', /error/);
  });

  it('reaches the relying party with a description, an address that explains it, and the reference', async () => {
    const answer = await silently(client, new Browser(), {});
    assert.equal(answer.get('error'), 'login_required');
    assert.equal(codeOf(answer.get('error_uri')), 'login_required');
    assert.match(answer.get('error_description') ?? '', DESCRIPTION);
    assert.match(answer.get('error_description') ?? '', / \(reference req_[\w-]+\)$/);
    assert.equal(answer.get('iss'), senid.issuer);
  });

  it('explains itself in a form and in a signed answer as in an address', async () => {
    const form = client.authorize({ prompt: 'none', response_mode: 'form_post' });
    const page = await (await fetch(form.url)).text();
    assert.match(
      page,
      new RegExp(`name="error_uri" value="${senid.issuer}/errors/login_required"`),
    );
    const signed = client.authorize({ prompt: 'none', response_mode: 'jwt' });
    const { headers } = await fetch(signed.url, { redirect: 'manual' });
    const { searchParams } = new URL(headers.get('location') ?? 'about:blank');
    const claims = decodeJwt<Record<string, string>>(searchParams.get('response') ?? '');
    assert.equal(codeOf(claims['error_uri']), 'login_required');
    assert.match(claims['error_description'] ?? '', / \(reference req_[\w-]+\)$/);
    assert.equal(searchParams.get('error_uri'), null);
  });

  it('is sent to the relying party for every mistake in a request whose redirect can be trusted', async () => {
    for (const [parameters, code] of [
      [{ code_challenge: undefined, code_challenge_method: undefined }, 'pkce.missing'],
      [{ code_challenge_method: 'plain' }, 'pkce.method'],
      [{ code_challenge: 'short' }, 'pkce.malformed'],
      [{ response_type: 'token' }, 'unsupported_response_type'],
      [{ response_mode: 'semaphore' }, 'unsupported_response_mode'],
      [{ scope: 'openid "x"' }, 'scope.characters'],
      [{ prompt: 'none login' }, 'prompt.none_not_alone'],
      [{ prompt: 'sing' }, 'prompt.unknown'],
      [{ max_age: '-1' }, 'max_age.invalid'],
      [{ claims: '{' }, 'claims.malformed'],
      [{ id_token_hint: 'x' }, 'id_token_hint.invalid'],
      [{ request_uri: 'https://rp.example/request' }, 'request_uri_not_supported'],
      [{ registration: '{}' }, 'registration_not_supported'],
    ] as const) {
      const { url, state } = client.authorize(parameters);
      const answer = await fetch(url, { redirect: 'manual' });
      const location = new URL(answer.headers.get('location') ?? 'about:blank');
      assert.equal(location.origin + location.pathname, client.redirectUri, code);
      // Who asked for a token is answered where tokens would be.
      const said = new URLSearchParams(location.search || location.hash.slice(1));
      assert.equal(codeOf(said.get('error_uri')), code);
      assert.equal(said.get('state'), state);
    }
    const twice = await fetch(`${client.authorize().url}&scope=profile`, { redirect: 'manual' });
    const said = new URL(twice.headers.get('location') ?? 'about:blank').searchParams;
    assert.equal(codeOf(said.get('error_uri')), 'request.parameter_repeated');
  });

  it('is a page, and never a redirect, where the address is not registered or the client not known', async () => {
    for (const [parameters, code] of [
      [{ redirect_uri: `${client.redirectUri}/` }, 'redirect_uri.not_registered'],
      [{ redirect_uri: undefined }, 'request.parameter_missing'],
      [{ client_id: 'nobody' }, 'invalid_client.unknown'],
    ] as const) {
      const { url } = client.authorize(parameters);
      const answer = await fetch(url, { redirect: 'manual', headers: { accept: 'text/html' } });
      assert.ok(answer.status >= 400 && answer.status < 500, code);
      assert.equal(answer.headers.get('location'), null);
      assert.ok((await answer.text()).includes(`href="/errors/${code}"`), code);
    }
  });

  it('tells the relying party that a pushed request is spent', async () => {
    const { browser } = await logIn(senid, client, await sharedHolder(senid));
    const { url, state } = await client.push({ prompt: 'none' });
    const first = new URL((await browser.send(url)).headers.get('location') ?? 'about:blank');
    assert.ok(first.searchParams.has('code'));
    const second = new URL((await browser.send(url)).headers.get('location') ?? 'about:blank');
    assert.equal(second.origin + second.pathname, client.redirectUri);
    assert.equal(second.searchParams.get('state'), state);
    assert.equal(codeOf(second.searchParams.get('error_uri')), 'invalid_request_uri');
    // Of somebody else's request nobody is told anything.
    const other = await OidcClient.register(senid.issuer);
    const foreign = await browser.send(url.replace(client.clientId, other.clientId));
    assert.equal(foreign.status, 400);
    assert.equal(foreign.headers.get('location'), null);
  });

  it('tells the relying party what is wrong with its signed request', async () => {
    const signing = await OidcClient.register(senid.issuer, { authentication: 'private_key_jwt' });
    const { privateKey } = await generateKeyPair('ES256');
    const send = async (redirectUri: string, key = privateKey) => {
      const { parameters } = signing.authorize({ redirect_uri: redirectUri, state: 'kept' });
      const request = await new SignJWT(parameters)
        .setProtectedHeader({ alg: 'ES256' })
        .setIssuer(signing.clientId)
        .setAudience(senid.issuer)
        .sign(key);
      const query = new URLSearchParams({ client_id: signing.clientId, request });
      return fetch(`${senid.issuer}/authorize?${query}`, { redirect: 'manual' });
    };
    const told = new URL(
      (await send(signing.redirectUri)).headers.get('location') ?? 'about:blank',
    );
    assert.equal(told.origin + told.pathname, signing.redirectUri);
    assert.equal(codeOf(told.searchParams.get('error_uri')), 'request_object.signature');
    assert.equal(told.searchParams.get('state'), 'kept');
    assert.equal(told.searchParams.get('iss'), senid.issuer);
    // What was signed by nobody says nothing about where to go.
    for (const foreign of ['https://evil.example/', `${signing.redirectUri}/x`, 'javascript:x']) {
      const answer = await send(foreign);
      assert.equal(answer.status, 400);
      assert.equal(answer.headers.get('location'), null);
    }
  });

  it('has one reference for the person, the relying party, the log and the audit', async () => {
    const { url } = client.authorize({ prompt: 'none' });
    const answer = await fetch(url, { redirect: 'manual' });
    const said = new URL(answer.headers.get('location') ?? 'about:blank').searchParams;
    const reference = /\(reference (req_[\w-]+)\)$/.exec(said.get('error_description') ?? '')?.[1];
    assert.equal(reference, answer.headers.get('x-request-id'));

    const line = await lineWith(senid, 'request.refused', reference ?? '');
    assert.match(line, /"code":"login_required"/);

    const filter = { clientId: client.clientId, limit: 100 };
    const events = await withStores(senid, ({ audit }) => audit.list(filter));
    assert.deepEqual(
      events
        .filter(({ requestId }) => requestId === reference)
        .map(({ type, data }) => [type, data['fault']]),
      [['authorization.refused', 'login_required']],
    );

    // A person sees the same kind of reference where nothing can be sent back.
    const { url: wrong } = client.authorize({ redirect_uri: 'https://evil.example/' });
    const page = await fetch(wrong, { headers: { accept: 'text/html' } });
    const shown = /id="request-reference">(req_[\w-]+)</.exec(await page.text())?.[1];
    assert.equal(shown, page.headers.get('x-request-id'));
  });
});

/** What the program writes reaches us a moment after its answer. */
async function lineWith(senid: SenidProcess, ...words: readonly string[]): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const lines = senid.output().split('\n');
    const found = lines.find((line) => words.every((word) => line.includes(word)));
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no line with ${words.join(' and ')}`);
}
