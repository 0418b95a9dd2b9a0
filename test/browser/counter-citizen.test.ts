import assert from 'node:assert/strict';

import { messages } from '../../web/i18n/messages.ts';
import { HolderDevice } from '../support/activation-journey.ts';
import { Desks } from '../support/counter-desks.ts';
import type { CounterOfficer } from '../support/counter-journey.ts';
import { browserSuite } from '../support/journey-stage.ts';
import { simulatorOf } from '../support/simulator.ts';

const TUAN = '099092000103';
const PHONE = '0901230103';
const { vi } = messages;

const DIEP = { number: '099199000123', name: 'Vũ Ngọc Diệp', phone: '0901230123' };
const TK01 = {
  card_application_number: 'CC-2026-1123',
  documents_to_integrate: 'Giấy phép lái xe, thẻ bảo hiểm y tế',
};

/** What the applicant wrote, beside what it is. */
async function standsOn({ page }: CounterOfficer): Promise<void> {
  for (const field of ['card_application_number', 'documents_to_integrate'] as const) {
    const line = page.locator('dl > div').filter({ hasText: vi[`case-field.${field}`] });
    assert.equal(await line.locator('dd').innerText(), TK01[field]);
  }
}

browserSuite(
  'A citizen without an account at the counter',
  (stage) => {
    const desks = new Desks(stage);

    it('gets level 2 at the police of any ward, activates it, and enters the bank', async () => {
      const receiving = await desks.take('receiving');
      const address = await receiving.receive('citizen_level_2', { number: TUAN });
      await receiving.putTogether(TUAN, { phone: PHONE });
      assert.match(await receiving.text(), /trong 3 ngày làm việc|3 ngày làm việc/);

      // Forwarded, and still to be found by who received it.
      await receiving.open('/officer?list=forwarded');
      await receiving.page.getByRole('link', { name: 'Hoàng Minh Tuấn' }).click();
      assert.equal(new URL(receiving.page.url()).pathname, address);

      const deciding = await desks.take('deciding');
      await deciding.find('Hoàng Minh Tuấn');
      await deciding.take('approved');

      const holder = new HolderDevice(await stage.visit(), { number: TUAN, phone: PHONE });
      await holder.activate();
      const token = await holder.enterBank();
      assert.equal(token['acr'], 'urn:senid:loa:substantial');
    });

    it('without a card applies for both at once: what stands on TK01 is read, printed, and waits for the card', async () => {
      const receiving = await desks.take('receiving');
      await receiving.receive('citizen_level_2', { number: DIEP.number });
      assert.ok((await receiving.text()).includes(vi['case-refusal.no_card_issued']));
      const address = await receiving.receive('citizen_level_2_with_card', {
        number: DIEP.number,
      });
      await receiving.putTogether(DIEP.number, { phone: DIEP.phone, ...TK01 });
      assert.match(await receiving.text(), /7 ngày làm việc/);
      await standsOn(receiving);
      await receiving.page.click(`a[href="${address}/form"]`);
      assert.equal(await receiving.title(), vi['officer.paper-TK01']);
      await standsOn(receiving);

      const deciding = await desks.take('deciding');
      await deciding.find(DIEP.name);
      await standsOn(deciding);
      await deciding.press('step-approved');
      await deciding.press('take');
      assert.ok((await deciding.text()).includes(vi['case-refusal.no_card_issued']));
      const { change } = simulatorOf(stage.senid);
      await change(DIEP.number, { change: 'document_renewed', document: 'card' });
      await deciding.open(address);
      await deciding.take('approved');

      const holder = new HolderDevice(await stage.visit(), DIEP);
      await holder.activate();
      const token = await holder.enterBank();
      assert.equal(token['acr'], 'urn:senid:loa:substantial');
    });
  },
  { registers: true },
);
