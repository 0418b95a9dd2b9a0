import assert from 'node:assert/strict';

import { decodeJwt } from 'jose';

import { askFor, askPerson, pollCiba, registerCiba } from '../support/ciba-client.ts';
import { approveFirst, openApprovals, reviewFirst } from '../support/ciba-person.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { newHolder } from '../support/session-login.ts';
import { sharedSenid } from '../support/session-server.ts';

const NOBODY = '099190999998';

/** What CIBA could tell, or be made to do, beside its answers (docs/adr/0028). */
describe('requests of CIBA, taken side-ways', () => {
  let senid: SenidProcess;

  before(async () => {
    senid = await sharedSenid();
  });

  it('say no more of who has an account where the limit is reached', async () => {
    const told = [];
    for (const someone of [(await newHolder(senid)).login, NOBODY]) {
      const client = await registerCiba(senid.issuer);
      const statuses = [];
      for (let round = 0; round < 5; round += 1) {
        statuses.push((await askFor(client, { login_hint: someone })).status);
      }
      // Asked for as somebody else, a person is still the same number.
      const claims = JSON.stringify({ id_token: { sub: { value: 'somebody else' } } });
      statuses.push((await askFor(client, { login_hint: someone, claims })).status);
      told.push(statuses);
    }
    assert.deepEqual(told[0], told[1]);
    assert.equal(told[0]?.at(-1), 429);
  });

  it('do not tell whose number belongs to a login the client knows', async () => {
    const client = await registerCiba(senid.issuer);
    const person = await newHolder(senid);
    const id = await askPerson(client, { login_hint: person.login });
    await approveFirst(senid, { person });
    const { body } = await pollCiba(client, id);
    const event = String(decodeJwt(String(body['id_token']))['authentication_event_id']);
    for (let round = 0; round < 4; round += 1) await askFor(client, { login_hint: event });
    const stranger = await newHolder(senid);
    const statuses = [];
    for (const login_hint of [stranger.login, NOBODY, person.login]) {
      statuses.push((await askFor(client, { login_hint })).status);
    }
    assert.deepEqual(statuses, [200, 200, 200]);
  });

  it('are not approved by whoever goes past the page where one approves', async () => {
    const client = await registerCiba(senid.issuer);
    const person = await newHolder(senid);
    const first = await askPerson(client, { login_hint: person.login });
    // From now on neither a login nor a consent is missing.
    await approveFirst(senid, { person });
    assert.equal((await pollCiba(client, first)).status, 200);
    const second = await askPerson(client, { login_hint: person.login });
    const { browser, page } = await reviewFirst(senid, { person });
    const [, uid = assert.fail()] = /interaction\/([\w-]+)/.exec(page.url) ?? [];
    await browser.get(`${senid.issuer}/device/${uid}`);
    const { status, body } = await pollCiba(client, second);
    assert.deepEqual([status, body['error']], [400, 'authorization_pending']);
  });

  it('of one service do not crowd out those of another', async () => {
    const person = await newHolder(senid);
    for (let others = 0; others < 4; others += 1) {
      const client = await registerCiba(senid.issuer);
      for (let round = 0; round < 5; round += 1) {
        await askFor(client, { login_hint: person.login, requested_expiry: '600' });
      }
    }
    const client = await registerCiba(senid.issuer);
    const asked = await askFor(client, { login_hint: person.login, binding_message: 'LATE ONE' });
    assert.equal(asked.status, 200);
    const { list } = await openApprovals(senid, { person });
    assert.ok(list.body.includes('LATE ONE'));
  });
});
