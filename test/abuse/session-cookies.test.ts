import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser, SESSION_COOKIE } from '../support/session-browser.ts';
import { walk } from '../support/session-journey.ts';
import {
  attemptLogin,
  logIn,
  newHolder,
  obtainCode,
  responseOf,
  sharedHolder,
  silently,
} from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

const SUBSTANTIAL = 'urn:senid:loa:substantial';

describe('session cookies', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await sharedHolder(senid);
  });

  const silentWith = async (cookie: string, parameters = {}) => {
    const { url } = client.authorize({ prompt: 'none', ...parameters });
    const answer = await new Browser().send(url, { headers: { cookie } });
    return responseOf(answer, client);
  };

  it('change at login and at step-up, and the old ones are worth nothing', async () => {
    const browser = new Browser();
    await silently(client, browser);
    const anonymous = browser.session;
    await logIn(senid, client, person, { browser, how: 'password' });
    const weak = browser.session;
    const weakCookies = browser.cookiesFor(`${senid.issuer}/`);
    const parameters = { acr_values: SUBSTANTIAL };
    await logIn(senid, client, person, { browser, parameters });
    const strong = browser.session;
    assert.ok(weak && strong);
    assert.equal(new Set([anonymous, weak, strong]).size, 3);
    assert.equal((await silentWith(weakCookies))?.get('error'), 'login_required');
    assert.equal((await silentWith(weakCookies, parameters))?.get('code') ?? null, null);
    assert.ok((await silently(client, browser, parameters)).has('code'));
  });

  it('are never adopted: a value planted before the login is not the one after it', async () => {
    const planted = 'planted-by-somebody-else';
    const { url } = client.authorize();
    const answer = await new Browser().send(url, {
      headers: { cookie: `${SESSION_COOKIE}=${planted}; ${SESSION_COOKIE}.sig=AAAA` },
    });
    assert.ok(!answer.headers.getSetCookie().some((line) => line.includes(planted)));
  });

  it('of somebody else, planted with their signature, do not receive the login that follows', async () => {
    const { browser, claims } = await logIn(senid, client, person);
    const planted = browser.cookiesFor(`${senid.issuer}/`);
    const victim = await newHolder(senid);
    const parameters = { prompt: 'select_account' };
    const choose = await attemptLogin(senid, client, victim, {
      browser,
      parameters,
      until: 'choose-account',
    });
    const signIn = await browser.post(choose.answer, { 'not-you': '' });
    const end = await walk(browser, signIn, { senid, person: victim }, client.redirectUri);
    assert.ok(responseOf(end, client)?.has('code'));
    const own = await logIn(senid, client, victim, { browser, parameters: { prompt: 'none' } });
    assert.notEqual(own.claims['sub'], claims['sub']);
    assert.equal((await silentWith(planted))?.get('error'), 'login_required');
  });

  it('count only with their signature, and only as a whole', async () => {
    const { browser } = await logIn(senid, client, person);
    const cookies = browser.cookiesFor(`${senid.issuer}/`);
    assert.ok((await silentWith(cookies))?.has('code'));
    const pairs = cookies.split('; ');
    const unsigned = pairs.filter((pair) => !pair.includes('.sig=')).join('; ');
    const tampered = cookies.replace(`${SESSION_COOKIE}=`, `${SESSION_COOKIE}=x`);
    for (const bad of [unsigned, tampered, cookies.replaceAll('__Host-', '')]) {
      assert.equal((await silentWith(bad))?.get('error'), 'login_required');
    }
  });

  it('are Secure, HttpOnly and SameSite=Lax, with prefixes that pin them to this host', async () => {
    const lines: string[] = [];
    class Watching extends Browser {
      override async send(...request: Parameters<Browser['send']>) {
        const answer = await super.send(...request);
        lines.push(...answer.headers.getSetCookie());
        return answer;
      }
    }
    await obtainCode(senid, client, person, { browser: new Watching() });
    await new Watching().send(`${senid.issuer}/?lang=en`);
    const names = new Set(lines.map((line) => line.split('=')[0]?.replace(/\.sig$/, '')));
    assert.deepEqual([...names].toSorted(), [
      '__Host-senid_lang',
      '__Host-senid_service',
      '__Host-senid_session',
      '__Secure-senid_interaction',
      '__Secure-senid_resume',
    ]);
    for (const line of lines) {
      assert.match(line, /; secure/i, line);
      assert.match(line, /; httponly/i, line);
      assert.match(line, /; samesite=lax/i, line);
      assert.doesNotMatch(line, /; domain=/i, line);
      if (line.startsWith('__Host-')) assert.match(line, /; path=\/(;|$)/i, line);
      else assert.match(line, /; path=\/(interaction|authorize)\/[\w-]+/i, line);
    }
  });

  it('end with the browser: a login on a shared computer is not remembered for days', async () => {
    const { browser } = await attemptLogin(senid, client, person);
    const answer = await browser.send(client.authorize({ prompt: 'none' }).url);
    for (const line of answer.headers.getSetCookie()) {
      if (line.startsWith(SESSION_COOKIE)) assert.doesNotMatch(line, /; (expires|max-age)=/i);
    }
  });
});
