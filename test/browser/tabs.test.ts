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
    await two.signIn(AN);
    const codeOfTwo = await two.senid.code();
    await one.press('resend');
    await one.enterCode();
    await one.consentIfAsked();
    await one.loggedIn('portal');
    await two.enterCode(codeOfTwo);
    await two.consentIfAsked();
    await two.loggedIn('portal');
  });

  it('where one has logged in, the other asks who it is, and believes no password typed for somebody else', async () => {
    const [one, two] = await twoTabs();
    await one.login('portal');
    await two.login('portal');
    await one.signIn(AN);
    await one.enterCode();
    await one.consentIfAsked();
    const an = await one.loggedIn('portal');

    await two.signIn(MIN_JUN);
    await two.at('continue-as');
    assert.ok((await two.page.locator('main').innerText()).includes('Nguyễn Văn An'));
    await two.press('not-you');
    await two.signIn(MIN_JUN);
    await two.enterCode();
    await two.consentIfAsked();
    assert.notEqual((await two.loggedIn('portal')).sub, an.sub);
  });

  it('step up in one while the other logs in elsewhere', async () => {
    const [one, two] = await twoTabs();
    const low = await one.enterPortal(AN);

    await one.press('procedure');
    await two.login('landlord');
    await two.continueAs();
    await two.signIn(AN);
    await two.enterCode();
    await two.consentIfAsked();
    await two.loggedIn('landlord');

    await one.addPasskey();
    await one.usePasskey();
    const high = await one.loggedIn('portal');
    assert.equal(high.sub, low.sub);
    assert.match(high.acr, /substantial/);
  });

  it('on one journey both show where it is, not where it was', async () => {
    const [one, two] = await twoTabs();
    await one.login('landlord');
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
    await two.loggedIn('landlord');

    await one.press('continue');
    assert.equal(await one.page.locator('h1').innerText(), messages.vi['expired.title']);
  });
});
