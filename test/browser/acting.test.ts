import assert from 'node:assert/strict';

import type { Page } from 'playwright-core';

import { translator } from '../../web/i18n/translator.ts';
import { assertAccessible } from '../support/axe.ts';
import { browserSuite } from '../support/journey-stage.ts';

const AN = '099090000011';
const KHOI = 'Phạm Minh Khôi';

browserSuite('A guardian at the portal', (stage) => {
  for (const locale of ['vi', 'en'] as const) {
    it(`acts for a child of 10 in ${locale}: never in doubt for whom, and both are asked`, async () => {
      const an = await stage.visit();
      const { t } = translator(locale);
      const banner = an.page.locator('.sen-acting');
      await an.page.goto(`${an.senid.portal}/?lang=${locale}`);
      await an.loginWith('portal', { prompt: 'consent', ui_locales: locale });
      await an.signIn(AN);
      assert.equal(await banner.count(), 0);
      await an.page.fill('#otp', await an.senid.code());
      await an.press('continue');
      await assertAccessible(an.page, locale, 'choose-person');
      await an.actFor(KHOI);

      await an.at('consent');
      assert.ok((await banner.innerText()).includes(t('acting.banner', { name: KHOI })));
      assert.ok(await panelSays(an.page, t('acting.panel', { name: KHOI })));
      await assertAccessible(an.page, locale, 'consent');
      await an.press('switch-person');
      await an.at('choose-person');
      assert.equal(await banner.count(), 0, 'nobody is acted for until somebody is chosen');
      await an.actFor(KHOI);
      await an.press('continue');

      await an.at('assent');
      assert.equal(await an.page.locator('h1').innerText(), t('assent.title', { name: 'Khôi' }));
      assert.equal(await banner.count(), 1);
      await assertAccessible(an.page, locale, 'assent');
      await an.press('continue');

      const told = await an.loggedIn('portal');
      assert.ok(an.page.url().startsWith(an.senid.portal));
      const note = an.page.locator('#on-behalf');
      assert.ok((await note.innerText()).includes(KHOI));
      const { userinfo, idToken } = await an.answer('portal');
      assert.equal(userinfo?.['name'], KHOI);
      const actor = await note.getAttribute('data-actor');
      assert.ok(actor !== null && actor !== told.sub);
      assert.match(JSON.stringify(idToken), new RegExp(`"act":\\{"sub":"${actor}"\\}`));
    });
  }
});

async function panelSays(page: Page, text: string): Promise<boolean> {
  return page.locator('.sen-service').getByText(text, { exact: true }).isVisible();
}
