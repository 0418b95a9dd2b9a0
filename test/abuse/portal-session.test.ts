import assert from 'node:assert/strict';

import { withEndings } from '../../enrolment/ending.ts';
import { createLocks } from '../../enrolment/lock-service.ts';
import { randomText } from '../../ids.ts';
import type { Answer } from '../support/http-agent.ts';
import { portalCookie, visitPortal, type PortalName } from '../support/portal-visit.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser, SESSION_COOKIE } from '../support/session-browser.ts';
import { stepOn, walk } from '../support/session-journey.ts';
import { newHolder, sharedHolder } from '../support/session-login.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { noteSecret } from '../support/session-secrets.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

/** `/account` shows its holder a page; at `/officer` they have a session too, and no work. */
describe('the entrance of a portal, attacked:', function () {
  this.timeout(60_000);
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
  });

  const at = (path: string) => senid.issuer + path;
  const plant = (browser: Browser, name: string, value: string | undefined) =>
    browser.keepCookie(new URL(at('/')), `${name}=${value ?? ''}; path=/`);
  const isIn = async (browser: Browser, path = '/account') =>
    (await browser.send(at(path))).status !== 303;

  /** As far as the address of the way back, which is not opened. */
  async function untilTheWayBack(browser: Browser, path = '/account', who = person): Promise<URL> {
    const callback = at(`${path}/signed-in`);
    const answer = await walk(
      browser,
      await browser.send(at(path)),
      { senid, person: who },
      callback,
    );
    const url = new URL(answer.headers.get('location') ?? '', at('/'));
    assert.ok(url.href.startsWith(callback), url.pathname);
    noteSecret('authorization code', url.searchParams.get('code'));
    return url;
  }

  async function refused(browser: Browser, url: URL, path = '/account'): Promise<Answer> {
    const before = browser.cookie(portalCookie(path.slice(1) as PortalName));
    const answer = await browser.send(url.href);
    assert.ok([400, 403].includes(answer.status), String(answer.status));
    assert.equal(browser.cookie(portalCookie(path.slice(1) as PortalName)), before);
    return answer;
  }

  it('signs nobody in as somebody else: the way back of another browser is worth nothing', async () => {
    const attacker = new Browser();
    const url = await untilTheWayBack(attacker);
    const stranger = new Browser();
    await refused(stranger, url);
    // Also where the victim has begun themselves, and is known to the provider.
    const victim = new Browser();
    const own = await newHolder(senid);
    await untilTheWayBack(victim, '/account', own);
    await refused(victim, url);
    assert.equal(await isIn(victim), false);
  });

  it('takes no code of another sign-in under its own state', async () => {
    const attacker = new Browser();
    const theirs = await untilTheWayBack(attacker);
    const victim = new Browser();
    const own = await untilTheWayBack(victim);
    own.searchParams.set('code', theirs.searchParams.get('code') ?? '');
    await refused(victim, own);
    assert.equal(await isIn(victim), false);
  });

  it('takes a way back once: neither address nor code opens anything again', async () => {
    const browser = new Browser();
    const url = await untilTheWayBack(browser);
    assert.equal((await browser.send(url.href)).status, 303);
    assert.ok(await isIn(browser));
    await refused(browser, url);
    assert.ok(await isIn(browser), 'who is in stays in');
    const anew = new Browser();
    const again = await untilTheWayBack(anew);
    again.searchParams.set('code', url.searchParams.get('code') ?? '');
    await refused(anew, again);
  });

  it('believes no answer of another issuer, nor one that does not say whose it is', async () => {
    for (const change of [
      (query: URLSearchParams) => query.set('iss', 'https://evil.example'),
      (query: URLSearchParams) => query.delete('iss'),
      (query: URLSearchParams) => query.append('iss', 'https://evil.example'),
      (query: URLSearchParams) => query.append('code', 'another'),
      (query: URLSearchParams) => query.append('state', 'another'),
      (query: URLSearchParams) => query.set('state', randomText(32)),
      (query: URLSearchParams) => query.delete('state'),
      (query: URLSearchParams) => query.set('error', 'access_denied'),
    ]) {
      const browser = new Browser();
      const url = await untilTheWayBack(browser);
      change(url.searchParams);
      await refused(browser, url);
      assert.equal(await isIn(browser), false, url.search);
    }
  });

  it('does not take the way back of one portal for that of another', async () => {
    const browser = new Browser();
    const url = await untilTheWayBack(browser, '/account');
    url.pathname = '/officer/signed-in';
    await refused(browser, url, '/officer');
    assert.equal(await isIn(browser, '/officer'), false);
  });

  it('leads nowhere but to the page of its own that was wanted', async () => {
    for (const wanted of [
      '/account?next=//evil.example',
      '/account?returnTo=https://evil.example/&x=%5C%5Cevil.example',
    ]) {
      const browser = new Browser();
      const start = await browser.send(at(wanted));
      const callback = at('/account/signed-in');
      const answer = await walk(browser, start, { senid, person }, callback);
      const end = await browser.send(new URL(answer.headers.get('location') ?? '', at('/')).href);
      assert.equal(end.headers.get('location'), wanted);
    }
    const outside = new Browser();
    const odd = await outside.send(`${senid.issuer}//evil.example/account`);
    assert.equal(odd.headers.get('location'), null);
  });

  it('gives everybody a session of their own, whatever the browser brought along', async () => {
    const attacker = await visitPortal(senid, person, '/account');
    const known = attacker.browser.cookie(portalCookie('account'));
    for (const fixed of [known, randomText(32), '../../x', '']) {
      const browser = new Browser();
      plant(browser, portalCookie('account'), fixed);
      const own = await newHolder(senid);
      await visitPortal(senid, own, '/account', { browser });
      const given = browser.cookie(portalCookie('account'));
      assert.ok(given !== undefined && given !== fixed);
      assert.ok(await isIn(browser));
    }
    const thief = new Browser();
    plant(thief, portalCookie('account'), known);
    assert.equal(await isIn(thief), false);
  });

  it('lets nobody in by the cookie of another portal, or by its own in another browser', async () => {
    const { browser } = await visitPortal(senid, person, '/account');
    const id = browser.cookie(portalCookie('account'));
    plant(browser, portalCookie('officer'), id);
    assert.equal(await isIn(browser, '/officer'), false);
    // Signed in at the provider as somebody else.
    const other = await visitPortal(senid, await newHolder(senid), '/account');
    plant(other.browser, portalCookie('account'), id);
    assert.equal(await isIn(other.browser), false);
  });

  it('is shut for who used a password and a code alone: it asks for the passkey', async () => {
    const low = await newPerson(senid);
    const { browser } = await visitPortal(senid, low, '/account', { how: 'password' });
    assert.ok(await isIn(browser));
    const page = await browser.get(at('/officer'));
    assert.equal(stepOn(page), 'step-up');
    await browser.send(at('/officer/signed-in'));
    assert.equal(browser.cookie(portalCookie('officer')), undefined);
  });

  it('says no to a person who says no, and to who leaves half-way', async () => {
    const browser = new Browser();
    const page = await browser.get(at('/account'));
    const left = await browser.follow(await browser.post(page, { cancel: '' }));
    assert.equal(left.status, 403);
    assert.match(left.headers.get('cache-control') ?? '', /no-store/);
    assert.equal(await isIn(browser), false);
  });

  it('shuts at once after a logout at the provider, and nothing of before opens it', async () => {
    const { browser } = await visitPortal(senid, person, '/account');
    const cookies = [SESSION_COOKIE, portalCookie('account')].map(
      (name) => [name, browser.cookie(name)] as const,
    );
    await browser.submit(await browser.get(at('/logout')), { continue: '' });
    assert.equal(await isIn(browser), false);
    for (const [name, value] of cookies) plant(browser, name, value);
    assert.equal(await isIn(browser), false);
  });

  it('shuts at once after a lock, though it is lifted a moment later', async () => {
    const own = await newHolder(senid);
    const { browser } = await visitPortal(senid, own, '/account');
    await withStores(senid, async (stores) => {
      const { accounts } = stores;
      const locks = createLocks({
        accounts,
        writer: withEndings(stores.writer, stores),
        clock: Date.now,
      });
      const made = await locks.lock(own.accountId, { ground: 'own_request', requester: 'holder' });
      assert.ok(made.kind === 'locked');
      await locks.lift(own.accountId, { lockId: made.lock.id, requester: 'holder' });
    });
    assert.equal(await isIn(browser), false);
  });

  it('shuts at once when the passkey it was opened with is gone', async () => {
    const own = await newHolder(senid);
    const { browser } = await visitPortal(senid, own, '/officer');
    assert.ok(await isIn(browser, '/officer'));
    await withStores(senid, async ({ passkeys }) => {
      for (const { id } of await passkeys.listByAccount(own.accountId)) {
        await passkeys.remove(id, Date.now());
      }
    });
    assert.equal(await isIn(browser, '/officer'), false);
    assert.equal(browser.cookie(portalCookie('officer')), undefined);
  });

  it('is left by a form of one’s own only', async () => {
    const { browser, page } = await visitPortal(senid, person, '/officer');
    const forged = await browser.send(at('/officer/sign-out'), {
      method: 'POST',
      body: new URLSearchParams(),
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    });
    assert.equal(forged.status, 403);
    assert.ok(await isIn(browser, '/officer'));
    const other = await visitPortal(senid, await newHolder(senid), '/officer');
    const csrf = /name="csrf" value="([^"]+)"/.exec(other.page.body)?.[1] ?? '';
    const stolen = await browser.send(at('/officer/sign-out'), {
      method: 'POST',
      body: new URLSearchParams({ csrf }),
      headers: { origin: senid.issuer },
    });
    assert.equal(stolen.status, 403);
    assert.ok(await isIn(browser, '/officer'));
    const asked = await browser.post(page, { 'sign-out': '' });
    assert.equal(asked.status, 303);
    assert.equal(await isIn(browser, '/officer'), false);
  });
});
