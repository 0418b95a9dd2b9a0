import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

/** RFC 8252 */
describe('a native application', () => {
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
  });

  const register = (redirectUri: string) =>
    OidcClient.register(senid.issuer, {
      authentication: 'none',
      redirectUri,
      metadata: { application_type: 'native' },
    });

  it('logs in through a scheme of its own', async () => {
    const client = await register('vn.example.app:/callback');
    const { claims } = await logIn(senid, client, person);
    assert.equal(claims['acr'], 'urn:senid:loa:substantial');
  });

  it('is never answered without the person: it could be anybody', async () => {
    const client = await register('vn.example.app:/callback');
    const { browser } = await logIn(senid, client, person);
    const silent = await browser.send(client.authorize({ prompt: 'none' }).url);
    assert.match(silent.headers.get('location') ?? '', /[?&]error=interaction_required/);
    const { answer } = await attemptLogin(senid, client, person, { browser, until: 'consent' });
    assert.equal(stepOn(answer), 'consent');
  });

  it('may come back to any port of the loopback interface, and nowhere else', async () => {
    const client = await register('http://127.0.0.1/callback');
    for (const { redirect_uri, allowed } of [
      { redirect_uri: 'http://127.0.0.1:51004/callback', allowed: true },
      { redirect_uri: 'http://127.0.0.1:51004/other', allowed: false },
      { redirect_uri: 'http://127.0.0.2:51004/callback', allowed: false },
      { redirect_uri: 'http://evil.example:51004/callback', allowed: false },
      { redirect_uri: 'https://127.0.0.1:51004/callback', allowed: false },
    ]) {
      const { status, headers } = await new Browser().send(client.authorize({ redirect_uri }).url);
      assert.equal(status, allowed ? 303 : 400, redirect_uri);
      assert.match(headers.get('location') ?? '/interaction/', /^\/interaction\//);
    }
  });
});
