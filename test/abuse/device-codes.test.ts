import assert from 'node:assert/strict';

import { pollDevice, registerDevice, startDevice } from '../support/device-client.ts';
import { approveDevice, enterCode } from '../support/device-person.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import { postRegistration } from '../support/oidc-client-registration.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { logIn, newHolder, sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

/** RFC 8628, section 5. */
describe('device codes under attack', () => {
  let senid: SenidProcess;
  let person: Person;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
    client = await registerDevice(senid.issuer);
  });

  it('are spent once: of many polls at the same moment one is answered with tokens', async () => {
    const start = await startDevice(client);
    await approveDevice(senid, start.userCode, { person });
    const answers = await Promise.all(Array.from({ length: 8 }, () => pollDevice(client, start)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.ok(
      answers.every(({ status, body }) => status === 200 || body['error'] === 'invalid_grant'),
    );
  });

  it('give nothing when they come again, and take back what they gave', async () => {
    const start = await startDevice(client);
    await approveDevice(senid, start.userCode, { person });
    const { accessToken } = tokensOf(await pollDevice(client, start));
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    assert.equal((await pollDevice(client, start)).body['error'], 'invalid_grant');
    assert.equal((await client.userinfo(accessToken)).status, 401);
  });

  it('are worth nothing to another client', async () => {
    const start = await startDevice(client);
    await approveDevice(senid, start.userCode, { person });
    const thief = await registerDevice(senid.issuer);
    assert.equal((await pollDevice(thief, start)).body['error'], 'invalid_grant');
    tokensOf(await pollDevice(client, start));
  });

  it('are confirmed once: the second of two browsers is told so', async () => {
    const start = await startDevice(client);
    const [one, other] = [
      await enterCode(senid, start.userCode),
      await enterCode(senid, start.userCode),
    ];
    const pressed = await Promise.all([
      one.browser.post(one.page, { continue: '' }),
      other.browser.post(other.page, { continue: '' }),
    ]);
    const statuses = pressed.map(({ status }) => status).toSorted();
    assert.deepEqual(statuses, [303, 422]);
  });

  it('are not confirmed by a form of somebody else’s', async () => {
    const start = await startDevice(client);
    const browser = new Browser();
    await browser.get(`${senid.issuer}/device`);
    const forged = new URLSearchParams({
      user_code: start.userCode,
      confirm: 'yes',
      xsrf: 'guess',
    });
    const answer = await browser.send(`${senid.issuer}/device`, { method: 'POST', body: forged });
    assert.equal(answer.status, 422);
    assert.equal((await pollDevice(client, start)).body['error'], 'authorization_pending');
  });

  it('are on no page that may be framed, and in no cache', async () => {
    const { page } = await enterCode(senid, (await startDevice(client)).userCode);
    assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    assert.equal(page.headers.get('cache-control'), 'no-store');
  });

  it('hold what is put into an address as text only', async () => {
    const bad = '"><script>alert(1)</script>';
    const query = new URLSearchParams({ user_code: bad });
    const answer = await new Browser().send(`${senid.issuer}/device?${query}`);
    assert.equal(answer.status, 200);
    assert.doesNotMatch(answer.body, /alert\(1\)<\/script>/);
  });

  it('are not for clients that did not register for them', async () => {
    const other = await registerDevice(senid.issuer, {
      metadata: {
        redirect_uris: ['https://plain.example/cb'],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    });
    const { status } = await other.post('/device-authorization', { scope: 'openid' });
    assert.equal(status, 400);
  });

  it('tell a client that names another’s redirect URI none of its subjects', async () => {
    const holder = await newHolder(senid);
    const bank = await OidcClient.register(senid.issuer);
    const { claims } = await logIn(senid, bank, holder);
    const spy = await registerDevice(senid.issuer, {
      metadata: {
        redirect_uris: [bank.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code', 'urn:ietf:params:oauth:grant-type:device_code'],
      },
    });
    const start = await startDevice(spy);
    await approveDevice(senid, start.userCode, { person: holder });
    const { payload } = await spy.verify(tokensOf(await pollDevice(spy, start)).idToken);
    assert.notEqual(payload.sub, claims['sub']);
  });

  it('cannot prove another’s sector by its addresses either', async () => {
    const response = await postRegistration(senid.issuer, {
      redirect_uris: [],
      response_types: [],
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code'],
      token_endpoint_auth_method: 'none',
      sector_identifier_uri: 'https://bank.example/sector.json',
    });
    assert.equal(response.status, 400);
  });
});

describe('guessing user codes', () => {
  it('is refused after ten wrong ones, also for a right one, and anew for nobody else', async () => {
    const senid = await startSenid({ name: 'user-codes' });
    try {
      const client = await registerDevice(senid.issuer);
      const { userCode } = await startDevice(client);
      const browser = new Browser();
      const statuses = [];
      for (let guess = 0; guess < 11; guess += 1) {
        const { page } = await enterCode(senid, 'BCDF-GHJK', browser);
        statuses.push(page.status);
      }
      assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 422), 429]);
      const { page } = await enterCode(senid, userCode, browser);
      assert.equal(page.status, 429);
      assert.match(page.headers.get('retry-after') ?? '', /^\d+$/);
      assert.equal((await enterCode(senid, userCode)).page.status, 200);
    } finally {
      await senid.stop();
    }
  });
});
