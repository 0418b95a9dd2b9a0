import assert from 'node:assert/strict';

import { GuardianDevice } from '../support/activation-journey.ts';
import type { Passkeys } from '../support/chromium-passkeys.ts';
import { CounterOfficer, PortalTab } from '../support/counter-journey.ts';
import { browserSuite } from '../support/journey-stage.ts';
import { OFFICERS } from '../support/officer-visit.ts';
import { simulatorOf } from '../support/simulator.ts';

const DESKTOP = { browser: { viewport: { width: 1280, height: 900 } } };
const MAI = { number: '099188000093', phone: '0900000093' };
const DUC = '099218000109';
const LAN = '099321000116';

browserSuite(
  'A child at the counter, with the mother',
  (stage) => {
    let passkeys: Passkeys = [];

    it('of 8 gets level 2, which the mother activates with her own account and uses for him', async () => {
      const receiving = new CounterOfficer(await stage.visit(DESKTOP), OFFICERS.receiving);
      await receiving.receive('citizen_level_2', { number: DUC, guardian_number: MAI.number });
      assert.equal(await receiving.title(), 'Nguyễn Minh Đức');
      await receiving.putTogether(DUC, { withGuardian: true });

      const deciding = new CounterOfficer(await stage.visit(DESKTOP), OFFICERS.deciding);
      await deciding.find('Nguyễn Minh Đức');
      await deciding.take('approved');

      const mother = new GuardianDevice(await stage.visit(), MAI);
      await mother.activateFor(DUC);
      const token = await mother.enterPortalFor('Nguyễn Minh Đức');
      assert.equal(token['acr'], 'urn:senid:loa:substantial');
      assert.ok(token['act'], 'who acts is told');
      passkeys = await mother.journey.device.credentials();
    });

    it('of 5 is refused level 2, with the article and the way on', async () => {
      const receiving = new CounterOfficer(await stage.visit(DESKTOP), OFFICERS.secondReceiving);
      await receiving.receive('citizen_level_2', { number: LAN, guardian_number: MAI.number });
      assert.equal(new URL(receiving.page.url()).pathname, '/officer/open/citizen_level_2');
      const told = await receiving.text();
      assert.match(told, /Điều 7/);
      assert.match(told, /mức độ 01/);
    });

    it('of 5 gets level 1 through the mother, from her own page to the service that takes guardians', async () => {
      const mother = new GuardianDevice(await stage.visit(), MAI);
      await mother.journey.device.hold(passkeys);
      const own = new PortalTab(mother.journey, MAI.number);
      await own.open('/account');
      await own.press('ward-apply');
      await own.page.fill('#number', LAN);
      await own.page.fill('#name', 'Nguyễn Thị Ngọc Lan');
      const lan = await simulatorOf(stage.senid).person(LAN);
      const [year = '', month = '', day = ''] = String(lan['birthdate']).split('-');
      await own.page.fill('#birthdate', day);
      await own.page.fill('#birthdate_month', month);
      await own.page.fill('#birthdate_year', year);
      await own.page.click('label[for=sex-female]');
      await own.press('continue');
      const face = await simulatorOf(stage.senid).face(LAN);
      const buffer = Buffer.from(face.bytes);
      await own.page.setInputFiles('#face', { name: 'f.png', mimeType: 'image/png', buffer });
      await own.press('continue');
      assert.equal(await own.page.locator('#activate').count(), 1, await own.text());

      await mother.activateFor(LAN);
      const elsewhere = new GuardianDevice(await stage.visit(), MAI);
      const token = await elsewhere.enterPortalFor('Nguyễn Thị Ngọc Lan', 'low');
      assert.equal(token.account_level, 1);
      assert.ok(token['act'], 'who acts is told');
    });

    it('whose guardian somebody else is gets nothing through them, and is told nothing of', async () => {
      const an = new PortalTab(await stage.visit(), '099090000011');
      await an.open('/account/wards/apply');
      await an.page.fill('#number', LAN);
      await an.page.fill('#name', 'Nguyễn Thị Ngọc Lan');
      await an.page.fill('#birthdate', '1');
      await an.page.fill('#birthdate_month', '1');
      await an.page.fill('#birthdate_year', '2021');
      await an.press('continue');
      assert.equal(await an.page.locator('#refusal').count(), 1, await an.text());
      await an.press('continue');
      assert.equal(new URL(an.page.url()).pathname, '/account/wards/apply');
    });
  },
  { registers: true },
);
