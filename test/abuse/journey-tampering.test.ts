import assert from 'node:assert/strict';

import { formsOf, type Answer } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import type { Browser } from '../support/session-browser.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, responseOf, silently } from '../support/session-login.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const SUBSTANTIAL = 'urn:senid:loa:substantial';

describe('a journey that is tampered with', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await newPerson(senid);
  });

  const begin = async (parameters = {}, until = 'sign-in') =>
    attemptLogin(senid, client, person, { how: 'password', parameters, until });

  const resume = (browser: Browser, page: Answer) =>
    browser.send(`${senid.issuer}/authorize/${uidOf(page)}`);

  it('shows the sign-in again whatever later step is posted to', async () => {
    const { browser, answer } = await begin();
    const steps = ['consent', 'step-up', 'add-passkey', 'one-time-code', 'continue-as', 'finish'];
    for (const step of [...steps, '__proto__', 'constructor', 'toString', '..', '%00']) {
      const form = { consent: 'profile', otp: '000000', continue: '', 'add-passkey': '' };
      const posted = await browser.follow(
        await post(browser, answer, step, form),
        client.redirectUri,
      );
      assert.ok(posted.status < 500, step);
      assert.equal(responseOf(posted, client), undefined, step);
    }
    const page = await browser.get(answer.url);
    assert.equal(stepOn(page), 'sign-in');
    const consent = await withStores(senid, ({ consents }) =>
      consents.latest(person.accountId, client.clientId),
    );
    assert.equal(consent, undefined, 'nothing was agreed to');
  });

  it('gives no code and no session when resumed before the sign-in', async () => {
    const { browser, answer } = await begin();
    const end = await browser.follow(await resume(browser, answer), client.redirectUri);
    assert.equal(responseOf(end, client)?.get('code') ?? null, null);
    assert.equal((await silently(client, browser)).get('error'), 'login_required');
  });

  it('gives no code and no session when resumed after the password alone', async () => {
    const { browser, answer } = await begin({}, 'one-time-code');
    assert.equal(stepOn(answer), 'one-time-code');
    const end = await browser.follow(await resume(browser, answer), client.redirectUri);
    assert.equal(responseOf(end, client)?.get('code') ?? null, null);
    assert.equal((await silently(client, browser)).get('error'), 'login_required');
  });

  it('gives no code when resumed before the step-up or before the consent', async () => {
    for (const [parameters, until] of [
      [{ acr_values: SUBSTANTIAL }, 'step-up'],
      [{ scope: 'openid profile' }, 'consent'],
    ] as const) {
      const { browser, answer } = await begin(parameters, until);
      assert.equal(stepOn(answer), until);
      const end = await browser.follow(await resume(browser, answer), client.redirectUri);
      assert.equal(responseOf(end, client)?.get('code') ?? null, null, until);
    }
  });

  it('does not let a finished weak request answer for a strong one in another tab', async () => {
    const { browser, answer: strong } = await begin({ acr_values: SUBSTANTIAL });
    await logIn(senid, client, person, { browser, how: 'password' });
    const end = await browser.follow(await resume(browser, strong), client.redirectUri);
    assert.equal(responseOf(end, client)?.get('code') ?? null, null);
  });

  it('belongs to the browser it began in: its address is worth nothing elsewhere', async () => {
    const { browser: theirs, answer } = await begin();
    const { browser: mine, answer: own } = await begin();
    for (const cookies of [
      '',
      mine.cookiesFor(own.url),
      forged(mine.cookiesFor(own.url), own, answer),
    ]) {
      const seen = await mine.send(answer.url, { headers: { cookie: cookies } });
      assert.equal(seen.status, 400);
      assert.doesNotMatch(seen.body, /name="csrf"/);
      const posted = await post(mine, answer, 'sign-in', { identifier: 'x' }, { cookie: cookies });
      assert.ok(posted.status >= 400 && posted.status < 500);
      const path = `${senid.issuer}/authorize/${uidOf(answer)}`;
      const ownResume = mine.cookiesFor(`${senid.issuer}/authorize/${uidOf(own)}`);
      const resumed = await mine.send(path, {
        headers: { cookie: cookies === '' ? '' : ownResume },
      });
      assert.equal(responseOf(resumed, client)?.get('code') ?? null, null);
    }
    assert.equal(stepOn(await theirs.get(answer.url)), 'sign-in', 'and goes on where it belongs');
  });

  it('takes no csrf token of another journey', async () => {
    const { browser, answer } = await begin();
    const { answer: other } = await begin();
    const csrf = formsOf(other.body)[0]?.fields['csrf'] ?? '';
    const { status } = await post(browser, answer, 'sign-in', {
      csrf,
      identifier: 'x',
      password: 'x',
    });
    assert.equal(status, 403);
  });

  it('cannot be finished by going back after it was cancelled', async () => {
    const { browser, answer } = await begin();
    const cancelled = await browser.submit(answer, { cancel: '' }, client.redirectUri);
    assert.equal(responseOf(cancelled, client)?.get('error'), 'access_denied');
    const { login: identifier, password } = person;
    const again = await browser.send(answer.url);
    assert.equal(again.status, 400);
    const posted = await post(browser, answer, 'sign-in', { identifier, password });
    assert.equal(posted.status, 400);
  });
});

function uidOf(page: Answer): string {
  return /\/interaction\/([^/"?]+)/.exec(page.url)?.[1] ?? '';
}

/** The name of their interaction under the signature of mine. */
function forged(cookies: string, mine: Answer, theirs: Answer): string {
  return cookies.replaceAll(uidOf(mine), uidOf(theirs));
}

/** A post no page of ours would send. */
function post(
  browser: Browser,
  page: Answer,
  step: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const csrf = formsOf(page.body)[0]?.fields['csrf'] ?? '';
  return browser.send(`${page.url}/${step}`, {
    method: 'POST',
    body: new URLSearchParams({ csrf, ...fields }),
    headers: { origin: new URL(page.url).origin, ...headers },
  });
}
