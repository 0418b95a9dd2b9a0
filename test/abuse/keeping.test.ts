import assert from 'node:assert/strict';

import { newId } from '../../ids.ts';
import { bornYearsAgo, newFamily, nowBorn } from '../support/acting.ts';
import type { Answer } from '../support/http-agent.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { walk } from '../support/session-journey.ts';
import { givePasskey, newHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

describe('attacks on who keeps an account', function () {
  this.timeout(60_000);
  let senid: SenidProcess;
  before(async () => {
    senid = await sharedSenid();
  });

  async function signedIn(person: Person, path: string): Promise<[Browser, Answer]> {
    const browser = new Browser();
    const start = await browser.send(`${senid.issuer}${path}`);
    return [browser, await walk(browser, start, { senid, person }, 'never:')];
  }

  const tokenOn = ({ body }: Answer) => /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const post = (browser: Browser, path: string, body: string, headers = {}) =>
    browser.send(`${senid.issuer}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });

  it('takes no form without its token, of another person, or from another site', async () => {
    const [browser, page] = await signedIn(await newHolder(senid), '/account/lock');
    const [, other] = await signedIn(await newHolder(senid), '/account/lock');
    const paths = ['lock', 'not-me', 'sign-out-everywhere', 'contacts/phone', 'passkeys/add'];
    for (const path of paths) {
      const bare = await post(browser, `/account/${path}`, 'reason=precaution&contact=1');
      assert.equal(bare.status, 403, path);
      const theirs = `csrf=${encodeURIComponent(tokenOn(other))}&reason=precaution`;
      assert.equal((await post(browser, `/account/${path}`, theirs)).status, 403, path);
      const mine = `csrf=${encodeURIComponent(tokenOn(page))}&reason=precaution`;
      const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
      assert.equal((await post(browser, `/account/${path}`, mine, crossSite)).status, 403, path);
    }
    assert.equal((await browser.send(`${senid.issuer}/account`)).status, 200, 'nothing changed');
  });

  it('shows nobody else’s ward, passkey or change', async () => {
    const [browser, page] = await signedIn(await newHolder(senid), '/account/passkeys');
    const ward = await browser.send(`${senid.issuer}/account/wards/acc_somebody/recover`);
    assert.equal(ward.headers.get('location'), '/account');
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const body = `csrf=${encodeURIComponent(csrf)}&name=x`;
    for (const path of ['passkeys/pk_other/rename', 'passkeys/pk_other/remove']) {
      assert.equal((await post(browser, `/account/${path}`, body)).status, 422, path);
    }
    const change = await post(browser, '/account/changes/chg_other', body);
    assert.equal(change.status, 200);
    assert.match(change.body, /sen-notice--warning/);
  });

  it('lets nobody who has just recovered their own account get at a ward’s', async () => {
    const [guardian, ward] = [await newHolder(senid), await newHolder(senid)];
    const path = `/account/wards/${ward.accountId}/recover`;
    const stranger = await signedIn(await newHolder(senid), path);
    assert.doesNotMatch(stranger[1].url, /wards/, 'no guardian');
    const seen = await withStores(senid, async ({ accounts, writer }) => {
      const guardianship = {
        id: newId('grd'),
        guardianId: guardian.accountId,
        wardId: ward.accountId,
        basis: 'represented_adult',
        fromDate: '2026-01-01',
        untilDate: undefined,
        caseId: undefined,
        createdAt: Date.now(),
        endedAt: undefined,
      } as const;
      await writer.apply([{ kind: 'guardianship_added', guardianship }]);
      return (await accounts.findById(guardian.accountId)) ?? assert.fail('gone');
    });
    const [browser, page] = await signedIn(guardian, path);
    assert.match(page.url, /wards/, page.body);
    const account = { ...seen, coolDownUntil: Date.now() + 60_000 };
    await withStores(senid, ({ writer }) =>
      writer.apply([{ kind: 'account_changed', seen, account }]),
    );
    const answer = await browser.post(page, { password: 'một con mèo ngủ trưa' });
    assert.equal(answer.headers.get('location'), '/account');
    const { coolDownUntil } = await withStores(
      senid,
      async ({ accounts }) => (await accounts.findById(ward.accountId)) ?? assert.fail('gone'),
    );
    assert.equal(coolDownUntil, undefined, 'nothing was recovered');
  });

  it('lets no parent recover the account of who came of age, though nobody has looked at it yet', async () => {
    const [parent, grown] = [await newHolder(senid), await newHolder(senid)];
    await withStores(senid, ({ writer }) =>
      writer.apply([
        {
          kind: 'guardianship_added',
          guardianship: {
            id: newId('grd'),
            guardianId: parent.accountId,
            wardId: grown.accountId,
            basis: 'parent',
            fromDate: '2010-01-01',
            untilDate: undefined,
            caseId: undefined,
            createdAt: Date.now(),
            endedAt: undefined,
          },
        },
      ]),
    );
    const path = `/account/wards/${grown.accountId}/recover`;
    const [, page] = await signedIn(parent, path);
    assert.equal(new URL(page.url).pathname, '/account');
  });

  it('leaves a trace of every wrong code at “it wasn’t me”', async () => {
    const browser = new Browser();
    const form = await browser.get(`${senid.issuer}/not-me`);
    const refused = await browser.submit(form, { code: '0000-0000-0000' });
    assert.equal(refused.status, 422);
    const requestId = refused.headers.get('x-request-id');
    const recorded = await withStores(senid, ({ audit }) => audit.list({ limit: 50 }));
    const found = recorded.find((event) => event.requestId === requestId);
    assert.equal(found?.type, 'alarm_code.refused', JSON.stringify({ requestId, found }));
    assert.deepEqual(found.data, { reason: 'unknown' });
  });

  it('sets no password for a child under 14, nor for an organisation: nobody signs in as either', async () => {
    const { guardian, ward } = await newFamily(senid);
    await givePasskey(senid, guardian);
    const path = `/account/wards/${ward.accountId}/recover`;
    const [browser, page] = await signedIn(guardian, '/account');
    assert.ok(!page.body.includes(path), 'no way leads there');
    const shown = await browser.send(senid.issuer + path);
    assert.equal(shown.headers.get('location'), '/account');
    const body = `csrf=${encodeURIComponent(tokenOn(page))}&password=${encodeURIComponent('một con mèo ngủ')}`;
    assert.notEqual((await post(browser, path, body)).status, 200);
    const kept = await withStores(senid, ({ accounts }) => accounts.findById(ward.accountId));
    assert.deepEqual([kept?.coolDownUntil, kept?.signedOutAt], [undefined, undefined]);
    await nowBorn(senid, ward, bornYearsAgo(15));
    assert.equal((await browser.send(senid.issuer + path)).status, 200, 'from 14 on there is');
  });

  it('leads nobody elsewhere, and plants no journey of recovery', async () => {
    const browser = new Browser();
    const away = await browser.send(
      `${senid.issuer}/account/contacts/phone?returnTo=//evil.example`,
    );
    assert.match(away.headers.get('location') ?? '', new RegExp(`^${senid.issuer}/authorize`));
    for (const path of ['/recover/channel', '/recover/password']) {
      const planted = await browser.send(`${senid.issuer}${path}`, {
        headers: { cookie: `__Host-senid_recover=${'A'.repeat(32)}` },
      });
      assert.equal(planted.headers.get('location'), '/recover', path);
    }
  });
});
