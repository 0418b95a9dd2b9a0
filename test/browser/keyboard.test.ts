import assert from 'node:assert/strict';

import { PERSONA_PASSWORD } from '../../accounts/personas.ts';
import { Keyboard } from '../support/journey-keyboard.ts';
import { browserSuite } from '../support/journey-stage.ts';

const AN = '099090000011';

browserSuite('A person with a keyboard alone', (stage) => {
  it('logs in at the portal: every stop is visible, and in the order of the page', async () => {
    const an = await stage.visit();
    const keys = new Keyboard(an.page);
    await an.page.goto(an.senid.portal);
    await keys.enter('login');

    await keys.tabTo('identifier');
    await keys.type(AN);
    await keys.tabTo('password');
    await keys.type(PERSONA_PASSWORD);
    await keys.submit();

    await an.at('one-time-code');
    await keys.tabTo('otp');
    await keys.type(await an.senid.code());
    await keys.submit();

    await an.at('choose-person');
    await keys.enter('continue');

    await an.at('consent');
    await keys.tabTo('consent-phone');
    await keys.press('Space');
    await keys.enter('continue');
    await an.loggedIn('portal');
    const { userinfo } = await an.answer('portal');
    assert.equal(userinfo?.['phone_number'], '+84900000011');
  });

  it('skips to the content by the first stop of a page', async () => {
    const an = await stage.visit();
    const keys = new Keyboard(an.page);
    await an.login('portal');
    await keys.press('Tab');
    assert.equal(await keys.focused(), 'a.govuk-skip-link');
    await keys.press('Enter');
    await keys.tabTo('identifier');
    assert.deepEqual(keys.stops, ['a.govuk-skip-link', '#identifier']);
  });

  it('hears what is wrong first, and gets from there to the field', async () => {
    const an = await stage.visit();
    const keys = new Keyboard(an.page);
    await an.login('portal');
    await keys.tabTo('identifier');
    await keys.type(AN);
    await keys.submit();
    await an.at('sign-in');
    assert.equal(await keys.focused(), 'div.govuk-error-summary');
    await keys.press('Tab');
    await keys.press('Enter');
    assert.equal(await keys.focused(), '#password');
    await keys.type('wrong');
    await keys.submit();
    assert.equal(await keys.focused(), 'div.govuk-error-summary');
  });

  it('reaches every control of the sign-in page, shows the password and reads why', async () => {
    const an = await stage.visit();
    const keys = new Keyboard(an.page);
    await an.login('portal');
    await keys.tabTo('password');
    await keys.type('secret');
    await keys.tabTo('password-reveal');
    await keys.press('Space');
    assert.equal(await an.page.getAttribute('#password', 'type'), 'text');
    await keys.tabTo('continue');
    await keys.tabTo('use-passkey');
    await keys.press('Tab');
    await keys.press('Enter');
    assert.ok(await an.page.locator('details[open]').isVisible());
    await keys.tabTo('cancel');
    await keys.tabTo('extend');
  });
});
