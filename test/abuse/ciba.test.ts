import assert from 'node:assert/strict';

import { askFor, askPerson, pollCiba, registerCiba } from '../support/ciba-client.ts';
import { approveFirst, openApprovals, reviewFirst, waitingOn } from '../support/ciba-person.ts';
import { formsOf } from '../support/http-agent.ts';
import type { OidcClient } from '../support/oidc-client.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { newHolder } from '../support/session-login.ts';
import { stepOn } from '../support/session-journey.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

const NOBODY = '099190999999';

/** CIBA Core 1.0, sections 7 and 14. */
describe('CIBA under attack', () => {
  let senid: SenidProcess;
  let person: Person;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
  });

  beforeEach(async () => {
    client = await registerCiba(senid.issuer);
    person = await newHolder(senid);
  });

  it('tells nobody who has an account: the answer and every poll are the same', async () => {
    const answers = await Promise.all(
      [person.login, NOBODY].map((login_hint) => askFor(client, { login_hint })),
    );
    const [there, nowhere] = answers.map(({ status, body }) => ({
      status,
      members: Object.keys(body).toSorted(),
      expires: body['expires_in'],
    }));
    assert.deepEqual(nowhere, there);
    for (const { body } of answers) {
      const poll = await pollCiba(client, String(body['auth_req_id']));
      assert.equal(poll.body['error'], 'authorization_pending');
    }
  });

  it('stops a client that asks one person again and again, whether they exist or not', async () => {
    for (const login_hint of [person.login, NOBODY]) {
      const statuses = [];
      for (let request = 0; request < 6; request += 1) {
        statuses.push((await askFor(client, { login_hint })).status);
      }
      assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429], login_hint);
    }
  });

  for (const [what, binding_message] of [
    ['too long', 'a'.repeat(65)],
    ['of two lines', 'Chuyen tien\nDa duyet'],
    ['with an invisible character', 'W4\u202ESCT'],
    ['with letters that only look like ours', 'Вank W4SCT'],
    ['with markup', '<b>W4SCT</b>'],
    ['with space around it', ' W4SCT '],
  ] as const) {
    it(`refuses a binding message ${what}`, async () => {
      const { status, body } = await askFor(client, { login_hint: person.login, binding_message });
      assert.equal(status, 400);
      assert.equal(body['error'], 'invalid_binding_message');
    });
  }

  it('gives an auth_req_id to its own client alone, and once', async () => {
    const id = await askPerson(client, { login_hint: person.login });
    await approveFirst(senid, { person });
    const thief = await registerCiba(senid.issuer);
    assert.equal((await pollCiba(thief, id)).body['error'], 'invalid_grant');
    const answers = await Promise.all(Array.from({ length: 8 }, () => pollCiba(client, id)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });

  it('lets nobody answer for somebody else', async () => {
    await askPerson(client, { login_hint: person.login });
    const { browser, list } = await openApprovals(senid, { person });
    const [form] = formsOf(list.body).filter(({ buttons }) => buttons.includes('review'));
    const stranger = await newHolder(senid);
    const theirs = await openApprovals(senid, { person: stranger });
    assert.equal(waitingOn(theirs.list), 0);
    const action = new URL(form?.action ?? '', senid.issuer).href;
    const answer = await theirs.browser.send(action, {
      method: 'POST',
      body: new URLSearchParams(form?.fields),
      headers: { origin: senid.issuer, 'sec-fetch-site': 'same-origin' },
    });
    // The form speaks of another person: they see their own list.
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), '/approvals');
    assert.ok(browser.session);
  });

  it('takes no form from another site, and is shown in no frame', async () => {
    await askPerson(client, { login_hint: person.login });
    const { browser, list } = await openApprovals(senid, { person });
    assert.match(list.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    const [form] = formsOf(list.body).filter(({ buttons }) => buttons.includes('review'));
    const action = new URL(form?.action ?? '', senid.issuer).href;
    for (const [fields, headers] of [
      [form?.fields, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
      [{ review: '' }, { origin: senid.issuer }],
    ] as const) {
      const answer = await browser.send(action, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers,
      });
      assert.equal(answer.status, 403);
    }
  });

  it('is answered once: a second window comes too late', async () => {
    const id = await askPerson(client, { login_hint: person.login });
    const first = await reviewFirst(senid, { person });
    const second = await reviewFirst(senid, { person });
    const declined = await second.browser.submit(second.page, { cancel: '' });
    assert.match(declined.body, /Bạn đã từ chối/);
    const late = await first.browser.submit(first.page, { cancel: '' });
    assert.match(late.body, /Yêu cầu không còn hiệu lực/);
    assert.equal((await pollCiba(client, id)).body['error'], 'access_denied');
  });

  it('is not approved after its end', async () => {
    const { body } = await askFor(client, { login_hint: person.login, requested_expiry: '4' });
    const { browser, page } = await reviewFirst(senid, { person });
    assert.equal(stepOn(page), 'approve');
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const late = await browser.submit(page, { continue: '' });
    assert.ok(late.status >= 400);
    const poll = await pollCiba(client, String(body['auth_req_id']));
    assert.equal(poll.body['error'], 'expired_token');
  });

  it('is not for public clients, nor for hints it cannot verify', async () => {
    await assert.rejects(registerCiba(senid.issuer, { authentication: 'none' }));
    for (const [hint, error] of [
      [{ login_hint: 'somebody' }, 'unknown_user_id'],
      [{ login_hint: `evt_${'a'.repeat(24)}` }, 'unknown_user_id'],
      [{ login_hint_token: 'x.y.z' }, 'invalid_request'],
      [{ id_token_hint: 'x.y.z' }, 'invalid_request'],
      [{}, 'invalid_request'],
      [{ login_hint: person.login, id_token_hint: 'x.y.z' }, 'invalid_request'],
    ] as const) {
      const { status, body } = await askFor(client, hint);
      assert.equal(status, 400);
      assert.equal(body['error'], error, JSON.stringify(hint));
    }
  });

  it('does not take another client’s evidence for a hint', async () => {
    const id = await askPerson(client, { login_hint: person.login });
    await approveFirst(senid, { person });
    const { idToken } = tokensOf(await pollCiba(client, id));
    const { payload } = await client.verify(idToken);
    const other = await registerCiba(senid.issuer);
    const login_hint = String(payload['authentication_event_id']);
    assert.equal((await askFor(other, { login_hint })).body['error'], 'unknown_user_id');
  });

  it('does not test a number against a subject', async () => {
    const claims = JSON.stringify({ id_token: { sub: { value: 'somebody-else' } } });
    for (const login_hint of [person.login, NOBODY]) {
      assert.equal((await askFor(client, { login_hint, claims })).status, 200);
    }
    const { list } = await openApprovals(senid, { person });
    assert.equal(waitingOn(list), 0);
  });
});
