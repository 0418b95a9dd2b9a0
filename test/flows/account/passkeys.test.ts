import assert from 'node:assert/strict';

import type { Answer } from '../../support/http-agent.ts';
import { visitPortal } from '../../support/portal-visit.ts';
import type { SenidProcess } from '../../support/senid-process.ts';
import type { Browser } from '../../support/session-browser.ts';
import { newHolder } from '../../support/session-login.ts';
import type { Person } from '../../support/session-people.ts';
import { sharedSenid, withStores } from '../../support/session-server.ts';
import { SoftwarePasskey } from '../../support/software-passkey.ts';

const SYNCED = { backupEligible: true, backedUp: true };

/** Design, section 2, rule 7. */
describe('The passkeys of an account, over HTTP:', function () {
  this.timeout(60_000);
  let senid: SenidProcess;
  before(async () => {
    senid = await sharedSenid();
  });

  const keysOf = ({ accountId }: Person) =>
    withStores(senid, ({ passkeys }) => passkeys.listByAccount(accountId));

  /** Added on the account page by whoever is signed in there. */
  async function add(browser: Browser, person: Person, synced: boolean): Promise<Person> {
    const page = await browser.get(`${senid.issuer}/account/passkeys/add`);
    const passkey = new SoftwarePasskey(senid.issuer, synced ? SYNCED : {});
    const listed = await browser.submit(page, {
      passkey_response: passkey.register(page),
      passkey_name: synced ? 'Đám mây' : 'Máy bàn',
    });
    assert.equal(listed.status, 200, listed.body);
    return { ...person, passkey };
  }

  async function remove(browser: Browser, backedUp: boolean, person: Person): Promise<Answer> {
    const found = (await keysOf(person)).find((key) => key.backupEligible === backedUp);
    const page = await browser.get(`${senid.issuer}/account/passkeys`);
    const action = `/account/passkeys/${found?.id}/remove`;
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body.split(`action="${action}"`)[1] ?? '');
    assert.ok(csrf?.[1], page.body);
    return browser.send(senid.issuer + action, {
      method: 'POST',
      body: new URLSearchParams({ csrf: csrf[1], remove: '' }),
      headers: { origin: senid.issuer, 'sec-fetch-site': 'same-origin' },
    });
  }

  function wantsDeviceBound(answer: Answer): void {
    assert.equal(answer.status, 303);
    const asked = new URL(answer.headers.get('location') ?? '', senid.issuer);
    assert.equal(asked.pathname, '/authorize');
    assert.equal(asked.searchParams.get('acr_values'), 'phrh');
    assert.equal(asked.searchParams.get('max_age'), '0');
  }

  it('where one is bound to a device, a synced one neither adds nor removes any', async () => {
    const bound = await newHolder(senid);
    const first = await visitPortal(senid, bound, '/account');
    const synced = await add(first.browser, bound, true);

    const { browser } = await visitPortal(senid, synced, '/account');
    wantsDeviceBound(await browser.send(`${senid.issuer}/account/passkeys/add`));
    wantsDeviceBound(await browser.send(`${senid.issuer}/account/contacts/phone`));
    wantsDeviceBound(await remove(browser, false, bound));
    wantsDeviceBound(await remove(browser, true, bound));
    assert.equal((await keysOf(bound)).length, 2);
  });

  it('the one bound to a device removes the synced one, whose sessions end at once', async () => {
    const bound = await newHolder(senid);
    const { browser } = await visitPortal(senid, bound, '/account');
    const synced = await add(browser, bound, true);
    const elsewhere = await visitPortal(senid, synced, '/account');

    const done = await remove(browser, true, bound);
    assert.equal(done.status, 200, done.body);
    assert.deepEqual(
      (await keysOf(bound)).map(({ backupEligible }) => backupEligible),
      [false],
    );
    assert.equal((await browser.send(`${senid.issuer}/account`)).status, 200);
    assert.equal((await elsewhere.browser.send(`${senid.issuer}/account`)).status, 303);
    const kinds = await withStores(senid, async ({ notices }) =>
      (await notices.ofAccount(bound.accountId, 5)).map(({ kind }) => kind),
    );
    assert.ok(kinds.includes('passkey_removed'), kinds.join());
  });

  it('the last one goes with itself, and with it the session', async () => {
    const person = await newHolder(senid);
    const { browser } = await visitPortal(senid, person, '/account');
    const done = await remove(browser, false, person);
    assert.equal(done.status, 200);
    assert.deepEqual(await keysOf(person), []);
    assert.equal((await browser.send(`${senid.issuer}/account`)).status, 303);
  });

  it('the last one does not go with a password and a code', async () => {
    const person = await newHolder(senid);
    const { browser } = await visitPortal(senid, person, '/account', { how: 'password' });
    wantsDeviceBound(await remove(browser, false, person));
    assert.equal((await keysOf(person)).length, 1);
  });
});
