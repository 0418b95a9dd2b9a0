import assert from 'node:assert/strict';

import { messages } from '../../web/i18n/messages.ts';
import { browserSuite } from '../support/journey-stage.ts';

const AN = '099090000011';
const MIN_JUN = 'F00000000031';

browserSuite('A browser that several people use', (stage) => {
  it('lets the next person say "not you", and from then on is theirs', async () => {
    const person = await stage.visit();
    const { sub } = await person.enterPortal(AN);
    await person.login('landlord');
    await person.at('continue-as');
    assert.ok((await person.page.locator('main').innerText()).includes('Nguyễn Văn An'));
    await person.press('not-you');
    await person.signIn(MIN_JUN);
    await person.enterCode();
    await person.consent();
    await person.loggedIn('landlord');
    assert.equal((await person.answer('landlord')).userinfo?.['name'], 'KIM MIN JUN');

    await person.page.goto(`${person.senid.portal}/login`);
    await person.at('continue-as');
    assert.ok(!(await person.page.content()).includes('Nguyễn Văn An'));
    await person.press('continue');
    await person.signIn(MIN_JUN);
    await person.enterCode();
    await person.consent();
    assert.notEqual((await person.loggedIn('portal')).sub, sub);
  });

  it('keeps the session of who is signed in when the next person turns back', async () => {
    const person = await stage.visit();
    const { sub } = await person.enterPortal(AN);
    await person.login('landlord');
    await person.press('not-you');
    await person.at('sign-in');
    await person.cancel();
    assert.equal((await person.back('landlord')).error?.error, 'access_denied');
    await person.page.goto(`${person.senid.portal}/login`);
    await person.at('choose-person');
    await person.forMyself();
    assert.equal((await person.loggedIn('portal')).sub, sub);
  });

  it('is asked which account by prompt=select_account, and either answer works', async () => {
    const person = await stage.visit();
    const { sub } = await person.enterPortal(AN);
    await person.loginWith('portal', { prompt: 'select_account' });
    await person.at('choose-account');
    await person.press('continue');
    await person.at('choose-person');
    await person.forMyself();
    assert.equal((await person.loggedIn('portal')).sub, sub);

    await person.loginWith('portal', { prompt: 'select_account' });
    await person.press('not-you');
    await person.signIn(MIN_JUN);
    await person.enterCode();
    await person.consentIfAsked();
    assert.notEqual((await person.loggedIn('portal')).sub, sub);
  });

  it('goes back after a finished login, and reads that it is finished and what to do', async () => {
    const person = await stage.visit();
    await person.enterPortal(AN);
    for (let steps = 0; !person.page.url().startsWith(person.senid.issuer); steps += 1) {
      assert.ok(steps < 5, 'no page of SenID in the history');
      await person.page.goBack();
    }
    assert.equal(await person.page.locator('h1').innerText(), messages.vi['expired.title']);
    assert.ok(
      (await person.page.locator('main').innerText()).includes(messages.vi['expired.next']),
    );
  });
});
