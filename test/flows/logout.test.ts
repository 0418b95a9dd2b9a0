import assert from 'node:assert/strict';

import { formsOf, type Answer } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import type { Browser } from '../support/session-browser.ts';
import { logIn, sharedHolder, silently, type LoggedIn } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

const HOME = 'https://rp-of-logout.example/goodbye';

describe('logout initiated by the relying party', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    const metadata = { post_logout_redirect_uris: [HOME] };
    client = await OidcClient.register(senid.issuer, { metadata });
    person = await sharedHolder(senid);
  });

  const ask = (browser: Browser, parameters: Record<string, string>) =>
    browser.get(`${senid.issuer}/logout?${new URLSearchParams(parameters)}`);

  async function confirm({ browser }: LoggedIn, page: Answer): Promise<Answer> {
    const [form] = formsOf(page.body).filter(({ action }) => action.includes('/logout/confirm'));
    assert.ok(form, page.body);
    return browser.submit(page, { logout: 'yes' }, HOME);
  }

  it('asks the person, ends the session and its tokens, and goes back with the state', async () => {
    const login = await logIn(senid, client, person);
    const before = login.browser.cookiesFor(`${senid.issuer}/`);
    const page = await ask(login.browser, {
      id_token_hint: login.idToken,
      post_logout_redirect_uri: HOME,
      state: 'see-you',
    });
    assert.equal(page.status, 200);
    assert.ok((await silently(client, login.browser)).has('code'), 'asking alone ends nothing');
    const back = await confirm(login, page);
    assert.equal(back.headers.get('location'), `${HOME}?state=see-you`);
    assert.equal((await silently(client, login.browser)).get('error'), 'login_required');
    assert.equal((await client.refresh(login.refreshToken)).body['error'], 'invalid_grant');
    assert.equal((await client.userinfo(login.accessToken)).status, 401);

    const { url } = client.authorize({ prompt: 'none' });
    const replay = await fetch(url, { headers: { cookie: before }, redirect: 'manual' });
    assert.match(
      replay.headers.get('location') ?? '',
      /error=login_required/,
      'the old cookie too',
    );
  });

  it('goes only to addresses registered for it', async () => {
    const login = await logIn(senid, client, person);
    for (const address of [
      'https://evil.example/',
      `${HOME}/`,
      `${HOME}?x=1`,
      HOME.toUpperCase(),
    ]) {
      const page = await ask(login.browser, {
        id_token_hint: login.idToken,
        post_logout_redirect_uri: address,
      });
      assert.equal(page.status, 400, address);
      // The way back leads to the front page of where the client is registered, never to what was asked for.
      const back = `href="${new URL(client.redirectUri).origin}/"`;
      const body = page.body.replaceAll(back, 'href="/"');
      assert.doesNotMatch(body, /(?:href|action)="(?!\/[^/]|#)/, 'every other link stays here');
    }
  });

  it('ends nothing when the question is answered by somebody else', async () => {
    const login = await logIn(senid, client, person);
    await ask(login.browser, { id_token_hint: login.idToken });
    const forged = await login.browser.send(`${senid.issuer}/logout/confirm`, {
      method: 'POST',
      body: new URLSearchParams({ xsrf: 'forged', logout: 'yes' }),
    });
    assert.ok(forged.status >= 400 && forged.status < 500, String(forged.status));
    assert.ok((await silently(client, login.browser)).has('code'));
  });

  it('shows a page of our own when there is nowhere to go back to', async () => {
    const login = await logIn(senid, client, person);
    const page = await ask(login.browser, { id_token_hint: login.idToken });
    const end = await confirm(login, page);
    assert.equal(end.status, 200);
    assert.match(end.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal((await silently(client, login.browser)).get('error'), 'login_required');
  });
});
