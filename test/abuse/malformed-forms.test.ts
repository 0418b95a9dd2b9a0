import assert from 'node:assert/strict';

import { formsOf, type Answer } from '../support/http-agent.ts';
import { rawRequest } from '../support/oidc-client-raw.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import type { Browser } from '../support/session-browser.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, sharedHolder, silently } from '../support/session-login.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

describe('forms filled in as no browser would', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let holder: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    holder = await sharedHolder(senid);
  });

  const at = (until: string, person = holder, options = {}) =>
    attemptLogin(senid, client, person, { until, ...options });

  /** As a browser would send it, the body apart. */
  async function send(
    browser: Browser,
    page: Answer,
    body: string,
    type = 'application/x-www-form-urlencoded',
  ) {
    const url = new URL(formsOf(page.body)[0]?.action ?? '', page.url);
    return rawRequest(senid.issuer, {
      method: 'POST',
      path: url.pathname,
      headers: { accept: 'text/html', cookie: browser.cookiesFor(url.href), 'content-type': type },
      body,
    });
  }

  const csrfOf = (page: Answer) => `csrf=${formsOf(page.body)[0]?.fields['csrf'] ?? ''}`;

  it('are too large: the answer is 413, and it arrives', async () => {
    const { browser, answer } = await at('sign-in');
    for (const size of [65 * 1024, 1024 * 1024, 20 * 1024 * 1024]) {
      const { status } = await send(
        browser,
        answer,
        `${csrfOf(answer)}&identifier=${'x'.repeat(size)}`,
      );
      assert.equal(status, 413);
    }
    assert.equal(stepOn(await browser.get(answer.url)), 'sign-in');
  });

  it('are of another content type: 415', async () => {
    const { browser, answer } = await at('sign-in');
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'x']) {
      assert.equal((await send(browser, answer, csrfOf(answer), type)).status, 415, type);
    }
  });

  it('have fields twice: 400', async () => {
    const { browser, answer } = await at('sign-in');
    for (const twice of ['identifier=a&identifier=b', 'password=a&password=b']) {
      const body = `${csrfOf(answer)}&identifier=x&password=x&${twice}`;
      assert.equal((await send(browser, answer, body)).status, 400, twice);
    }
  });

  it('have odd numbers and passwords: refused like any wrong ones', async () => {
    const { browser, answer } = await at('sign-in');
    const odd = [
      '%00',
      '%ff%fe',
      'x'.repeat(30_000),
      '%F0%9F%98%80',
      '%ED%A0%80',
      '__proto__',
      '%27%20or%201=1--',
      '%0d%0a',
    ];
    for (const [index, value] of odd.entries()) {
      for (const body of [
        `identifier=${value}&password=${index}`,
        `identifier=${index}-x&password=${value}`,
      ]) {
        const { status } = await send(browser, answer, `${csrfOf(answer)}&${body}`);
        assert.ok(status === 422 || status === 429, `${body.slice(0, 40)}: ${status}`);
      }
    }
  });

  it('have passkey answers that are none: refused, at sign-in and where one is added', async () => {
    const nested = '['.repeat(5_000) + ']'.repeat(5_000);
    const person = await newPerson(senid);
    const parameters = { acr_values: 'urn:senid:loa:substantial' };
    const signIn = await at('sign-in');
    const adding = await at('add-passkey', person, { how: 'password', parameters });
    for (const { browser, answer } of [signIn, adding]) {
      const step = stepOn(answer);
      for (const response of oddPasskeyAnswers(nested)) {
        const body = `${csrfOf(answer)}&use-passkey=&passkey_response=${encodeURIComponent(response)}`;
        const { status } = await send(browser, answer, body);
        assert.equal(status, 422, `${step}: ${response.slice(0, 60)}`);
      }
      assert.equal(stepOn(await browser.get(answer.url)), step, 'nothing was accepted');
    }
  });

  it('have odd codes: refused, and no more than five are looked at', async () => {
    const { browser, answer } = await at('one-time-code', await newPerson(senid), {
      how: 'password',
    });
    for (const otp of [
      '',
      'abc',
      '0'.repeat(10_000),
      '%00',
      '１２３４５６',
      '-1',
      '1e5',
      '__proto__',
    ]) {
      const { status } = await send(
        browser,
        answer,
        `${csrfOf(answer)}&otp=${encodeURIComponent(otp)}`,
      );
      assert.equal(status, 422, otp.slice(0, 20));
    }
  });

  it('agree by ticking or by nothing: only the button agrees', async () => {
    const asking = await OidcClient.register(senid.issuer);
    const { browser, answer } = await attemptLogin(senid, asking, holder, { until: 'consent' });
    for (const body of ['', '&consent=profile', '&agree=yes']) {
      const { status } = await send(browser, answer, `${csrfOf(answer)}${body}`);
      assert.equal(status, 303, body);
      assert.equal(stepOn(await browser.get(answer.url)), 'consent');
    }
  });

  it('agree to more than was asked: only what was on the page is recorded', async () => {
    const options = { parameters: { scope: 'openid profile' } };
    const { browser, answer } = await at('consent', holder, options);
    const extra = ['identity', 'phone', '__proto__', '%00']
      .map((name) => `consent=${name}`)
      .join('&');
    const { status, headers } = await send(browser, answer, `${csrfOf(answer)}&continue=&${extra}`);
    assert.equal(status, 303);
    await browser.get(headers.location ?? '', client.redirectUri);
    assert.ok((await silently(client, browser, { scope: 'openid profile' })).has('code'));
    const more = await silently(client, browser, { scope: 'openid profile phone' });
    assert.equal(more.get('error'), 'consent_required');
  });
});

function oddPasskeyAnswers(nested: string): readonly string[] {
  return [
    'x',
    '1',
    'null',
    '[]',
    '{}',
    '""',
    nested,
    '{"id":1}',
    '{"id":"x","rawId":"x","type":"public-key"}',
    JSON.stringify({
      id: 'x',
      rawId: 'x',
      type: 'public-key',
      response: {},
      clientExtensionResults: {},
    }),
    JSON.stringify({
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: 'AAAA',
        authenticatorData: 'AAAA',
        signature: 'AAAA',
        attestationObject: 'v_8',
        userHandle: 'AAAA',
      },
    }),
    '{"__proto__":{"id":"x"}}',
    `"${'x'.repeat(40_000)}"`,
    '\u0000',
  ];
}
