import assert from 'node:assert/strict';

import { assertionForm, OidcClient } from '../../support/oidc-client.ts';
import type { SenidProcess } from '../../support/senid-process.ts';
import { Browser } from '../../support/session-browser.ts';
import { newestCode, stepOn } from '../../support/session-journey.ts';
import { attemptLogin, logIn, responseOf, sharedHolder } from '../../support/session-login.ts';
import { newPerson, type Person } from '../../support/session-people.ts';
import { sharedSenid, withStores } from '../../support/session-server.ts';

const times = <T>(count: number, work: () => Promise<T>) =>
  Promise.all(Array.from({ length: count }, work));

describe('a request or proof that comes back', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer, { authentication: 'private_key_jwt' });
    person = await sharedHolder(senid);
  });

  it('a pushed request gives no second code', async () => {
    const { browser } = await logIn(senid, client, person);
    const { url } = await client.push({ prompt: 'none' });
    assert.ok(responseOf(await browser.send(url), client)?.has('code'));
    // Its redirect URI is still known, so the relying party is told.
    const late = responseOf(await browser.send(url), client);
    assert.equal(late?.get('error'), 'invalid_request_uri');
    assert.equal(late?.get('code'), null);
  });

  it('a pushed request belongs to the client that pushed it', async () => {
    const other = await OidcClient.register(senid.issuer);
    const { requestUri } = await client.push();
    const query = new URLSearchParams({ client_id: other.clientId, request_uri: requestUri });
    const answer = await new Browser().send(`${senid.issuer}/authorize?${query}`);
    assert.equal(answer.status, 400);
  });

  it('a client assertion is refused at every endpoint', async () => {
    const form = { ...assertionForm(await client.assertion()), token: 'x' };
    assert.equal((await client.post('/introspect', form)).status, 200);
    for (const path of ['/token', '/par', '/revoke', '/introspect']) {
      const { status, body } = await client.post(path, {
        ...form,
        grant_type: 'refresh_token',
        refresh_token: 'x',
      });
      assert.deepEqual([status, body['error']], [401, 'invalid_client'], path);
    }
  });

  it('an interaction that was resumed is over, and says so', async () => {
    const options = { browser: new Browser(), until: 'consent' };
    const { browser, answer } = await attemptLogin(senid, client, person, {
      ...options,
      parameters: { prompt: 'consent' },
    });
    const finished = await browser.post(answer, { continue: '' });
    const url = finished.headers.get('location') ?? '';
    const cookie = browser.cookiesFor(url);
    assert.ok(responseOf(await browser.send(url), client)?.has('code'));
    const late = await fetch(url, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
    assert.equal(late.status, 400);
    assert.equal(late.headers.get('location'), null);
  });

  it('the answer of a passkey proves nothing in another journey', async () => {
    const { browser, answer } = await attemptLogin(senid, client, person, { until: 'sign-in' });
    const passkey_response = person.passkey.prove(answer);
    await browser.post(answer, { passkey_response });
    const other = await attemptLogin(senid, client, person, { until: 'sign-in' });
    const replay = await other.browser.submit(other.answer, { passkey_response });
    assert.equal(replay.status, 422);
    assert.equal(stepOn(replay), 'sign-in');
  });

  it('a challenge is spent by a wrong answer too', async () => {
    const { browser, answer } = await attemptLogin(senid, client, person, { until: 'sign-in' });
    const forged = person.passkey.prove(answer, { origin: 'https://evil.example' });
    assert.equal((await browser.submit(answer, { passkey_response: forged })).status, 422);
    const right = person.passkey.prove(answer);
    assert.equal(
      (await browser.submit(answer, { passkey_response: right })).status,
      422,
      'for the old page',
    );
  });

  it('a one-time code is looked at five times, however many guesses come at once', async () => {
    const guesser = await newPerson(senid);
    const { browser, answer } = await attemptLogin(senid, client, guesser, {
      how: 'password',
      until: 'one-time-code',
    });
    const code = await newestCode(senid);
    const wrong = code === '000000' ? '000001' : '000000';
    const guesses = await times(20, () => browser.post(answer, { otp: wrong }));
    assert.ok(guesses.every(({ status }) => status === 422));
    const late = await browser.submit(answer, { otp: code });
    assert.equal(late.status, 422, 'the right one comes too late');
    assert.equal(stepOn(late), 'one-time-code');
  });

  it('a one-time code that was sent opens one journey, once, and not the next one', async () => {
    const guesser = await newPerson(senid);
    const options = { how: 'password', until: 'one-time-code' } as const;
    const first = await attemptLogin(senid, client, guesser, options);
    const code = await newestCode(senid);
    const second = await attemptLogin(senid, client, guesser, options);
    const page = await second.browser.submit(second.answer, { otp: code });
    assert.equal(page.status, 422);
    const before = await codesAccepted();
    await times(5, () => first.browser.post(first.answer, { otp: code }));
    assert.equal((await codesAccepted()) - before, 1);
  });

  /** The audit knows. */
  async function codesAccepted(): Promise<number> {
    const filter = { clientId: client.clientId, type: 'factor.verified', limit: 1_000 };
    const records = await withStores(senid, ({ audit }) => audit.list(filter));
    return records.filter(({ data }) => data['method'] === 'otp').length;
  }
});
