import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

import { endGuardianship, newFamily, registerTaking, takeActors } from '../support/acting.ts';
import {
  startLogoutReceiver,
  verifyLogoutToken,
  type LogoutReceiver,
} from '../support/logout-receiver.ts';
import type { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import type { Browser } from '../support/session-browser.ts';
import { stepOn, walk } from '../support/session-journey.ts';
import { attemptLogin, givePasskey, logIn, silently } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { withStores } from '../support/session-server.ts';

/** A proof so long ago is too old for `max_age=1`. */
const LONGER_THAN_MAX_AGE_MS = 2_100;
const how = 'password';

/** The browser's session is always of who proves: what it means for whom they were there for. */
describe('a session in which somebody acts for another', function () {
  this.timeout(120_000);
  let receiver: LogoutReceiver;
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    receiver = await startLogoutReceiver();
    const env = { SENID_EGRESS_ALLOW: receiver.host.origin };
    senid = await startSenid({ name: 'acting-sessions', env });
    client = await registerTaking(senid);
  });
  after(async () => {
    await senid.stop();
    await receiver.host.close();
  });

  const told = (path: string) =>
    registerTaking(senid, { metadata: { backchannel_logout_uri: receiver.uri(path) } });
  const both = (claims: Readonly<Record<string, unknown>>) => [claims['sub'], claims['act']];

  const nameOf = ({ accountId }: Person) =>
    withStores(senid, async ({ accounts }) => {
      const account = await accounts.findById(accountId);
      assert.ok(account);
      return account.name;
    });

  async function logOut(browser: Browser) {
    const page = await browser.get(`${senid.issuer}/logout`);
    await browser.submit(page, { continue: '' });
  }

  async function subsTold(at: OidcClient, path: string, count: number) {
    const posts = await receiver.waitFor(path, count);
    const tokens = await Promise.all(posts.map((post) => verifyLogoutToken(at, post)));
    return tokens.map(({ payload }) => payload.sub).toSorted();
  }

  describe('is as fresh as the proof of who acts', () => {
    it('within max_age and not beyond it; beyond, who acts proves again, and it is still for the ward', async () => {
      const { guardian, ward } = await newFamily(senid);
      await givePasskey(senid, guardian);
      const first = await logIn(senid, client, guardian, { actsFor: '' });
      const { browser, idToken: id_token_hint } = first;
      await wait(LONGER_THAN_MAX_AGE_MS);
      const within = await silently(client, browser, { id_token_hint, max_age: '600' });
      assert.ok(within.has('code'));
      const beyond = await silently(client, browser, { id_token_hint, max_age: '1' });
      assert.equal(beyond.get('error'), 'login_required');
      const stale = await browser.get(client.authorize({ id_token_hint, max_age: '1' }).url);
      assert.equal(stepOn(stale), 'continue-as');
      assert.ok(!stale.body.includes(await nameOf(ward)), 'a stale session tells of no ward');
      const parameters = { id_token_hint, max_age: '1' };
      const second = await logIn(senid, client, guardian, { browser, parameters });
      assert.deepEqual(both(second.claims), both(first.claims));
      assert.ok(Number(second.claims['auth_time']) > Number(first.claims['auth_time']));
    });

    for (const parameters of [{ prompt: 'login' }, { max_age: '0' }]) {
      it(`with ${new URLSearchParams(parameters)}, where nobody is named before who acts has proven again`, async () => {
        const { guardian, ward } = await newFamily(senid);
        const { browser, claims } = await logIn(senid, client, guardian, { how, actsFor: '' });
        const { answer } = await attemptLogin(senid, client, guardian, {
          browser,
          parameters,
          actsFor: '',
          until: 'sign-in',
        });
        assert.equal(stepOn(answer), 'sign-in');
        assert.ok(!answer.body.includes(await nameOf(ward)), 'a stale session tells of no ward');
        const again = await logIn(senid, client, guardian, {
          browser,
          parameters,
          how,
          actsFor: '',
        });
        assert.deepEqual(both(again.claims), both(claims));
        assert.ok(Number(again.claims['auth_time']) >= Number(claims['auth_time']));
      });
    }
  });

  it('is for nobody a login_hint names: a hint fills in a field, and that is all', async () => {
    const { guardian, ward } = await newFamily(senid);
    const { browser } = await logIn(senid, client, guardian, { how, actsFor: '' });
    const composite = `act_${ward.accountId.slice(4)}.${guardian.accountId.slice(4)}`;
    for (const login_hint of [ward.accountId, composite]) {
      const silent = await silently(client, browser, { login_hint });
      assert.equal(silent.get('error'), 'account_selection_required');
    }
    for (const login_hint of [ward.login, ward.accountId, composite]) {
      const hinted = { parameters: { login_hint }, push: true };
      const until = 'choose-person';
      const known = await attemptLogin(senid, client, guardian, { browser, until, ...hinted });
      assert.equal(stepOn(known.answer), 'choose-person');
      const nobody = await attemptLogin(senid, client, guardian, { until: 'sign-in', ...hinted });
      assert.ok(!nobody.answer.body.includes('act_'));
    }
  });

  it('ends with a logout token about the ward, as this relying party knows them', async () => {
    const at = await told('/ward');
    const { guardian } = await newFamily(senid);
    const { browser, claims } = await logIn(senid, at, guardian, { how, actsFor: '' });
    await logOut(browser);
    assert.deepEqual(await subsTold(at, '/ward', 1), [claims['sub']]);
  });

  it('ends for everybody it was for, also for who was there before', async () => {
    const at = await told('/both');
    const { guardian } = await newFamily(senid);
    const acting = await logIn(senid, at, guardian, { how, actsFor: '' });
    const { browser } = acting;
    const own = await logIn(senid, at, guardian, { browser, how });
    assert.ok(!('act' in own.claims));
    await logOut(browser);
    const subs = [acting.claims['sub'], own.claims['sub']].toSorted();
    assert.deepEqual(await subsTold(at, '/both', 2), subs);
  });

  it('ends for the ward too when somebody else signs in in this browser', async () => {
    const at = await told('/switched');
    const [one, other] = [await newFamily(senid), await newFamily(senid)];
    const { browser, claims } = await logIn(senid, at, one.guardian, { how, actsFor: '' });
    const choice = await browser.get(at.authorize({ prompt: 'select_account' }).url);
    const signIn = await browser.submit(choice, { 'not-you': '' });
    await walk(browser, signIn, { senid, person: other.guardian, how }, at.redirectUri);
    assert.deepEqual(await subsTold(at, '/switched', 1), [claims['sub']]);
  });

  it('is their own once they act for nobody any more', async () => {
    const at = await told('/ended');
    const { guardian, guardianshipId } = await newFamily(senid);
    const { browser } = await logIn(senid, at, guardian, { how, actsFor: '' });
    await endGuardianship(senid, guardianshipId);
    const own = await logIn(senid, at, guardian, { browser, how });
    assert.ok(!('act' in own.claims));
    const again = await silently(at, browser);
    assert.ok(again.has('code'), 'there is nobody left to choose from');
    const hinted = await silently(at, browser, { id_token_hint: own.idToken });
    assert.ok(hinted.has('code'));
  });

  it('is not told of in introspection once the relying party takes nobody who acts', async () => {
    const at = await registerTaking(senid);
    const { guardian } = await newFamily(senid);
    const { accessToken } = await logIn(senid, at, guardian, { how, actsFor: '' });
    await takeActors(senid, at.clientId, false);
    const active = async () => (await at.introspect(accessToken)).body['active'];
    // Another process changed it: this one may go by what it knew for four seconds.
    for (let tries = 0; tries < 40 && (await active()) === true; tries += 1) await wait(250);
    assert.equal(await active(), false);
  });
});
