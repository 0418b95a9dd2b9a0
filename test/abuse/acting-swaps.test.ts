import assert from 'node:assert/strict';

import { newFamily, registerTaking, takeActors, type Family } from '../support/acting.ts';
import { askFor, registerCiba } from '../support/ciba-client.ts';
import { pollDevice, registerDevice, startDevice } from '../support/device-client.ts';
import { enterCode } from '../support/device-person.ts';
import type { Answer } from '../support/http-agent.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import type { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { stepOn, walk } from '../support/session-journey.ts';
import { logIn, obtainCode } from '../support/session-login.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const how = 'password';
const BANNER = /class="sen-acting"/;

/** What was given to somebody for themself is never what they were given for another, nor the reverse. */
describe('one person’s tokens in the place of the other’s', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let family: Family;
  let name: string;

  before(async () => {
    senid = await sharedSenid();
    client = await registerTaking(senid);
    family = await newFamily(senid);
    const ward = await withStores(senid, ({ accounts }) =>
      accounts.findById(family.ward.accountId),
    );
    name = ward?.name ?? assert.fail('no ward');
  });

  const both = (claims: Readonly<Record<string, unknown>>) => [claims['sub'], claims['act']];
  const acting = (at = client) => logIn(senid, at, family.guardian, { how, actsFor: '' });
  const subOf = (claims: Readonly<Record<string, unknown>>) =>
    JSON.stringify({ id_token: { sub: { value: String(claims['sub']) } } });

  it('are each the same in every answer, at every login, and after every refresh', async () => {
    const [first, second] = [await acting(), await acting()];
    const own = await logIn(senid, client, family.guardian, { how });
    assert.deepEqual(both(second.claims), both(first.claims));
    assert.deepEqual(first.claims['act'], { sub: own.claims['sub'] });
    for (const { claims, accessToken, refreshToken } of [first, own]) {
      assert.deepEqual(both((await client.userinfo(accessToken)).body), both(claims));
      assert.deepEqual(both((await client.introspect(accessToken)).body), both(claims));
      let spent = refreshToken;
      for (let turn = 0; turn < 2; turn += 1) {
        const renewed = tokensOf(await client.refresh(spent));
        const { payload } = await client.verify(renewed.idToken);
        assert.deepEqual(both(payload), both(claims));
        assert.deepEqual(both((await client.userinfo(renewed.accessToken)).body), both(claims));
        spent = renewed.refreshToken;
      }
    }
  });

  it('are not asked for by a refresh, a code, a header or a parameter that names the other', async () => {
    const own = await logIn(senid, client, family.guardian, { how });
    const ward = await acting();
    const wish = {
      claims: subOf(ward.claims),
      id_token_hint: ward.idToken,
      sub: ward.claims['sub'],
    };
    const words = Object.fromEntries(
      Object.entries(wish).map(([key, value]) => [key, String(value)]),
    );
    const refreshed = await client.refresh(own.refreshToken, words);
    assert.equal(refreshed.status, 200);
    const { payload } = await client.verify(tokensOf(refreshed).idToken);
    assert.deepEqual(both(payload), both(own.claims));
    const { code, attempt } = await obtainCode(senid, client, family.guardian, { how });
    const redeemed = tokensOf(await client.redeem(code, attempt, words));
    assert.deepEqual(both((await client.verify(redeemed.idToken)).payload), both(own.claims));
    const exchange = await client.post('/token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: own.accessToken,
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    });
    assert.equal(exchange.body['error'], 'unsupported_grant_type');
  });

  it('are not asked of the guardian by an ID token of the ward (CIBA)', async () => {
    const ciba = await registerCiba(senid.issuer);
    await takeActors(senid, ciba.clientId);
    const { idToken } = await acting();
    const { status, body } = await askFor(ciba, { id_token_hint: idToken });
    assert.equal(status, 400, JSON.stringify(body));
  });

  describe('at another device, whose request names the ward', () => {
    async function deviceThatNamesTheWard() {
      const device = await registerDevice(senid.issuer);
      await takeActors(senid, device.clientId);
      const before = await startDevice(device);
      const { browser, page } = await enterCode(senid, before.userCode);
      const way = { senid, person: family.guardian, how, actsFor: '' } as const;
      const start = await browser.post(page, { continue: '' });
      const done = await walk(browser, start, way, 'nowhere:');
      assertSaysForWhom(done);
      const tokens = tokensOf(await pollDevice(device, before));
      const { payload } = await device.verify(tokens.idToken);
      const asked = await startDevice(device, { claims: subOf(payload) });
      const entered = await enterCode(senid, asked.userCode, browser);
      return { device, browser, asked, payload, page: entered.page };
    }

    function assertSaysForWhom(page: Answer) {
      assert.match(page.body, BANNER, page.url);
      assert.ok(page.body.includes(name));
    }

    it('nothing is given before the person has read for whom, and said so again', async () => {
      const { device, browser, asked, payload, page } = await deviceThatNamesTheWard();
      const choose = await browser.submit(page, { continue: '' });
      assert.equal(stepOn(choose), 'choose-person', choose.body.slice(0, 400));
      assertSaysForWhom(choose);
      assert.doesNotMatch(choose.body, /name="continue"/, 'nobody but the ward is asked for');
      assert.equal((await pollDevice(device, asked)).body['error'], 'authorization_pending');
      const way = { senid, person: family.guardian, how, actsFor: name } as const;
      const done = await walk(browser, choose, way, 'nowhere:');
      assertSaysForWhom(done);
      const told = await device.verify(tokensOf(await pollDevice(device, asked)).idToken);
      assert.deepEqual(both(told.payload), both(payload));
    });

    it('who says no gives nothing', async () => {
      const { device, browser, asked, page } = await deviceThatNamesTheWard();
      const choose = await browser.submit(page, { continue: '' });
      await browser.submit(choose, { cancel: '' });
      assert.equal((await pollDevice(device, asked)).body['error'], 'access_denied');
    });
  });
});
