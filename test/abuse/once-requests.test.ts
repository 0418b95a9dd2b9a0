import assert from 'node:assert/strict';

import { Racers } from '../support/oidc-client-racer.ts';
import { assertionForm, OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { newestCode, stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, responseOf, sharedHolder } from '../support/session-login.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const times = <T>(count: number, work: () => Promise<T>) =>
  Promise.all(Array.from({ length: count }, work));

describe('what is good for once', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;
  const racers = new Racers(2);

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer, { authentication: 'private_key_jwt' });
    person = await sharedHolder(senid);
  });

  after(() => racers.stop());

  it('a pushed request gives one code, also under parallel use', async () => {
    const { browser } = await logIn(senid, client, person);
    const { url } = await client.push({ prompt: 'none' });
    const answers = await times(10, () => browser.send(url));
    const codes = answers.filter((answer) => responseOf(answer, client)?.has('code'));
    assert.equal(codes.length, 1);
    const late = await browser.send(url);
    assert.equal(responseOf(late, client)?.get('code') ?? null, null);
    assert.ok(late.status < 500);
  });

  it('a pushed request belongs to the client that pushed it', async () => {
    const other = await OidcClient.register(senid.issuer);
    const { requestUri } = await client.push();
    const query = new URLSearchParams({ client_id: other.clientId, request_uri: requestUri });
    const answer = await new Browser().send(`${senid.issuer}/authorize?${query}`);
    assert.equal(answer.status, 400);
  });

  it('a client assertion authenticates one request, also across endpoints and in parallel', async () => {
    const form = { ...assertionForm(await client.assertion()), token: 'x' };
    const request = {
      url: `${senid.issuer}/introspect`,
      headers: { accept: 'application/json' },
      form,
    };
    const results = await racers.race(request, 10);
    assert.equal(results.filter(({ status }) => status === 200).length, 1);
    for (const { status, body } of results) {
      if (status !== 200) assert.deepEqual([status, body['error']], [401, 'invalid_client']);
    }
    for (const path of ['/token', '/par', '/revoke', '/introspect']) {
      const { status, body } = await client.post(path, {
        ...form,
        grant_type: 'refresh_token',
        refresh_token: 'x',
      });
      assert.deepEqual([status, body['error']], [401, 'invalid_client'], path);
    }
  });

  it('an interaction is resumed once: parallel returns give one code, a later one an explanation', async () => {
    const { browser } = await logIn(senid, client, person);
    const parameters = { prompt: 'consent' };
    for (let round = 0; round < 15; round += 1) {
      const options = { browser, parameters, until: 'consent' };
      const { answer } = await attemptLogin(senid, client, person, options);
      const finished = await browser.post(answer, { continue: '' });
      const url = finished.headers.get('location') ?? '';
      assert.match(url, /\/authorize\//);
      const request = { url, headers: { cookie: browser.cookiesFor(url), accept: 'text/html' } };
      const returns = await racers.race(request, 10);
      const codes = returns.filter(({ location }) => location?.includes('code=') === true);
      assert.equal(codes.length, 1, JSON.stringify(returns.map(({ status }) => status)));
      const [late] = await racers.race(request, 1);
      assert.equal(late?.status, 400);
      assert.equal(late.location, undefined);
      await logIn(senid, client, person, { browser });
    }
  });

  it('an assertion of a passkey proves one sign-in: neither here nor in another journey once more', async () => {
    const { browser, answer } = await attemptLogin(senid, client, person, { until: 'sign-in' });
    const passkey_response = person.passkey.prove(answer);
    const before = await provenWith(senid, client, 'passkey');
    await times(5, () => browser.post(answer, { passkey_response }));
    assert.equal((await provenWith(senid, client, 'passkey')) - before, 1);
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

  it('a one-time code opens one journey, not the next one', async () => {
    const guesser = await newPerson(senid);
    const options = { how: 'password', until: 'one-time-code' } as const;
    const first = await attemptLogin(senid, client, guesser, options);
    const code = await newestCode(senid);
    const second = await attemptLogin(senid, client, guesser, options);
    const page = await second.browser.submit(second.answer, { otp: code });
    assert.equal(page.status, 422);
    const before = await provenWith(senid, client, 'otp');
    await times(5, () => first.browser.post(first.answer, { otp: code }));
    assert.equal((await provenWith(senid, client, 'otp')) - before, 1);
  });
});

/** How often a factor was accepted for this client: the audit knows. */
async function provenWith(
  senid: SenidProcess,
  { clientId }: OidcClient,
  method: string,
): Promise<number> {
  const filter = { clientId, type: 'factor.verified', limit: 1_000 };
  const records = await withStores(senid, ({ audit }) => audit.list(filter));
  return records.filter(({ data }) => data['method'] === method).length;
}
