import assert from 'node:assert/strict';

import { rawBytes, rawRequest, type RawRequest } from '../support/oidc-client-raw.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { sharedSenid } from '../support/session-server.ts';
import { assertRefused, FORM, words } from './refused.ts';

const POSTED = words(
  '/token /par /introspect /revoke /register /userinfo /logout/confirm /authorize',
);
const ADDRESSES = [
  ...POSTED,
  ...words(
    '/ /jwks /logout /.well-known/openid-configuration /sandbox/outbox /interaction/x /assets/x',
  ),
];

/** Each must be answered with a 4xx, or shown as if it were not there. */
const STRANGE_ADDRESSES = [
  ...words('/% /%ff /authorize/% /authorize/%ff /?lang=% /?lang=vi&lang=en * /.well-known/'),
  ...words('/interaction/% /interaction/%ff /interaction/%E0%A4%A /interaction/%00 /interaction//'),
  ...words('/interaction/%0d%0ax-evil:1/consent /interaction/%2f%2fevil.example/consent'),
  ...words('/interaction/x/y/z /assets/%2e%2e/%2e%2e/main.js /assets/..%2f..%2fmain.js'),
  ...words('/assets/../main.js /.well-known/webfinger /.git/config /.env'),
  `/${'x'.repeat(8_000)}`,
  `/interaction/${'x'.repeat(8_000)}`,
  `/${'x/'.repeat(3_000)}`,
];

const NAMES = words(
  '__proto__ constructor toString hasOwnProperty __proto__[x] constructor.prototype.x',
);
const PARAMETERS = [
  ...words(
    'state nonce ui_locales login_hint acr_values max_age prompt display id_token_hint claims',
  ),
  ...words('scope response_mode response_type code_challenge request request_uri registration'),
];

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('requests no program of ours would send', () => {
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
  });

  const refused = (request: RawRequest) => assertRefused(senid.issuer, request);

  it('are refused when they give a parameter twice where a token is at stake', async () => {
    for (const [path, body] of [
      ['/token', 'grant_type=authorization_code&grant_type=refresh_token'],
      ['/token', 'grant_type=authorization_code&code=a&code=b'],
      ['/introspect', 'token=a&token=b'],
      ['/revoke', 'token=a&token=b'],
      ['/par', `client_id=${client.clientId}&scope=openid&scope=profile`],
    ] as const) {
      const { headers } = await client.authentication();
      const request = { method: 'POST', path, headers: { ...FORM, ...headers }, body };
      const answer = await rawRequest(senid.issuer, request);
      assert.equal(answer.status, 400, body);
      assert.equal((JSON.parse(answer.body) as { error: string }).error, 'invalid_request', body);
    }
  });

  it('are refused when they use members of objects as names and values', async () => {
    for (const name of NAMES) {
      const written = encodeURIComponent(name);
      const query = `client_id=${client.clientId}&${written}=${written}`;
      await refused({ path: `/authorize?${query}` });
      await refused({ path: `/interaction/${written}` });
      for (const parameter of PARAMETERS) {
        const { url } = client.authorize({ [parameter]: name });
        await refused({ path: url.slice(senid.issuer.length) });
      }
      for (const path of POSTED) {
        const body = `grant_type=${name}&${query}`;
        await refused({ method: 'POST', path, headers: FORM, body });
      }
    }
  });

  it('are refused when their credentials are none', async () => {
    for (const authorization of [
      'Basic',
      'Basic !!!',
      'Bearer',
      'Bearer a b',
      'Bearer a.b.c',
      'DPoP x',
      ...['', ':', 'no-colon', '%:%', 'a:b:c', '__proto__:x', '\u0000:\u0000'].map(basic),
      basic(`${client.clientId}:`),
      basic(`${client.clientId}:wrong`),
      `Bearer ${'x'.repeat(8_000)}`,
    ]) {
      for (const path of ['/token', '/userinfo', '/introspect', '/par']) {
        const body = 'grant_type=refresh_token&refresh_token=x&token=x';
        await refused({ method: 'POST', path, headers: { ...FORM, authorization }, body });
      }
      const request = { path: '/userinfo', headers: { authorization } };
      const { status } = await rawRequest(senid.issuer, request);
      assert.ok(status === 400 || status === 401, `${authorization.slice(0, 40)}: ${status}`);
    }
  });

  it('are refused when they carry an access token in the address', async () => {
    const { status } = await rawRequest(senid.issuer, { path: '/userinfo?access_token=x' });
    assert.ok(status === 400 || status === 401);
  });

  it('are refused when method, cookies or headers are odd', async () => {
    for (const path of ADDRESSES) {
      for (const method of words('PUT DELETE PATCH OPTIONS TRACE PROPFIND')) {
        await refused({ method, path });
      }
      const long = `a=${'x'.repeat(4_000)}`;
      const planted = ['__Host-senid_session=%', '__Host-senid_lang=xx'];
      for (const cookie of ['=', ';;;', long, '\u00ff=\u00ff', ...planted]) {
        await refused({ path, headers: { cookie } });
      }
      for (const header of words('accept-language accept origin if-none-match range expect')) {
        for (const value of ['%', '*'.repeat(2_000), 'bytes=0-0,-1', '\u00ff']) {
          await refused({ path, headers: { [header]: value } });
        }
      }
    }
  });

  it('are refused when the address is broken, endless or strange', async () => {
    for (const path of STRANGE_ADDRESSES) {
      for (const method of ['GET', 'POST']) await refused({ method, path, headers: FORM });
    }
    const { host } = new URL(senid.issuer);
    const endless = `GET /authorize?x=${'x'.repeat(100_000)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    assert.match(await rawBytes(senid.issuer, endless), /^(HTTP\/1\.1 4\d\d|$)/);
  });

  it('are refused when a parameter of an authorization request is odd, on the page as well', async () => {
    const values = ['\u0000', '\ud800', '<script>', '\r\nX-Evil: 1', '%', '-1', '1e9', '[]', '{}'];
    for (const parameter of PARAMETERS) {
      for (const value of [...values, 'x'.repeat(3_000), '9'.repeat(40)]) {
        const { url } = client.authorize({ [parameter]: value });
        const answer = await new Browser().get(url, client.redirectUri);
        assert.ok(answer.status < 500, `${parameter}=${value.slice(0, 20)}: ${answer.status}`);
        assert.equal(answer.headers.get('x-evil'), null);
        assert.doesNotMatch(answer.body, /"<script>/);
      }
    }
  });
});
