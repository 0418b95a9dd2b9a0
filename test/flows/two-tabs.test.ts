import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { stepOn } from '../support/session-journey.ts';
import {
  attemptLogin,
  logIn,
  newHolder,
  responseOf,
  sharedHolder,
  silently,
} from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

describe('two tabs of one browser', () => {
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
  });

  const newClient = () => OidcClient.register(senid.issuer);

  it('keep the tokens of each other: a silent login kills nothing', async () => {
    const client = await newClient();
    const { browser, accessToken } = await logIn(senid, client, person);
    for (let times = 0; times < 3; times += 1) {
      assert.ok((await silently(client, browser)).has('code'));
    }
    assert.equal((await client.userinfo(accessToken)).status, 200);
  });

  it('both get tokens when they log in at two new relying parties at the same moment', async () => {
    const [first, second] = [await newClient(), await newClient()];
    for (let round = 0; round < 5; round += 1) {
      const { browser } = await logIn(senid, first, person);
      await logIn(senid, second, person, { browser });
      const both = await Promise.all(
        [first, second].map(async (client) => {
          const attempt = client.authorize({ prompt: 'none' });
          const response = responseOf(await browser.send(attempt.url), client);
          return { client, attempt, code: response?.get('code') };
        }),
      );
      for (const { client, attempt, code } of both) {
        assert.ok(code, 'a silent login gives a code');
        const { accessToken } = tokensOf(await client.redeem(code, attempt));
        assert.equal((await client.userinfo(accessToken)).status, 200);
      }
    }
  });

  it('record no consent for one person on a page that was shown to another', async () => {
    const [client, elsewhere] = [await newClient(), await newClient()];
    const other = await newHolder(senid);
    await logIn(senid, client, other);
    const { browser } = await logIn(senid, client, person);
    const wider = { scope: 'openid profile' };
    const page = await browser.get(client.authorize(wider).url);
    assert.equal(stepOn(page), 'consent', 'the first person is asked about more');

    const chooser = await browser.get(elsewhere.authorize({ prompt: 'select_account' }).url);
    const signIn = await browser.submit(chooser, { 'not-you': '' });
    const proof = { passkey_response: other.passkey.prove(signIn) };
    const consent = await browser.submit(signIn, proof, elsewhere.redirectUri);
    await browser.submit(consent, { continue: '' }, elsewhere.redirectUri);

    const answered = await browser.submit(page, { continue: '' }, client.redirectUri);
    assert.equal(
      responseOf(answered, client),
      undefined,
      'the form was of a page for somebody else',
    );
    const silent = await silently(client, browser, wider);
    assert.ok(!silent.has('code'), silent.toString());
  });

  it('respect a refusal in one tab, though the other has agreed before', async () => {
    const client = await newClient();
    const parameters = { scope: 'openid profile' };
    const { browser, answer: page } = await attemptLogin(senid, client, person, {
      parameters,
      until: 'consent',
    });
    const agreed = await browser.post(page, { continue: '' });
    assert.equal(agreed.status, 303);
    const refused = await browser.submit(page, { cancel: '' }, client.redirectUri);
    assert.equal(responseOf(refused, client)?.get('error'), 'access_denied');
  });

  it('leave a way back after a logout in one of them', async () => {
    const client = await newClient();
    const { browser, idToken } = await logIn(senid, client, person);
    const { answer: page } = await attemptLogin(senid, client, person, {
      browser,
      parameters: { prompt: 'login' },
      until: 'continue-as',
    });
    const confirm = await browser.get(`${senid.issuer}/logout?id_token_hint=${idToken}`);
    await browser.submit(confirm, { continue: '' });
    const left = await browser.submit(page, { cancel: '' }, client.redirectUri);
    assert.equal(responseOf(left, client)?.get('error'), 'access_denied');
  });
});

describe('a refusal', () => {
  it('of a single claim wins over a group agreed to earlier', async () => {
    const senid = await sharedSenid();
    const person = await sharedHolder(senid);
    const client = await OidcClient.register(senid.issuer);
    const { browser } = await logIn(senid, client, person, {
      parameters: { scope: 'openid profile' },
    });
    const { claims, accessToken } = await logIn(senid, client, person, {
      browser,
      parameters: {
        scope: 'openid',
        claims: JSON.stringify({ id_token: { birthdate: null }, userinfo: { birthdate: null } }),
      },
    });
    assert.ok(!('birthdate' in claims));
    assert.ok(!('birthdate' in (await client.userinfo(accessToken)).body));
  });
});
