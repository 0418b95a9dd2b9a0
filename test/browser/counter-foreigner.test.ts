import assert from 'node:assert/strict';

import { HolderDevice } from '../support/activation-journey.ts';
import { CounterOfficer } from '../support/counter-journey.ts';
import { browserSuite } from '../support/journey-stage.ts';
import { OFFICERS } from '../support/officer-visit.ts';

const NUMBER = 'F00000000107';
const PHONE = '0901230107';

browserSuite(
  'A foreigner at the counter',
  (stage) => {
    it('gets level 2 from two officers, activates it on a device of their own, and enters the bank', async () => {
      const desktop = { browser: { viewport: { width: 1280, height: 900 } } };
      const receiving = new CounterOfficer(await stage.visit(desktop), OFFICERS.immigration);
      const address = await receiving.receive('foreigner_level_2', { passport: 'M00000107' });
      assert.equal(await receiving.title(), 'NAKAMURA KENJI');
      await receiving.putTogether(NUMBER, { phone: PHONE });

      const deciding = new CounterOfficer(await stage.visit(desktop), OFFICERS.deciding);
      await deciding.find('NAKAMURA KENJI');
      assert.equal(new URL(deciding.page.url()).pathname, address);
      await deciding.take('approved');

      const holder = new HolderDevice(await stage.visit(), { number: NUMBER, phone: PHONE });
      await holder.activate();
      const token = await holder.enterBank();
      assert.equal(token['acr'], 'urn:senid:loa:substantial');

      await receiving.open(address);
      assert.equal(await receiving.page.locator('.sen-tag--done').count(), 1);
    });
  },
  { registers: true },
);
