import assert from 'node:assert/strict';

import type { Answer } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { stepOn, walk } from '../support/session-journey.ts';
import { logIn, responseOf, sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

/** A number of nobody. */
const HINT = '099190999999';

type Fields = Readonly<Record<string, string>> | URLSearchParams;

/**
 * OpenID Connect Core 3.1.2.1: "Authorization Servers MUST support the use of the HTTP GET and POST methods […] at the
 * Authorization Endpoint. […] If using the HTTP POST method, the request parameters are serialized using Form Serialization."
 */
describe('an authorization request by POST', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await sharedHolder(senid);
  });

  /** As another site makes a browser post it: no cookie of ours, which are `SameSite=Lax`, comes along. */
  const post = (browser: Browser, fields: Fields, path = '/authorize') =>
    browser.send(`${senid.issuer}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { cookie: '', origin: 'https://rp.example', 'sec-fetch-site': 'cross-site' },
    });

  const locationOf = (answer: Answer) => {
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const location = answer.headers.get('location') ?? '';
    assert.match(location, /^\/authorize\?/, 'nowhere but to the endpoint itself');
    return location;
  };

  it('is the same request: the browser comes again by GET, and the login goes its way', async () => {
    const attempt = client.authorize();
    const browser = new Browser();
    const answer = await post(browser, { ...attempt.parameters });
    const query = new URLSearchParams(locationOf(answer).split('?')[1]);
    assert.deepEqual(Object.fromEntries(query), attempt.parameters);
    const end = await walk(browser, answer, { senid, person }, client.redirectUri);
    const response = responseOf(end, client);
    assert.equal(response?.get('state'), attempt.state);
    const { status } = await client.redeem(response.get('code') ?? '', attempt);
    assert.equal(status, 200);
  });

  it('finds the session of the browser, whose cookie the post of another site does not carry', async () => {
    const { browser } = await logIn(senid, client, person);
    const { parameters } = client.authorize({ prompt: 'none' });
    const response = responseOf(
      await browser.follow(await post(browser, parameters), client.redirectUri),
      client,
    );
    assert.ok(response?.has('code'), response?.toString());
  });

  it('keeps what may name a person out of the address', async () => {
    const browser = new Browser();
    const { parameters } = client.authorize({ login_hint: HINT });
    const answer = await post(browser, parameters);
    assert.match(locationOf(answer), /^\/authorize\?posted_request=[\w-]{43}$/);
    const page = await browser.follow(answer);
    assert.equal(stepOn(page), 'sign-in');
    assert.ok(page.body.includes(`value="${HINT}"`), 'the hint is filled in');
    for (const { url, location } of browser.history) {
      assert.ok(!`${url}${location ?? ''}`.includes(HINT));
    }
  });

  it('may be longer than an address', async () => {
    const { browser } = await logIn(senid, client, person);
    const { parameters } = client.authorize({ prompt: 'none', unknown: 'x'.repeat(40_000) });
    const answer = await post(browser, parameters);
    assert.ok(locationOf(answer).length < 100);
    const end = await browser.follow(answer, client.redirectUri);
    assert.ok(responseOf(end, client)?.has('code'));
  });

  it('is the same page when it is loaded again, or in the other language', async () => {
    const browser = new Browser();
    const { parameters } = client.authorize({ login_hint: HINT, scope: 'profile', claims: '{' });
    const location = locationOf(await post(browser, { ...parameters, redirect_uri: '' }));
    for (const lang of ['vi', 'en', 'vi']) {
      const page = await browser.get(`${senid.issuer}${location}&lang=${lang}`);
      assert.equal(page.status, 400);
      assert.match(page.body, new RegExp(`<html lang="${lang}"`));
      assert.ok(!page.body.includes(HINT), 'nor does the page link to it');
      assert.ok(page.body.includes('posted_request='), 'the switch leads to the same page');
    }
  });

  it('is refused when a parameter stands twice, long or short', async () => {
    for (const more of ['', 'x'.repeat(10_000)]) {
      const fields = new URLSearchParams({ ...client.authorize().parameters, more });
      fields.append('scope', 'openid profile');
      const browser = new Browser();
      const end = await browser.follow(await post(browser, fields), client.redirectUri);
      assert.equal(responseOf(end, client)?.get('error'), 'invalid_request');
    }
  });

  it('also asks for a logout (RP-Initiated Logout 1.0, section 2)', async () => {
    const { browser, idToken } = await logIn(senid, client, person);
    const answer = await post(browser, { id_token_hint: idToken, state: 'x' }, '/logout');
    assert.equal(answer.status, 303);
    assert.match(answer.headers.get('location') ?? '', /^\/logout\?posted_request=[\w-]{43}$/);
    const page = await browser.follow(answer);
    assert.match(page.body, /action="[^"]*\/logout\/confirm"/);
  });
});
