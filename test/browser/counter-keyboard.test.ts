import assert from 'node:assert/strict';

import { messages } from '../../web/i18n/messages.ts';
import type { Locale } from '../../web/i18n/locale.ts';
import { Desks } from '../support/counter-desks.ts';
import { KeyboardOfficer } from '../support/counter-keyboard.ts';
import { browserSuite } from '../support/journey-stage.ts';

const PEOPLE = [
  ['vi', '099092000103', 'Hoàng Minh Tuấn', '0901230103'],
  ['en', '099193000110', 'Phan Thị Thu Hà', '0901230110'],
] as const satisfies readonly (readonly [Locale, string, string, string])[];

browserSuite(
  'The console with a keyboard alone',
  (stage) => {
    const desks = new Desks(stage);
    for (const [language, number, name, phone] of PEOPLE) {
      it(`takes a citizen from the application to the decision (${language})`, async function () {
        this.timeout(300_000);
        const words = messages[language];
        const receiving = await desks.take('receiving', language);
        const counter = new KeyboardOfficer(receiving);
        const address = await counter.receive('citizen_level_2', { number }, words['officer.open']);
        assert.equal(await receiving.title(), name);
        await counter.take('documents_checked', { document_shown: true });
        await counter.take('form_filled', { phone });
        await counter.capture('face', number);
        await counter.capture('fingerprints', number);
        await counter.take('consent_confirmed', { consent: true });
        await counter.take('completed');
        await counter.take('forwarded');
        assert.ok((await receiving.text()).includes(words['case-next.authority']));

        const deciding = await desks.take('deciding', language);
        const authority = new KeyboardOfficer(deciding);
        await authority.follow(name);
        assert.equal(new URL(deciding.page.url()).pathname, address);
        await authority.take('approved');
        assert.ok((await deciding.text()).includes(words['case-status.approved']));
        assert.ok((await deciding.text()).includes(words['case-happened.approved']));
      });
    }
  },
  { registers: true },
);
