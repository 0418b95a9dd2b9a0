import assert from 'node:assert/strict';

import type { Stores } from '../../adapters/stores.ts';
import { insertFamily, saveTaking } from '../support/acting.ts';
import { startDistributedStores, type DistributedStores } from '../support/distributed.ts';
import type { Answer, HttpAgent } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { OnceBrowser } from '../support/once-browser.ts';
import { portalCookie, visitPortal } from '../support/portal-visit.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { stepOn, walk } from '../support/session-journey.ts';
import {
  attemptLogin,
  givePasskey,
  logIn,
  obtainCode,
  silently,
} from '../support/session-login.ts';
import { insertPerson, type Person } from '../support/session-people.ts';

/** Everything is obtained and used at one node; the lock is made, and lifted, at the pages of the other. */
describe('a lock that another node was asked for', function () {
  this.timeout(180_000);
  let distributed: DistributedStores;
  let stores: Stores;
  let senid: SenidProcess;
  let other: SenidProcess;
  let client: OidcClient;
  let person: Person;

  before(async () => {
    distributed = await startDistributedStores();
    const { env } = distributed;
    senid = await startSenid({ name: 'node-here', env });
    other = await startSenid({ name: 'node-there', env, issuer: senid.issuer });
    stores = await distributed.open();
    client = await OidcClient.register(senid.issuer);
  });
  after(async () => {
    await stores.close();
    assert.deepEqual(await Promise.all([senid, other].map((node) => node.stop())), [0, 0]);
    await distributed.stop();
  });
  beforeEach(async () => {
    person = await insertPerson(stores, senid.issuer);
    await givePasskey(senid, person);
  });

  const browserThere = () => new OnceBrowser({ issuer: senid.issuer, ports: [other.port] });

  async function lockThere(reason = 'precaution'): Promise<void> {
    const browser = browserThere();
    const start = await browser.send(`${senid.issuer}/account/lock`);
    const page = await walk(browser, start, { senid, person }, 'nowhere:');
    const locked = await browser.submit(page, { reason, lock: '1' });
    assert.equal(locked.status, 200, locked.body.slice(0, 300));
    const [lock, ...more] = await stores.accounts.openLocks(person.accountId);
    assert.deepEqual([lock?.ground, more], ['own_request', []]);
  }

  async function unlockThere(): Promise<void> {
    const browser = browserThere();
    const page = await browser.get(`${senid.issuer}/account/unlock`);
    const opened = await browser.submit(page, { passkey_response: person.passkey.prove(page) });
    assert.equal(opened.status, 200, opened.body.slice(0, 300));
    assert.deepEqual(await stores.accounts.openLocks(person.accountId), []);
  }

  async function isAskedToSignIn(browser: HttpAgent, path: string): Promise<void> {
    const answer = await browser.send(senid.issuer + path);
    assert.equal(answer.status, 303, path);
    assert.match(answer.headers.get('location') ?? '', /\/authorize\?/);
  }

  it('ends tokens, refreshes and the session here, and lifting it brings none of them back', async () => {
    const { accessToken, refreshToken, browser } = await logIn(senid, client, person, {
      parameters: { scope: 'openid profile offline_access', prompt: 'consent' },
    });
    assert.equal((await client.userinfo(accessToken)).status, 200);
    const rotated = (await client.refresh(refreshToken)).body;
    const [freshAccess, freshRefresh] = [rotated['access_token'], rotated['refresh_token']];
    assert.equal((await silently(client, browser)).get('error'), null);

    const isOver = async (silentAnswer: string) => {
      for (const token of [accessToken, String(freshAccess)]) {
        assert.equal((await client.userinfo(token)).status, 401);
        assert.deepEqual((await client.introspect(token)).body, { active: false });
      }
      for (const token of [String(freshRefresh), refreshToken]) {
        assert.equal((await client.refresh(token)).body['error'], 'invalid_grant');
      }
      assert.equal((await silently(client, browser)).get('error'), silentAnswer);
    };
    await lockThere();
    await isOver('access_denied');
    await unlockThere();
    await isOver('login_required');
    await logIn(senid, client, person);
  });

  it('ends the sessions of portals here', async () => {
    const { browser, page } = await visitPortal(senid, person, '/account');
    assert.equal(page.status, 200);
    const officer = await visitPortal(senid, person, '/officer');
    assert.ok(officer.browser.cookie(portalCookie('officer')));
    await lockThere();
    await isAskedToSignIn(browser, '/account');
    await isAskedToSignIn(browser, '/account/contacts/phone');
    await isAskedToSignIn(officer.browser, '/officer');
    await unlockThere();
    await isAskedToSignIn(browser, '/account');
    await isAskedToSignIn(officer.browser, '/officer');
  });

  it('ends a code that was not redeemed here, and takes what a login under way has proven', async () => {
    const { code, attempt } = await obtainCode(senid, client, person);
    const { browser, answer } = await attemptLogin(senid, client, person, {
      parameters: { prompt: 'consent' },
      until: 'consent',
    });
    await lockThere();
    assert.equal((await client.redeem(code, attempt)).body['error'], 'invalid_grant');
    const shown = (page: Answer) => String(stepOn(page));
    const page = await browser.submit(answer, { continue: '' }, client.redirectUri);
    assert.ok(['sign-in', 'continue-as', 'account-state'].includes(shown(page)), shown(page));
    await unlockThere();
    const again = await browser.get(page.url, client.redirectUri);
    assert.ok(['sign-in', 'continue-as'].includes(shown(again)), shown(again));
  });

  it('ends what a guardian who is locked has begun here for a ward', async () => {
    const service = await OidcClient.register(senid.issuer);
    await saveTaking(stores, service.clientId);
    await insertFamily(stores, senid.issuer, { guardian: person });
    const parameters = { scope: 'openid profile offline_access', prompt: 'consent' };
    const acting = await logIn(senid, service, person, { parameters, actsFor: '' });
    assert.ok(acting.claims['act'] !== undefined, 'acts for the ward');
    assert.equal((await service.userinfo(acting.accessToken)).status, 200);
    await lockThere();
    await unlockThere();
    assert.equal((await service.userinfo(acting.accessToken)).status, 401);
    assert.deepEqual((await service.introspect(acting.accessToken)).body, { active: false });
    assert.equal((await service.refresh(acting.refreshToken)).body['error'], 'invalid_grant');
  });

  it('tells whoever tries here, and lets nobody in until it is lifted', async () => {
    await lockThere('device_lost');
    const { answer, response } = await attemptLogin(senid, client, person);
    assert.equal(stepOn(answer), 'account-state');
    assert.equal(response, undefined);
    const browser = browserThere();
    const page = await browser.get(`${senid.issuer}/account/unlock`);
    const refused = await browser.submit(page, { passkey_response: person.passkey.prove(page) });
    assert.equal(refused.status, 422);
  });
});
