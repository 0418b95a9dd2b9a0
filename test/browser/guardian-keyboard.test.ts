import assert from 'node:assert/strict';

import { PERSONA_PASSWORD } from '../../accounts/personas.ts';
import type { Locale } from '../../web/i18n/locale.ts';
import { translator } from '../../web/i18n/translator.ts';
import { choosePicture } from '../support/choose-picture.ts';
import { messageTo } from '../support/counter-journey.ts';
import { Keyboard } from '../support/journey-keyboard.ts';
import type { Journey } from '../support/journey.ts';
import { browserSuite } from '../support/journey-stage.ts';
import { withStores } from '../support/session-server.ts';
import { simulatorOf } from '../support/simulator.ts';

const MAI = { number: '099188000093', phone: '+84900000093' };
const WARDS = [
  ['vi', 'vi-VN', '099321000116', 'Nguyễn Thị Ngọc Lan'],
  ['en', 'en-GB', '099312000208', 'Nguyễn Bảo Châu'],
] as const satisfies readonly (readonly [Locale, string, string, string])[];
const ACTIVATION_CODE = /\b([0-9A-Z]{5}-[0-9A-Z]{5})\b/;
const ONE_TIME_CODE = /(?<!\d)(\d{6})(?!\d)/;

browserSuite(
  'A guardian with a keyboard alone',
  (stage) => {
    for (const [language, locale, number, name] of WARDS) {
      it(`applies for a child and activates the account (${language})`, async function () {
        this.timeout(300_000);
        const mother = await stage.visit({ browser: { locale } });
        const { page } = mother;
        const { t } = translator(language);
        const keys = new Keyboard(page);
        await page.goto(`${stage.senid.issuer}/account`);
        await signIn(mother, keys);

        await keys.enter('ward-apply');
        const born = String((await simulatorOf(stage.senid).person(number))['birthdate']);
        const [year = '', birthdate_month = '', birthdate = ''] = born.split('-');
        await keys.answer({ number, name, birthdate, birthdate_month, birthdate_year: year });
        await keys.tabTo('sex');
        await keys.choose('sex-female');
        await keys.enter('continue');
        assert.equal(await page.locator('h1').innerText(), t('ward-apply.photo', { name }));
        const { senid } = stage;
        await choosePicture(page, keys, 'face', { senid, of: number, byKeysAlone: true });
        await keys.enter('continue');
        assert.equal(await page.locator('h1').innerText(), t('ward-apply.approved', { name }));

        await keys.enter('activate');
        const activation_code = await messageTo(senid, MAI.phone, ACTIVATION_CODE);
        await keys.answer({ identifier: number, activation_code });
        await keys.enter('continue');
        await keys.answer({ otp: await messageTo(senid, MAI.phone, ONE_TIME_CODE) });
        await keys.enter('continue');
        await keys.answer({ password: PERSONA_PASSWORD });
        await keys.enter('continue');
        assert.equal(new URL(page.url()).pathname, '/activate/done');

        const account = await withStores(stage.senid, ({ accounts }) =>
          accounts.findByIdentifier(number),
        );
        assert.deepEqual([account?.name, account?.level], [name, 1]);
        assert.ok(account?.activatedAt !== undefined, 'it is in use');
        assert.ok(account.guardianId !== undefined, 'by the guardian');
      });
    }
  },
  { registers: true },
);

async function signIn(mother: Journey, keys: Keyboard): Promise<void> {
  await mother.at('sign-in');
  await keys.answer({ identifier: MAI.number, password: PERSONA_PASSWORD });
  await keys.submit();
  await mother.at('one-time-code');
  await keys.answer({ otp: await messageTo(mother.senid, MAI.phone, ONE_TIME_CODE) });
  await keys.submit();
  assert.equal(await mother.step(), undefined, await mother.page.title());
}
