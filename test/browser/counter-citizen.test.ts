import assert from 'node:assert/strict';

import { HolderDevice } from '../support/activation-journey.ts';
import { CounterOfficer } from '../support/counter-journey.ts';
import { browserSuite } from '../support/journey-stage.ts';
import { OFFICERS } from '../support/officer-visit.ts';

const DESKTOP = { browser: { viewport: { width: 1280, height: 900 } } };
const TUAN = '099092000103';
const PHONE = '0901230103';

browserSuite(
  'A citizen without an account at the counter',
  (stage) => {
    it('gets level 2 at the police of any ward, activates it, and enters the bank', async () => {
      const receiving = new CounterOfficer(await stage.visit(DESKTOP), OFFICERS.receiving);
      const address = await receiving.receive('citizen_level_2', { number: TUAN });
      await receiving.putTogether(TUAN, { phone: PHONE });
      assert.match(await receiving.text(), /trong 3 ngày làm việc|3 ngày làm việc/);

      // Forwarded, and still to be found by who received it.
      await receiving.open('/officer?list=forwarded');
      await receiving.page.getByRole('link', { name: 'Hoàng Minh Tuấn' }).click();
      assert.equal(new URL(receiving.page.url()).pathname, address);

      const deciding = new CounterOfficer(await stage.visit(DESKTOP), OFFICERS.deciding);
      await deciding.find('Hoàng Minh Tuấn');
      await deciding.take('approved');

      const holder = new HolderDevice(await stage.visit(), { number: TUAN, phone: PHONE });
      await holder.activate();
      const token = await holder.enterBank();
      assert.equal(token['acr'], 'urn:senid:loa:substantial');
    });
  },
  { registers: true },
);
