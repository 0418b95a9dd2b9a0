import assert from 'node:assert/strict';

import { messages } from '../../web/i18n/messages.ts';
import { browserSuite } from '../support/journey-stage.ts';

const AN = '099090000011';

browserSuite('A session of the portal', (stage) => {
  it('is extended again and again by refresh tokens that work once each, and stays the same authentication', async () => {
    const an = await stage.visit();
    const login = await an.enterPortal(AN);
    for (const round of [1, 2, 3]) {
      await an.press('refresh');
      const refreshed = await an.loggedIn('portal');
      assert.ok(refreshed.iat >= login.iat, `round ${round}`);
      const { auth_time, acr, amr, sub, authentication_event_id } = refreshed;
      assert.deepEqual(
        { auth_time, acr, amr, sub, authentication_event_id },
        {
          auth_time: login.auth_time,
          acr: login.acr,
          amr: login.amr,
          sub: login.sub,
          authentication_event_id: login.authentication_event_id,
        },
      );
      const { request } = await an.answer('portal');
      assert.match(JSON.stringify(request), /refresh_token/);
    }
  });

  it('ends with a confirmation at SenID, which leads back to the portal, and then asks for a new login', async () => {
    const an = await stage.visit();
    await an.enterPortal(AN);
    await an.press('logout');
    assert.equal(await an.page.locator('h1').innerText(), messages.vi['logout.title']);
    await an.press('continue');
    assert.equal(an.page.url(), `${an.senid.portal}/`);
    assert.ok(await an.page.locator('#login').isVisible(), 'the portal does not know the person');

    await an.press('login');
    await an.at('sign-in');
  });

  it('ends without a question when SenID has forgotten the person already', async () => {
    const an = await stage.visit();
    await an.enterPortal(AN);
    await an.context.clearCookies({ name: '__Host-senid_session' });
    await an.page.locator('#logout').click();
    await an.page.waitForURL(`${an.senid.portal}/`);
    assert.ok(await an.page.locator('#login').isVisible());
  });

  it('ends without a question in a browser without scripts, too, when SenID has forgotten the person', async () => {
    const an = await stage.visit({ browser: { javaScriptEnabled: false } });
    await an.enterPortal(AN);
    await an.context.clearCookies({ name: '__Host-senid_session' });
    await an.page.locator('#logout').click();
    await an.page.waitForURL(`${an.senid.portal}/`);
    assert.ok(await an.page.locator('#login').isVisible());
  });

  it('that is not ended after all stays at SenID, with a way back', async () => {
    const an = await stage.visit();
    await an.enterPortal(AN);
    await an.press('logout');
    await an.press('cancel');
    assert.equal(an.page.url(), `${an.senid.portal}/`);
    await an.press('login');
    await an.at('choose-person');
    await an.forMyself();
    await an.loggedIn('portal');
  });
});
