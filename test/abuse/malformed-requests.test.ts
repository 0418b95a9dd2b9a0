import assert from 'node:assert/strict';

import { rawBytes, rawRequest, type RawRequest } from '../support/oidc-client-raw.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { sharedSenid } from '../support/session-server.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };
const POSTED = ['/token', '/par', '/introspect', '/revoke', '/register', '/userinfo', '/logout/confirm', '/authorize'];
const ADDRESSES = [...POSTED, '/', '/jwks', '/logout', '/.well-known/openid-configuration', '/sandbox/outbox', '/interaction/x', '/assets/x'];
const MEGABYTE = 'x'.repeat(1024 * 1024);

describe('requests no program of ours would send', () => {
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
  });

  /** A clear 4xx (or a redirect with an error), never a 5xx, and nothing but our own words. */
  async function refused(request: RawRequest): Promise<void> {
    const title = `${request.method ?? 'GET'} ${request.path.slice(0, 80)}`;
    const answer = await rawRequest(senid.issuer, request);
    assert.ok(answer.status >= 200 && answer.status < 500, `${title}: ${answer.status} ${answer.body}`);
    assert.ok(!(answer.headers.location ?? '').includes('code='), title);
    assert.doesNotMatch(answer.body, /\bat .*\.[jt]s:\d+|node_modules|SQLITE|ZodError/, title);
  }

  for (const path of POSTED) {
    it(`refuses a megabyte at ${path}, with an answer and not by hanging up`, async () => {
      for (const type of [FORM, JSON_TYPE]) {
        const length = { 'content-length': String(MEGABYTE.length) };
        for (const headers of [{ ...type, ...length }, { ...type, 'transfer-encoding': 'chunked' }]) {
          await refused({ method: 'POST', path, headers, body: MEGABYTE });
        }
      }
    });

    it(`refuses other content types, and bodies that are not what they say, at ${path}`, async () => {
      for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/json', 'application/xml', 'x', '']) {
        await refused({ method: 'POST', path, headers: { 'content-type': type }, body: '{"a":[' });
      }
      for (const body of ['null', '1', '[]', '"x"', '{', '', '{"__proto__":{"x":1}}', '['.repeat(20_000)]) {
        await refused({ method: 'POST', path, headers: JSON_TYPE, body });
      }
      for (const body of [Buffer.from([0x61, 0x3d, 0xff, 0xfe, 0xc0]), 'a=%ff%fe', 'a=%', 'a=%u0041', '&&&===&', '%00=%00']) {
        await refused({ method: 'POST', path, headers: FORM, body });
      }
      await refused({ method: 'POST', path, headers: { ...FORM, 'content-encoding': 'gzip' }, body: 'x' });
      await refused({ method: 'POST', path, headers: { 'content-type': `${FORM['content-type']}; charset=x-none` }, body: 'a=b' });
    });
  }

  it('refuses parameters given twice where a token is at stake', async () => {
    for (const [path, twice] of [
      ['/token', 'grant_type=authorization_code&grant_type=refresh_token'],
      ['/token', 'grant_type=authorization_code&code=a&code=b'],
      ['/introspect', 'token=a&token=b'],
      ['/revoke', 'token=a&token=b'],
      ['/par', `client_id=${client.clientId}&scope=openid&scope=profile`],
    ] as const) {
      const { headers } = await client.authentication();
      const { status, body } = await rawRequest(senid.issuer, {
        method: 'POST',
        path,
        headers: { ...FORM, ...headers },
        body: twice,
      });
      assert.equal(status, 400, twice);
      assert.equal((JSON.parse(body) as { error: string }).error, 'invalid_request', twice);
    }
  });

  it('refuses members of objects as names and values', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__proto__[x]', 'constructor.prototype.x'];
    for (const name of names) {
      const query = `client_id=${client.clientId}&${encodeURIComponent(name)}=${encodeURIComponent(name)}`;
      await refused({ path: `/authorize?${query}` });
      for (const parameter of ['prompt', 'scope', 'response_mode', 'response_type', 'acr_values', 'ui_locales', 'claims']) {
        await refused({ path: client.authorize({ [parameter]: name }).url.slice(senid.issuer.length) });
      }
      for (const path of POSTED) await refused({ method: 'POST', path, headers: FORM, body: `grant_type=${name}&${query}` });
      await refused({ path: `/interaction/${encodeURIComponent(name)}` });
    }
  });

  it('refuses credentials that are none', async () => {
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    for (const authorization of [
      'Basic', 'Basic !!!', 'Bearer', 'Bearer a b', 'x', basic(''), basic(':'), basic('no-colon'), basic('%:%'),
      basic('a:b:c'), basic(`${client.clientId}:`), basic(`${client.clientId}:wrong`), basic('__proto__:x'),
      basic('\u0000:\u0000'), `Bearer ${'x'.repeat(8_000)}`, 'Bearer a.b.c', 'Bearer ../../etc', 'DPoP x',
    ]) {
      for (const path of ['/token', '/userinfo', '/introspect', '/par']) {
        const body = 'grant_type=refresh_token&refresh_token=x&token=x';
        await refused({ method: 'POST', path, headers: { ...FORM, authorization }, body });
      }
      const { status } = await rawRequest(senid.issuer, { path: '/userinfo', headers: { authorization } });
      assert.ok(status === 400 || status === 401, `${authorization.slice(0, 40)}: ${status}`);
    }
  });

  it('refuses an access token in the address', async () => {
    const { status } = await rawRequest(senid.issuer, { path: '/userinfo?access_token=x' });
    assert.ok(status === 400 || status === 401);
  });

  it('refuses other methods, broken cookies and odd headers', async () => {
    for (const path of ADDRESSES) {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) await refused({ method, path });
      for (const cookie of ['=', ';;;', '__Host-senid_session=%', `a=${'x'.repeat(4_000)}`, '__Host-senid_lang=xx', '\u00ff=\u00ff']) {
        await refused({ path, headers: { cookie } });
      }
      for (const header of ['accept-language', 'accept', 'origin', 'if-none-match', 'range', 'expect']) {
        for (const value of ['%', '*'.repeat(2_000), 'bytes=0-0,-1', '\u00ff']) {
          await refused({ path, headers: { [header]: value } });
        }
      }
    }
  });

  it('refuses broken, endless and strange addresses', async () => {
    for (const path of [
      '/%', '/%ff', '/interaction/%', '/interaction/%ff', '/interaction/%E0%A4%A', '/interaction/%00', '/authorize/%',
      '/authorize/%ff', '/assets/%2e%2e/%2e%2e/main.js', '/assets/..%2f..%2fmain.js', '/assets/../main.js', '/?lang=%',
      '/?lang=vi&lang=en', `/${'x'.repeat(8_000)}`, `/interaction/${'x'.repeat(8_000)}`, `/${'x/'.repeat(3_000)}`,
      '/interaction/x/y/z', '/interaction//', '*', '/.well-known/', '/.well-known/webfinger', '/.git/config', '/.env',
    ]) {
      for (const method of ['GET', 'POST']) await refused({ method, path, headers: FORM });
    }
    const endless = `GET /authorize?x=${'x'.repeat(100_000)} HTTP/1.1\r\nHost: ${new URL(senid.issuer).host}\r\n\r\n`;
    assert.match(await rawBytes(senid.issuer, endless), /^(HTTP\/1\.1 4\d\d|$)/);
  });

  it('refuses odd values in an authorization request, on the page as well', async () => {
    const values = ['\u0000', '\ud800', 'x'.repeat(3_000), '<script>', '\r\nX-Evil: 1', '%', '-1', '1e9', '9'.repeat(40), '[]', '{}'];
    const parameters = [
      'state', 'nonce', 'ui_locales', 'login_hint', 'acr_values', 'max_age', 'prompt', 'display', 'id_token_hint',
      'claims', 'scope', 'response_mode', 'response_type', 'code_challenge', 'request', 'request_uri', 'registration',
    ];
    for (const parameter of parameters) {
      for (const value of values) {
        const answer = await new Browser().get(client.authorize({ [parameter]: value }).url, client.redirectUri);
        assert.ok(answer.status < 500, `${parameter}=${value.slice(0, 20)}: ${answer.status}`);
        assert.equal(answer.headers.get('x-evil'), null);
        assert.ok(!answer.body.includes('<script>alert') && !answer.body.includes(`"${value}"><script`));
      }
    }
  });
});
