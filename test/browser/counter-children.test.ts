import assert from 'node:assert/strict';

import { GuardianDevice } from '../support/activation-journey.ts';
import { CounterOfficer } from '../support/counter-journey.ts';
import { browserSuite } from '../support/journey-stage.ts';
import { OFFICERS } from '../support/officer-visit.ts';

const DESKTOP = { browser: { viewport: { width: 1280, height: 900 } } };
const MAI = { number: '099188000093', phone: '0900000093' };
const DUC = '099218000109';
const LAN = '099321000116';

browserSuite(
  'A child at the counter, with the mother',
  (stage) => {
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
    });

    it('of 5 is refused level 2, with the article and the way on', async () => {
      const receiving = new CounterOfficer(await stage.visit(DESKTOP), OFFICERS.secondReceiving);
      await receiving.receive('citizen_level_2', { number: LAN, guardian_number: MAI.number });
      assert.equal(new URL(receiving.page.url()).pathname, '/officer/open/citizen_level_2');
      const told = await receiving.text();
      assert.match(told, /Điều 7/);
      assert.match(told, /mức độ 01/);
    });
  },
  { registers: true },
);
