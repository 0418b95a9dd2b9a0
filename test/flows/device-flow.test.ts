import assert from 'node:assert/strict';

import { pollDevice, registerDevice, startDevice } from '../support/device-client.ts';
import { approveDevice, enterCode } from '../support/device-person.ts';
import type { OidcClient } from '../support/oidc-client.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { sharedHolder } from '../support/session-login.ts';
import { stepOn } from '../support/session-journey.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

const SUBSTANTIAL = 'urn:senid:loa:substantial';

/** RFC 8628; section numbers are of it. */
describe('a login on another device', () => {
  let senid: SenidProcess;
  let person: Person;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
    client = await registerDevice(senid.issuer);
  });

  it('begins with two codes, an address to type, one to scan, and how often to ask (3.2)', async () => {
    const { body, userCode, deviceCode } = await startDevice(client);
    assert.match(userCode, /^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    assert.ok(deviceCode.length >= 43);
    assert.equal(body['verification_uri'], `${senid.issuer}/device`);
    assert.equal(body['verification_uri_complete'], `${senid.issuer}/device?user_code=${userCode}`);
    assert.equal(body['expires_in'], 600);
    assert.equal(body['interval'], 5);
  });

  it('ends with tokens for the device, once the person has said yes (3.4, 3.5)', async () => {
    const start = await startDevice(client, { scope: 'openid profile' });
    const pending = await pollDevice(client, start);
    assert.equal(pending.status, 400);
    assert.equal(pending.body['error'], 'authorization_pending');

    const { answer } = await approveDevice(senid, start.userCode, { person });
    assert.match(answer.body, /Thiết bị của bạn đã đăng nhập/);

    const tokens = tokensOf(await pollDevice(client, start));
    const { payload } = await client.verify(tokens.idToken);
    assert.equal(payload['acr'], SUBSTANTIAL);
    assert.match(String(payload['authentication_event_id']), /^evt_/);
    const { body } = await client.userinfo(tokens.accessToken);
    assert.equal(body['sub'], payload.sub);
    assert.ok(body['name']);
  });

  it('refreshes as any other login does', async () => {
    const start = await startDevice(client, { scope: 'openid offline_access' });
    await approveDevice(senid, start.userCode, { person });
    const tokens = tokensOf(await pollDevice(client, start));
    const again = tokensOf(await client.refresh(tokens.refreshToken));
    const { payload } = await client.verify(again.idToken);
    assert.equal(payload['acr'], SUBSTANTIAL);
  });

  it('tells a device that asks too often to slow down, and goes on after it (3.5)', async () => {
    const start = await startDevice(client);
    const errors = [];
    for (let poll = 0; poll < 3; poll += 1) {
      const { body } = await pollDevice(client, start);
      errors.push(body['error']);
    }
    assert.deepEqual(errors, ['authorization_pending', 'slow_down', 'slow_down']);
    await approveDevice(senid, start.userCode, { person });
    tokensOf(await pollDevice(client, start));
  });

  it('shows the code again, says what is asked, and warns before it goes on (3.3, 5.4)', async () => {
    const { userCode } = await startDevice(client, { scope: 'openid email' });
    const { page } = await enterCode(senid, userCode.toLowerCase().replace('-', ' '));
    assert.equal(page.status, 200);
    assert.match(page.body, new RegExp(userCode));
    assert.match(page.body, /Thư điện tử/);
    assert.match(page.body, /Chỉ tiếp tục nếu chính bạn vừa bắt đầu/);
    assert.match(page.body, /Dịch vụ thử/);
  });

  it('has the code of a scanned address on its page, for the person to compare (3.3.1)', async () => {
    const { body, userCode } = await startDevice(client);
    const { browser } = await enterCode(senid, '');
    const entry = await browser.get(String(body['verification_uri_complete']));
    assert.equal(entry.status, 200);
    assert.match(entry.body, new RegExp(`value="${userCode}"`));
    assert.doesNotMatch(entry.body, /<script(?![^>]*nonce=)/);
    const confirm = await browser.submit(entry, { continue: '' });
    assert.match(confirm.body, /sen-user-code/);
  });

  it('tells the device access_denied when the person declines (3.5)', async () => {
    const start = await startDevice(client);
    const { browser, page } = await enterCode(senid, start.userCode);
    const declined = await browser.submit(page, { cancel: '' });
    assert.match(declined.body, /Bạn đã từ chối/);
    const { status, body } = await pollDevice(client, start);
    assert.equal(status, 400);
    assert.equal(body['error'], 'access_denied');
  });

  it('tells the device access_denied when the person goes back while logging in', async () => {
    const start = await startDevice(client);
    const { browser, answer } = await approveDevice(senid, start.userCode, {
      person,
      until: 'sign-in',
    });
    assert.equal(stepOn(answer), 'sign-in');
    assert.match(answer.body, /Trên một thiết bị khác/);
    const declined = await browser.submit(answer, { cancel: '' });
    assert.match(declined.body, /Bạn đã từ chối/);
    assert.equal((await pollDevice(client, start)).body['error'], 'access_denied');
  });

  it('asks for a fresh login where the device wants one (max_age=0)', async () => {
    const first = await startDevice(client);
    const { browser } = await approveDevice(senid, first.userCode, { person });
    const start = await startDevice(client, { max_age: '0' });
    const { answer } = await approveDevice(senid, start.userCode, {
      person,
      browser,
      until: 'continue-as',
    });
    assert.equal(stepOn(answer), 'continue-as');
  });

  it('never gives a token below the level asked for', async () => {
    const start = await startDevice(client, { acr_values: 'urn:senid:loa:high' });
    const { browser, answer } = await approveDevice(senid, start.userCode, { person });
    assert.equal(stepOn(answer), 'level-unreachable');
    await browser.submit(answer, { continue: '' });
    assert.equal(
      (await pollDevice(client, start)).body['error'],
      'unmet_authentication_requirements',
    );
  });
});
