import assert from 'node:assert/strict';

import type { Page } from 'playwright-core';

import { assertAccessible } from '../support/axe.ts';
import { messages } from '../../web/i18n/messages.ts';
import { browserSuite } from '../support/journey-stage.ts';

const AN = '099090000011';

browserSuite('The time a page is valid', (stage) => {
  it('is warned of two minutes before its end, and one press gives more, also on a device whose clock is wrong', async () => {
    const an = await stage.visit();
    await an.page.clock.install();
    await an.login('portal');
    await an.page.fill('#identifier', AN);

    await an.page.clock.runFor('12:50');
    await dialog(an.page).waitFor({ state: 'hidden' });
    await an.page.clock.runFor('00:20');
    await dialog(an.page).waitFor();
    assert.equal(
      await an.page.locator('#session-announcement').textContent(),
      messages.vi['session.minutes-left'],
    );

    // To the device it is now a quarter of an hour later than to the server.
    await an.page.locator('#session-stay').click();
    await dialog(an.page).waitFor({ state: 'hidden' });
    await an.page.clock.runFor('00:30');
    assert.ok(await dialog(an.page).isHidden(), 'there is more time');
    assert.equal(await an.page.inputValue('#identifier'), AN, 'nothing typed is lost');
    await an.page.fill('#password', 'Senid!2026');
    await an.press('continue');
    await an.at('one-time-code');
  });

  it('that has run out is said, with a way back to the service', async () => {
    const an = await stage.visit();
    await an.page.clock.install();
    await an.login('portal');
    await an.page.clock.runFor('14:00');
    await dialog(an.page).waitFor();
    await assertAccessible(an.page, 'vi', 'session-warning');

    await an.page.clock.runFor('01:10');
    assert.equal(
      await an.page.locator('#session-title').innerText(),
      messages.vi['session.over-title'],
    );
    assert.ok(await an.page.locator('#session-stay').isHidden());
    await an.page.locator('#session-home').click();
    await an.page.waitForURL(`${an.senid.portal}/`);
  });

  it('is extended from the page itself, and said without leaving it', async () => {
    const an = await stage.visit();
    await an.login('portal');
    await an.page.fill('#identifier', AN);
    await an.page.locator('#extend').click();
    await an.page.getByText(/^Đã thêm thời gian/).waitFor();
    assert.equal(await an.page.inputValue('#identifier'), AN);
  });
});

function dialog(page: Page) {
  return page.locator('#session-dialog[open]');
}
