import assert from 'node:assert/strict';

import { messages } from '../../web/i18n/messages.ts';
import { browserSuite } from '../support/journey-stage.ts';
import type { Journey } from '../support/journey.ts';

const AN = '099090000011';
const MIN_JUN = 'F00000000031';

browserSuite('Two tabs of one browser', (stage) => {
  const twoTabs = async (): Promise<readonly [Journey, Journey]> => {
    const first = await stage.visit();
    return [first, await stage.tab(first.context)];
  };

  it('log in at two services in turn, step by step, without disturbing each other', async () => {
    const [one, two] = await twoTabs();
    await one.login('portal');
    await two.login('landlord');
    await one.signIn(AN);
    const codeOfOne = await one.senid.code();
    await two.signIn(AN);
    const codeOfTwo = await two.senid.code();
    await one.enterCode(codeOfOne);
    await two.enterCode(codeOfTwo);
    await two.consent();
    await one.consent('phone');

    const atPortal = await one.loggedIn('portal');
    const atLandlord = await two.loggedIn('landlord');
    assert.notEqual(atPortal.sub, atLandlord.sub);
    assert.notEqual(atPortal.authentication_event_id, atLandlord.authentication_event_id);
    const { userinfo } = await two.answer('landlord');
    assert.equal(userinfo?.['phone_number'], undefined);
  });

  it('log in at the same service, and both arrive', async () => {
    const [one, two] = await twoTabs();
    await one.login('portal');
    await two.login('portal');
    await one.signIn(AN);
    await one.enterCode();
    await two.signIn(AN);
    await two.enterCode();
    await finish(two);
    await two.loggedIn('portal');
    await finish(one);
    await one.loggedIn('portal');
  });

  it('step up in one while the other logs in elsewhere', async () => {
    const [one, two] = await twoTabs();
    await one.login('portal');
    await one.signIn(AN);
    await one.enterCode();
    await finish(one);
    const low = await one.loggedIn('portal');

    await one.press('procedure');
    await two.login('landlord');
    await two.continueAs();
    await two.signIn(AN);
    await two.enterCode();
    await finish(two);
    await two.loggedIn('landlord');

    await one.addPasskey();
    await one.usePasskey();
    const high = await one.loggedIn('portal');
    assert.equal(high.sub, low.sub);
    assert.match(high.acr, /substantial/);
  });

  it('on one journey both show where it is, not where it was', async () => {
    const [one, two] = await twoTabs();
    await one.login('portal');
    await two.page.goto(one.page.url());
    await two.at('sign-in');
    await one.signIn(MIN_JUN);
    await two.signIn(MIN_JUN);
    await two.at('one-time-code');
    await one.enterCode();
    await two.page.fill('#otp', '000000');
    await two.press('continue');
    await two.at('consent');
    await two.consent();
    await two.loggedIn('portal');

    await one.press('continue');
    assert.equal(await one.page.locator('h1').innerText(), messages.vi['expired.title']);
  });
});

/** Consent is asked of whoever has not given it yet. */
async function finish(person: Journey): Promise<void> {
  if ((await person.step()) === 'consent') await person.consent();
}
