import assert from 'node:assert/strict';

import { PageInspection } from '../support/axe.ts';
import { Keyboard } from '../support/journey-keyboard.ts';
import { browserSuite } from '../support/journey-stage.ts';
import {
  asking,
  claimsParameter,
  EVERYTHING,
  verifiedClaimsOf,
} from '../support/verified-claims.ts';
import { messages } from '../../web/i18n/messages.ts';
import { locales } from '../../web/i18n/locale.ts';

const PEOPLE = { vi: '099090000011', en: 'F00000000031' } as const;
const PURPOSE = 'Ghi vào tờ khai <b>của bạn</b>, theo Điều 5 – không dùng vào việc khác';
const REQUEST = asking(
  { name: { essential: true, purpose: PURPOSE }, birthdate: null, nationalities: null },
  EVERYTHING,
);

browserSuite('A person whose service asks for verified claims', (stage) => {
  for (const locale of locales) {
    it(`reads what is asked, why, and what comes along, and decides with the keyboard (${locale})`, async () => {
      const person = await stage.visit();
      const pages = new PageInspection(person.page, locale);
      const keys = new Keyboard(person.page);
      await person.page.goto(`${person.senid.issuer}/?lang=${locale}`);
      const extra = { claims: claimsParameter(REQUEST), ui_locales: locale };
      await person.loginWith('portal', extra);
      await person.signIn(PEOPLE[locale]);
      await person.enterCode();
      await person.at('consent');
      await pages.inspect('consent-verified');
      assert.deepEqual(pages.faults, []);

      const words = await person.page.locator('main').innerText();
      assert.ok(words.includes(PURPOSE), 'in the service’s words');
      for (const key of [
        'consent.verification',
        'verified.in-person',
        'verified.documents',
        'verified.check-person',
      ] as const) {
        assert.ok(words.includes(messages[locale][key]), key);
      }
      // The portal is not entitled to the number of a document, nor to its expiry.
      assert.ok(!words.includes(PEOPLE[locale]) && !words.includes('M0000'));

      await keys.tabTo('consent-verified-birthdate');
      await keys.press('Space');
      assert.ok(!(await person.page.isChecked('#consent-verified-nationalities')));
      await keys.enter('continue');
      await person.loggedIn('portal');
      const { userinfo } = await person.answer('portal');
      const [told] = verifiedClaimsOf(userinfo);
      assert.deepEqual(Object.keys(told?.claims ?? {}), ['name', 'birthdate']);
      assert.equal(told?.verification.assurance_level, 'level_02');
    });
  }
});
