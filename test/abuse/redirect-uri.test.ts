import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { sharedSenid } from '../support/session-server.ts';

const HOME = 'https://rp-redirects.example/';
const REGISTERED = 'https://rp-redirects.example/call/back?from=senid';

/** RFC 9700, section 2.1: exact string matching. */
const FOREIGN: readonly string[] = [
  'https://evil.example/',
  'https://rp-redirects.example/call/back',
  'https://rp-redirects.example/call/back?from=senid&x=1',
  'https://rp-redirects.example/call/back?x=1&from=senid',
  'https://rp-redirects.example/call/back/?from=senid',
  'https://rp-redirects.example/call/Back?from=senid',
  'https://rp-redirects.example/call//back?from=senid',
  'https://rp-redirects.example/call/./back?from=senid',
  'https://rp-redirects.example/call/x/../back?from=senid',
  'https://rp-redirects.example/call%2Fback?from=senid',
  'https://rp-redirects.example/call/b%61ck?from=senid',
  'https://rp-redirects.example/call/back?from=senid#here',
  'https://rp-redirects.example/call/back?from=senid#',
  'https://rp-redirects.example:443/call/back?from=senid',
  'https://rp-redirects.example:8443/call/back?from=senid',
  'https://rp-redirects.example./call/back?from=senid',
  'https://RP-redirects.example/call/back?from=senid',
  'http://rp-redirects.example/call/back?from=senid',
  'https://evil@rp-redirects.example/call/back?from=senid',
  'https://rp-redirects.example@evil.example/call/back?from=senid',
  'https://rp-redirects.example\\@evil.example/call/back?from=senid',
  'https://rp-redirects.example.evil.example/call/back?from=senid',
  'https://evil.example/https://rp-redirects.example/call/back?from=senid',
  '//rp-redirects.example/call/back?from=senid',
  '/call/back?from=senid',
  ' https://rp-redirects.example/call/back?from=senid',
  'https://rp-redirects.example/call/back?from=senid\t',
  'https://rp-redirects.example/call/back?from=senid\r\nX-Evil: 1',
  'https://rp-redirects.example/call/back?from=senid\u0000',
  'javascript:alert(1)//https://rp-redirects.example/call/back?from=senid',
  'data:text/html,https://rp-redirects.example/call/back?from=senid',
  '',
];

describe('a redirect URI that is not the registered one', () => {
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer, { redirectUri: REGISTERED });
  });

  for (const redirect_uri of FOREIGN) {
    it(`is told to the person, and nobody is sent to ${JSON.stringify(redirect_uri)}`, async () => {
      for (const prompt of [undefined, 'none']) {
        const answer = await new Browser().send(client.authorize({ redirect_uri, prompt }).url);
        assert.equal(answer.status, 400);
        assert.equal(answer.headers.get('location'), null);
        assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
        for (const [, target = ''] of answer.body.matchAll(/(?:href|action|src)="([^"]*)"/g)) {
          // The way back leads to what was registered, never to what was asked for.
          if (target === HOME) continue;
          assert.match(target, /^(#|\/(?![/\\])|data:image\/|mailto:)/, 'every link stays here');
        }
        assert.doesNotMatch(answer.body, /http-equiv="refresh"/i);
      }
    });
  }

  it('is refused when pushed, too', async () => {
    for (const redirect_uri of ['https://evil.example/', `${REGISTERED}#`]) {
      const { parameters } = client.authorize({ redirect_uri });
      const { status, body } = await client.post('/par', parameters);
      assert.equal(status, 400);
      assert.match(String(body['error']), /^invalid_(redirect_uri|request)$/);
    }
  });

  it('is refused when it is left out or stands twice', async () => {
    const { url } = client.authorize();
    for (const bad of [
      client.authorize({ redirect_uri: undefined }).url,
      `${url}&redirect_uri=${encodeURIComponent('https://evil.example/')}`,
    ]) {
      const answer = await new Browser().send(bad);
      assert.equal(answer.status, 400);
      assert.equal(answer.headers.get('location'), null);
    }
  });

  it('is refused for a client nobody knows', async () => {
    for (const client_id of ['nobody', '', '__proto__', 'x\u0000', `${client.clientId} `]) {
      const answer = await new Browser().send(client.authorize({ client_id }).url);
      assert.equal(answer.status, 400, client_id);
      assert.equal(answer.headers.get('location'), null);
    }
  });

  it('is the way back for other errors, which are never shown as if they were ours', async () => {
    const { url } = client.authorize({ prompt: 'none', error_uri: 'https://evil.example/' });
    const location = (await new Browser().send(url)).headers.get('location') ?? '';
    assert.ok(location.startsWith(`${REGISTERED}&`), location);
    assert.ok(!location.includes('evil'));
  });
});
