import assert from 'node:assert/strict';

import { rawBytes, rawRequest } from '../support/oidc-client-raw.ts';
import { assertionForm, OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { logIn, sharedHolder } from '../support/session-login.ts';
import { sharedSenid } from '../support/session-server.ts';

const EVIL = 'evil.example';
const DISCOVERY = '/.well-known/openid-configuration';
/** Each says that the request was for somebody else. */
const CONTRADICTIONS: Readonly<Record<string, string>> = {
  'x-forwarded-host': EVIL,
  'x-original-host': EVIL,
  'x-forwarded-proto': 'https',
  forwarded: `for=203.0.113.9;host=${EVIL};proto=https`,
  Forwarded: 'for=203.0.113.9, for=10.0.0.1; HOST = "evil.example"',
};
const FORWARDED: Readonly<Record<string, string>> = {
  'x-forwarded-port': '443',
  'x-forwarded-prefix': '/evil',
  'x-forwarded-for': '203.0.113.9',
  'x-host': EVIL,
  'x-rewrite-url': '/evil',
  'x-original-url': '/evil',
};

describe('the issuer is configuration, never the request', () => {
  let senid: SenidProcess;
  let behindProxy: SenidProcess;
  let host: string;

  before(async () => {
    senid = await sharedSenid();
    host = new URL(senid.issuer).host;
    behindProxy = await startSenid({ name: 'behind-proxy', env: { TRUSTED_PROXY_HOPS: '1' } });
  });

  after(() => behindProxy.stop());

  it('refuses a foreign Host at every address', async () => {
    for (const path of [
      DISCOVERY,
      '/',
      '/authorize',
      '/token',
      '/jwks',
      '/sandbox/outbox',
      '/health/x',
    ]) {
      for (const foreign of [
        EVIL,
        `${host}.${EVIL}`,
        `${host}@${EVIL}`,
        'localhost',
        'localhost:1',
      ]) {
        const { status, body } = await rawRequest(senid.issuer, {
          path,
          headers: { host: foreign },
        });
        assert.ok(status >= 400 && status < 500, `${path} for ${foreign}: ${status}`);
        assert.ok(!body.includes(EVIL), path);
      }
    }
  });

  it('refuses forwarded headers that say something else, with and without a proxy in front', async () => {
    for (const { issuer } of [senid, behindProxy]) {
      for (const [name, value] of Object.entries(CONTRADICTIONS)) {
        for (const path of [DISCOVERY, '/', '/token', '/authorize']) {
          const headers = { accept: 'text/html', [name]: value };
          const { status, body } = await rawRequest(issuer, { path, headers });
          assert.equal(status, 421, `${name}: ${value} at ${path}`);
          assert.ok(!body.includes(EVIL), path);
        }
        const { status } = await rawRequest(issuer, {
          path: '/health/live',
          headers: { [name]: value },
        });
        assert.equal(status, 200, 'a probe is answered whatever stands in front');
      }
    }
  });

  it('answers a proxy that passes on what was true', async () => {
    for (const { issuer } of [senid, behindProxy]) {
      const { host: own } = new URL(issuer);
      for (const headers of [
        { 'x-forwarded-host': own, 'x-forwarded-proto': 'http', 'x-forwarded-for': '203.0.113.9' },
        { 'x-forwarded-host': `${own}, ${own.toUpperCase()}` },
        { forwarded: `for="[2001:db8::1]:47";host="${own}";proto=http, for=203.0.113.9` },
      ]) {
        const { status } = await rawRequest(issuer, { path: DISCOVERY, headers });
        assert.equal(status, 200, JSON.stringify(headers));
      }
    }
  });

  it('takes nothing from other forwarded headers, with and without a proxy in front', async () => {
    for (const { issuer } of [senid, behindProxy]) {
      const { status, body } = await rawRequest(issuer, { path: DISCOVERY, headers: FORWARDED });
      assert.equal(status, 200);
      assert.deepEqual(JSON.parse(body), await (await fetch(`${issuer}${DISCOVERY}`)).json());
      const page = await rawRequest(issuer, {
        path: '/',
        headers: { ...FORWARDED, accept: 'text/html' },
      });
      assert.ok(!page.body.includes(EVIL) && !JSON.stringify(page.headers).includes(EVIL));
    }
  });

  it('redirects into a login only under its own name', async () => {
    for (const { issuer } of [senid, behindProxy]) {
      const client = await OidcClient.register(issuer);
      const path = client.authorize().url.slice(issuer.length);
      const { status, headers } = await rawRequest(issuer, { path, headers: FORWARDED });
      assert.equal(status, 303);
      assert.match(headers.location ?? '', /^\/interaction\//);
      for (const cookie of headers['set-cookie'] ?? []) assert.match(cookie, /; secure/i);
    }
  });

  it('does not believe an absolute request target', async () => {
    const line = `GET http://${EVIL}${DISCOVERY} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    const answer = await rawBytes(senid.issuer, line);
    assert.ok(!answer.includes(EVIL), answer.slice(0, 300));
  });

  it('does not choose between two Host headers', async () => {
    const hosts = `Host: ${host}\r\nHost: ${EVIL}\r\n`;
    for (const headers of [hosts, hosts.split('\r\n').toReversed().join('\r\n').trim() + '\r\n']) {
      const answer = await rawBytes(
        senid.issuer,
        `GET ${DISCOVERY} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`,
      );
      assert.ok(!answer.includes(EVIL), answer.slice(0, 300));
    }
  });

  it('accepts client assertions for the issuer, never for what a header says', async () => {
    const client = await OidcClient.register(senid.issuer, { authentication: 'private_key_jwt' });
    for (const { aud, accepted } of [
      { aud: senid.issuer, accepted: true },
      { aud: `http://${EVIL}`, accepted: false },
      { aud: `http://${EVIL}/introspect`, accepted: false },
      { aud: `${senid.issuer}/introspect`, accepted: false },
      { aud: `${senid.issuer}.${EVIL}`, accepted: false },
    ]) {
      for (const headers of [{}, FORWARDED]) {
        const form = assertionForm(await client.assertion({ aud }));
        const { status } = await client.post('/introspect', { ...form, token: 'x' }, headers);
        assert.equal(status, accepted ? 200 : 401, aud);
      }
      const form = assertionForm(await client.assertion({ aud }));
      const { status } = await rawRequest(senid.issuer, {
        method: 'POST',
        path: '/introspect',
        headers: { host: EVIL, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...form, token: 'x' }).toString(),
      });
      assert.equal(status, 421);
    }
  });

  it('has one spelling for each address', async () => {
    const spellings = [
      '/TOKEN',
      '/Token',
      '/token/',
      '/TOKEN/',
      '//token',
      '/token//',
      '/./token',
      '/x/../token',
      '/%74oken',
      '/token%2f',
      '/token%2F',
      '/%2ftoken',
      '/token%00',
      '/token;x=1',
      '/token.',
      '/token%20',
      '/USERINFO',
      '/userinfo/',
      '/Authorize',
      '/authorize/',
      '/PAR/',
      '/par/',
      '/Introspect',
      '/revoke/',
      '/Register',
      '/register/',
      '/LOGOUT',
      '/logout/',
      '/jwks/',
      '/Sandbox/outbox',
      '/sandbox/outbox/',
    ];
    for (const path of spellings) {
      for (const method of ['GET', 'POST']) {
        const { status } = await rawRequest(senid.issuer, {
          method,
          path,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        });
        assert.ok(
          status === 404 || status === 400 || status === 405,
          `${method} ${path}: ${status}`,
        );
      }
    }
  });

  it('guards an address however it is written: tokens are not served under another spelling', async () => {
    const client = await OidcClient.register(senid.issuer);
    const { accessToken } = await logIn(senid, client, await sharedHolder(senid));
    const headers = { authorization: `Bearer ${accessToken}` };
    assert.equal((await rawRequest(senid.issuer, { path: '/userinfo', headers })).status, 200);
    for (const path of [
      '/UserInfo',
      '/userinfo/',
      '//userinfo',
      '/userinfo%2f',
      '/x/../userinfo',
    ]) {
      const { status, body } = await rawRequest(senid.issuer, { path, headers });
      assert.equal(status, 404, path);
      assert.ok(!body.includes('"sub"'), path);
    }
  });
});
