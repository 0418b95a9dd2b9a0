import assert from 'node:assert/strict';

import { formsOf, type Answer } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, sharedHolder, silently } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

describe('forms sent by another site', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await sharedHolder(senid);
  });

  async function post(
    browser: Browser,
    page: Answer,
    headers: Readonly<Record<string, string>>,
    csrf: readonly string[] | undefined,
  ): Promise<Answer> {
    const [form] = formsOf(page.body);
    const body = new URLSearchParams({ continue: '', cancel: '' });
    for (const token of csrf ?? [form?.fields['csrf'] ?? '']) body.append('csrf', token);
    const url = new URL(form?.action ?? '', page.url).href;
    return browser.send(url, { method: 'POST', body, headers: { ...headers } });
  }

  const consentPage = () =>
    attemptLogin(senid, client, person, { parameters: { prompt: 'consent' }, until: 'consent' });

  const own = () => ({ origin: senid.issuer, 'sec-fetch-site': 'same-origin' });

  it('are refused by Sec-Fetch-Site, right token or not', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const { browser, answer } = await consentPage();
      const { status } = await post(
        browser,
        answer,
        { ...own(), 'sec-fetch-site': site },
        undefined,
      );
      assert.equal(status, 403, site);
      assert.equal(stepOn(await browser.get(answer.url)), 'consent', 'nothing has happened');
    }
  });

  it('are refused by Origin, right token or not', async () => {
    const { port } = new URL(senid.issuer);
    const origins = [
      'https://evil.example',
      'null',
      `https://localhost:${port}`,
      'http://localhost:1',
      `${senid.issuer}.evil.example`,
    ];
    for (const origin of origins) {
      const { browser, answer } = await consentPage();
      assert.equal((await post(browser, answer, { origin }, undefined)).status, 403, origin);
    }
  });

  it('are refused without the token of this very journey', async () => {
    const { answer: other } = await consentPage();
    const foreign = formsOf(other.body)[0]?.fields['csrf'] ?? '';
    for (const csrf of [[], [''], ['x'], [foreign], [`${foreign}x`]]) {
      const { browser, answer } = await consentPage();
      assert.equal((await post(browser, answer, own(), csrf)).status, 403, csrf.join());
    }
  });

  it('are refused when they carry the token twice', async () => {
    const { browser, answer } = await consentPage();
    const right = formsOf(answer.body)[0]?.fields['csrf'] ?? '';
    const { status } = await post(browser, answer, own(), [right, 'x']);
    assert.equal(status, 400);
  });

  it('cannot prolong a journey either', async () => {
    const { browser, answer } = await consentPage();
    const { status } = await browser.send(`${answer.url}/consent/extend`, {
      method: 'POST',
      body: new URLSearchParams(),
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    assert.equal(status, 403);
  });

  it('change nothing by GET: every address of a journey only shows', async () => {
    const { browser, answer } = await consentPage();
    const csrf = formsOf(answer.body)[0]?.fields['csrf'] ?? '';
    for (const path of ['/consent', '/sign-in', '/consent/extend']) {
      const { status, headers } = await browser.send(`${answer.url}${path}?continue=&csrf=${csrf}`);
      assert.ok([303, 404, 405].includes(status), `${path}: ${status}`);
      if (status === 303)
        assert.match(headers.get('location') ?? '', /^\/interaction\/[\w-]+(\?|$)/);
    }
    assert.equal(stepOn(await browser.get(answer.url)), 'consent');
  });

  it('cannot log anybody out', async () => {
    const { browser } = await logIn(senid, client, person);
    await browser.send(`${senid.issuer}/logout`);
    for (const xsrf of ['', 'x']) {
      const { status } = await browser.send(`${senid.issuer}/logout/confirm`, {
        method: 'POST',
        body: new URLSearchParams({ xsrf, logout: 'yes' }),
        headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      });
      assert.ok(status >= 400 && status < 500, String(status));
    }
    assert.ok((await silently(client, browser)).has('code'));
  });

  it('cannot read answers: no cross-origin permission for pages, sessions or confidential clients', async () => {
    const headers = { origin: 'https://evil.example' };
    for (const path of [
      '/',
      '/authorize',
      '/sandbox/outbox',
      '/token',
      '/userinfo',
      '/introspect',
      '/register',
    ]) {
      const answer = await new Browser().send(`${senid.issuer}${path}`, { headers });
      assert.equal(answer.headers.get('access-control-allow-credentials'), null, path);
      assert.notEqual(answer.headers.get('access-control-allow-origin'), '*', path);
    }
  });
});
