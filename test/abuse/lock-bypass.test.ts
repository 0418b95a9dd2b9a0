import assert from 'node:assert/strict';

import type { Stores } from '../../adapters/stores.ts';
import { withEndings } from '../../enrolment/ending.ts';
import { createLocks, type Locks } from '../../enrolment/lock-service.ts';
import { askPerson, pollCiba, registerCiba } from '../support/ciba-client.ts';
import { approveFirst } from '../support/ciba-person.ts';
import { pollDevice, registerDevice, startDevice } from '../support/device-client.ts';
import { approveDevice } from '../support/device-person.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, newHolder, obtainCode, silently } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

/** Locks are made in another process than the one that serves, as another node would. */
describe('a lock, though it is lifted a moment later,', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
  });
  beforeEach(async () => {
    person = await newHolder(senid);
  });

  const withLocks = <T>(work: (locks: Locks, stores: Stores) => Promise<T>) =>
    withStores(senid, (stores) => {
      const { accounts } = stores;
      const writer = withEndings(stores.writer, stores);
      return work(createLocks({ accounts, writer, clock: Date.now }), stores);
    });

  async function lockAndLift(): Promise<void> {
    await withLocks(async (locks) => {
      const request = { ground: 'own_request', requester: 'holder' } as const;
      const outcome = await locks.lock(person.accountId, request);
      assert.ok(outcome.kind === 'locked');
      const lift = { lockId: outcome.lock.id, requester: 'holder' } as const;
      assert.deepEqual(await locks.lift(person.accountId, lift), { kind: 'lifted', left: [] });
    });
  }

  it('leaves no token, no refresh and no session behind', async () => {
    const { accessToken, refreshToken, browser } = await logIn(senid, client, person, {
      parameters: { scope: 'openid profile offline_access', prompt: 'consent' },
    });
    await lockAndLift();
    assert.equal((await client.userinfo(accessToken)).status, 401);
    assert.deepEqual((await client.introspect(accessToken)).body, { active: false });
    assert.equal((await client.refresh(refreshToken)).body['error'], 'invalid_grant');
    assert.equal((await silently(client, browser)).get('error'), 'login_required');
    const anew = await logIn(senid, client, person);
    assert.equal((await client.userinfo(anew.accessToken)).status, 200);
  });

  it('ends a code that was not redeemed yet', async () => {
    const { code, attempt } = await obtainCode(senid, client, person);
    await lockAndLift();
    assert.equal((await client.redeem(code, attempt)).body['error'], 'invalid_grant');
  });

  it('takes what a running login has proven', async () => {
    const { browser, answer } = await attemptLogin(senid, client, person, {
      parameters: { prompt: 'consent' },
      until: 'consent',
    });
    await lockAndLift();
    const page = await browser.submit(answer, { continue: '' }, client.redirectUri);
    assert.ok(['sign-in', 'continue-as'].includes(String(stepOn(page))), stepOn(page));
  });

  it('ends the approval of a device, and of a request from elsewhere, that wait for their tokens', async () => {
    const device = await registerDevice(senid.issuer);
    const start = await startDevice(device);
    await approveDevice(senid, start.userCode, { person });
    const bank = await registerCiba(senid.issuer);
    const request = await askPerson(bank, { login_hint: person.login });
    await approveFirst(senid, { person });
    await lockAndLift();
    assert.equal((await pollDevice(device, start)).body['error'], 'invalid_grant');
    assert.equal((await pollCiba(bank, request)).body['error'], 'invalid_grant');
  });

  it('is one of two: the account stays closed until both are gone', async () => {
    const document = { number: '17/CV', date: '2026-11-20' };
    const left = await withLocks(async (locks) => {
      const own = { ground: 'own_request', requester: 'holder' } as const;
      const agency = { ground: 'authority_request', requester: 'agency', document } as const;
      const first = await locks.lock(person.accountId, own);
      await locks.lock(person.accountId, agency);
      assert.ok(first.kind === 'locked');
      const lift = { lockId: first.lock.id, requester: 'holder' } as const;
      const lifted = await locks.lift(person.accountId, lift);
      assert.deepEqual(await locks.lift(person.accountId, lift), {
        kind: 'refused',
        reason: 'no_such_lock',
      });
      return lifted.kind === 'lifted' ? lifted.left : [];
    });
    const [stands] = left;
    assert.equal(stands?.ground, 'authority_request');
    const { answer } = await attemptLogin(senid, client, person);
    assert.equal(stepOn(answer), 'account-state');
    await withLocks(async (locks) => {
      const byHolder = { lockId: stands.id, requester: 'holder', document } as const;
      assert.equal((await locks.lift(person.accountId, byHolder)).kind, 'refused');
      const byAgency = { ...byHolder, requester: 'agency' } as const;
      assert.equal((await locks.lift(person.accountId, byAgency)).kind, 'lifted');
    });
    await logIn(senid, client, person);
  });

  it('reaches no level above 1 while a recovery is fresh, and tells the true account level', async () => {
    await withStores(senid, async ({ accounts, writer }) => {
      const seen = await accounts.findById(person.accountId);
      assert.ok(seen);
      const account = { ...seen, coolDownUntil: Date.now() + 86_400_000 };
      const outcome = await writer.apply([{ kind: 'account_changed', seen, account }]);
      assert.equal(outcome.kind, 'written');
    });
    const high = await attemptLogin(senid, client, person, {
      parameters: { acr_values: 'urn:senid:loa:substantial' },
    });
    assert.equal(stepOn(high.answer), 'level-unreachable');
    const { claims } = await logIn(senid, client, person);
    assert.equal(claims['acr'], 'urn:senid:loa:low');
    assert.equal(claims['account_level'], 2);
  });
});
