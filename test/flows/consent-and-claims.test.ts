import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, sharedHolder, silently } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

const PROFILE = ['age_over_14', 'age_over_18', 'birthdate', 'gender', 'name'];
/** How surely it is them: always told, nothing about the person. */
const ASSURANCE = ['sub', 'account_level', 'authentication_level', 'authentication_event_id'];

describe('userinfo is entitlement ∩ consent ∩ request', () => {
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
  });

  const newClient = (metadata = {}) => OidcClient.register(senid.issuer, { metadata });
  const released = async (client: OidcClient, accessToken: string) =>
    Object.keys((await client.userinfo(accessToken)).body)
      .filter((name) => !ASSURANCE.includes(name))
      .toSorted();

  it('releases what was asked for and agreed to', async () => {
    const client = await newClient();
    const { accessToken, scope } = await logIn(senid, client, person, {
      parameters: { scope: 'openid profile phone' },
    });
    const names = await released(client, accessToken);
    assert.deepEqual(names, [...PROFILE, 'phone_number', 'phone_number_verified']);
    assert.deepEqual(scope.split(' ').toSorted(), ['openid', 'phone', 'profile']);
  });

  it('neither asks for nor releases a scope the client is not entitled to', async () => {
    const client = await newClient();
    const parameters = {
      scope: 'openid profile identity',
      claims: JSON.stringify({
        userinfo: { personal_identification_number: { essential: true }, document: null },
        id_token: { personal_identification_number: { essential: true } },
      }),
    };
    const options = { parameters, until: 'consent' };
    const { browser, answer } = await attemptLogin(senid, client, person, options);
    assert.equal(stepOn(answer), 'consent');
    assert.ok(!answer.body.includes(person.login));
    const { accessToken, scope, claims } = await logIn(senid, client, person, {
      browser,
      parameters,
    });
    assert.deepEqual(await released(client, accessToken), PROFILE);
    assert.ok(!('personal_identification_number' in claims));
    assert.ok(!scope.includes('identity'));
  });

  it('releases an optional group only when it was ticked, and the login goes on without it', async () => {
    const client = await newClient({ optional_scopes: ['phone'] });
    const parameters = { scope: 'openid profile phone' };
    const without = await logIn(senid, client, person, { parameters });
    assert.deepEqual(await released(client, without.accessToken), PROFILE);
    const { accessToken } = await logIn(senid, client, person, {
      browser: without.browser,
      parameters: { ...parameters, prompt: 'consent' },
      consent: ['phone'],
    });
    assert.ok((await released(client, accessToken)).includes('phone_number'));
  });

  it('releases a single claim on its own, to the place it was asked for', async () => {
    const client = await newClient();
    const claims = {
      userinfo: { phone_number: { essential: true } },
      id_token: { age_over_18: null },
    };
    const parameters = { claims: JSON.stringify(claims) };
    const unticked = await logIn(senid, client, person, { parameters });
    assert.deepEqual(await released(client, unticked.accessToken), ['phone_number']);
    assert.ok(!('age_over_18' in unticked.claims), 'voluntary, and not ticked');
    const ticked = await logIn(senid, client, person, {
      parameters: { ...parameters, prompt: 'consent' },
      consent: ['age_over_18'],
    });
    assert.equal(ticked.claims['age_over_18'], true);
    assert.deepEqual(await released(client, ticked.accessToken), ['phone_number']);
  });

  it('remembers an answer, and then releases only what this request asks for', async () => {
    const client = await newClient();
    const { browser } = await logIn(senid, client, person, {
      parameters: { scope: 'openid profile phone' },
    });
    const { answer, response } = await attemptLogin(senid, client, person, {
      browser,
      until: 'consent',
    });
    assert.ok(response?.has('code'), `asked again at ${stepOn(answer)}`);
    const { accessToken } = await logIn(senid, client, person, { browser });
    assert.deepEqual(await released(client, accessToken), []);
  });

  it('asks again when the request has grown, and remembers both answers', async () => {
    const client = await newClient();
    const { browser } = await logIn(senid, client, person, {
      parameters: { scope: 'openid profile' },
    });
    const parameters = { scope: 'openid email' };
    assert.equal((await silently(client, browser, parameters)).get('error'), 'consent_required');
    const grown = await attemptLogin(senid, client, person, {
      browser,
      parameters,
      until: 'consent',
    });
    assert.equal(stepOn(grown.answer), 'consent');
    await logIn(senid, client, person, { browser, parameters });
    const both = await silently(client, browser, { scope: 'openid profile email' });
    assert.ok(both.has('code'));
  });

  it('asks again when the relying party says prompt=consent', async () => {
    const client = await newClient();
    const { browser } = await logIn(senid, client, person);
    const options = { browser, parameters: { prompt: 'consent' }, until: 'consent' };
    const { answer } = await attemptLogin(senid, client, person, options);
    assert.equal(stepOn(answer), 'consent');
  });

  it('ends at the relying party with access_denied when the person declines', async () => {
    const client = await newClient();
    const browser = new Browser();
    const { answer } = await attemptLogin(senid, client, person, { browser, until: 'consent' });
    const end = await browser.submit(answer, { cancel: '' }, client.redirectUri);
    const response = new URL(end.headers.get('location') ?? '').searchParams;
    assert.equal(response.get('error'), 'access_denied');
    assert.equal(response.get('iss'), senid.issuer);
  });

  it('ticks nothing beforehand and shows exactly what will be shared', async () => {
    const client = await newClient({ optional_scopes: ['email'] });
    const options = { parameters: { scope: 'openid phone email' }, until: 'consent' };
    const { answer } = await attemptLogin(senid, client, person, options);
    assert.doesNotMatch(answer.body, /\bchecked\b/);
    const boxes = [...answer.body.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(String);
    assert.deepEqual(
      boxes.map((box) => /value="([^"]*)"/.exec(box)?.[1]),
      ['email'],
    );
  });
});
