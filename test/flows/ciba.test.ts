import assert from 'node:assert/strict';

import { askFor, askPerson, pollCiba, registerCiba } from '../support/ciba-client.ts';
import { approveFirst, openApprovals, reviewFirst, waitingOn } from '../support/ciba-person.ts';
import type { OidcClient } from '../support/oidc-client.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { newHolder } from '../support/session-login.ts';
import { stepOn } from '../support/session-journey.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

const SUBSTANTIAL = 'urn:senid:loa:substantial';

/** OpenID Connect Client-Initiated Backchannel Authentication Core 1.0; section numbers are of it. */
describe('a login a relying party asks for by itself (CIBA, poll)', () => {
  let senid: SenidProcess;
  let person: Person;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await registerCiba(senid.issuer);
  });

  beforeEach(async () => {
    person = await newHolder(senid);
  });

  it('is acknowledged with an id, its lifetime and how often to ask (7.3)', async () => {
    const { status, body } = await askFor(client, { login_hint: person.login });
    assert.equal(status, 200);
    assert.ok(String(body['auth_req_id']).length >= 43);
    assert.equal(body['expires_in'], 300);
    assert.equal(body['interval'], 5);
  });

  it('gives tokens once the person has approved on a device where they sign in (10.1)', async () => {
    const id = await askPerson(client, {
      login_hint: person.login,
      scope: 'openid profile',
      binding_message: 'Chuyển 5.000.000 đ, mã W4SCT',
      acr_values: SUBSTANTIAL,
    });
    const pending = await pollCiba(client, id);
    assert.equal(pending.body['error'], 'authorization_pending');

    const { browser, page } = await reviewFirst(senid, { person });
    assert.equal(stepOn(page), 'approve');
    assert.match(page.body, /Chuyển 5\.000\.000 đ, mã W4SCT/);
    assert.match(page.body, /Dịch vụ thử/);
    assert.match(page.body, /Họ tên/);
    assert.ok(browser.session);
    const { answer } = await approveFirst(senid, { person, browser });
    assert.match(answer.body, /Bạn đã xác nhận/);

    const tokens = tokensOf(await pollCiba(client, id));
    const { payload } = await client.verify(tokens.idToken);
    assert.equal(payload['acr'], SUBSTANTIAL);
    assert.match(String(payload['authentication_event_id']), /^evt_/);
    const { body } = await client.userinfo(tokens.accessToken);
    assert.equal(body['sub'], payload.sub);
    assert.ok(body['name']);
  });

  it('tells the person by a message that holds no link and no name', async () => {
    const since = Date.now();
    await askPerson(client, { login_hint: person.login });
    const message = await senid.message(since);
    assert.match(message, /yeu cau dang cho ban xac nhan/);
    assert.doesNotMatch(message, /https?:|www\.|Dịch vụ thử|Dich vu thu/);
  });

  it('is told access_denied when the person declines (11)', async () => {
    const id = await askPerson(client, { login_hint: person.login });
    const { browser, page } = await reviewFirst(senid, { person });
    const declined = await browser.submit(page, { cancel: '' });
    assert.match(declined.body, /Bạn đã từ chối/);
    assert.equal((await pollCiba(client, id)).body['error'], 'access_denied');
    const { list } = await openApprovals(senid, { person, browser });
    assert.equal(waitingOn(list), 0);
  });

  it('finds the person by an ID token or an evidence id of an earlier login (7.1)', async () => {
    const first = await askPerson(client, { login_hint: person.login });
    await approveFirst(senid, { person });
    const { idToken } = tokensOf(await pollCiba(client, first));
    const { payload } = await client.verify(idToken);
    for (const hint of [
      { id_token_hint: idToken },
      { login_hint: String(payload['authentication_event_id']) },
    ]) {
      const id = await askPerson(client, hint);
      await approveFirst(senid, { person });
      const again = await client.verify(tokensOf(await pollCiba(client, id)).idToken);
      assert.equal(again.payload.sub, payload.sub);
    }
  });

  it('steps up to the level asked for, and stays pending until then', async () => {
    const newcomer = await newPerson(senid);
    const id = await askPerson(client, { login_hint: newcomer.login, acr_values: SUBSTANTIAL });
    const { browser, page } = await reviewFirst(senid, { person: newcomer, how: 'password' });
    const stepUp = await browser.submit(page, { continue: '' });
    assert.notEqual(stepOn(stepUp), undefined);
    assert.equal((await pollCiba(client, id)).body['error'], 'authorization_pending');
  });

  it('expires when the relying party says so, and then says expired_token (7.1, 11)', async () => {
    const { body } = await askFor(client, { login_hint: person.login, requested_expiry: '1' });
    assert.equal(body['expires_in'], 1);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const { status, body: answer } = await pollCiba(client, String(body['auth_req_id']));
    assert.equal(status, 400);
    assert.equal(answer['error'], 'expired_token');
  });

  it('refreshes as any other login does', async () => {
    const id = await askPerson(client, {
      login_hint: person.login,
      scope: 'openid offline_access',
    });
    await approveFirst(senid, { person });
    const { refreshToken } = tokensOf(await pollCiba(client, id));
    tokensOf(await client.refresh(refreshToken));
  });
});
