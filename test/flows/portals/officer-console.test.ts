import assert from 'node:assert/strict';

import { caseReference, newCaseId } from '../../../enrolment/reference.ts';
import { caseIdOf, openCase } from '../../support/console-stage.ts';
import { officer, type OfficerBrowser } from '../../support/officer-visit.ts';
import { startSenid, type SenidProcess } from '../../support/senid-process.ts';
import { withStores } from '../../support/session-server.ts';
import { simulatorOf } from '../../support/simulator.ts';

const TUAN = '099092000103';

describe('The officer console: a citizen’s case', function () {
  this.timeout(180_000);
  let senid: SenidProcess;
  let receiving: OfficerBrowser;
  let deciding: OfficerBrowser;
  let address: string;

  before(async () => {
    senid = await startSenid({ registers: true, name: 'console' });
    receiving = await officer(senid, 'receiving');
    deciding = await officer(senid, 'deciding');
  });
  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
  });

  const pathOf = (url: string) => new URL(url).pathname;

  it('is opened at the counter by the number alone: the register says who it is', async () => {
    const form = await receiving.open('/officer/open/citizen_level_2');
    assert.equal(form.status, 200, form.body);
    const opened = await receiving.submit(form, { number: TUAN });
    assert.equal(opened.status, 200, opened.body);
    address = pathOf(opened.url);
    assert.match(address, /^\/officer\/cases\/case_/);
    assert.match(opened.body, /Hoàng Minh Tuấn/);
  });

  it('is put together step by step, pictures handed to the matcher', async () => {
    const simulator = simulatorOf(senid);
    await receiving.take(address, 'documents_checked', { document_shown: 'yes' });
    await receiving.take(address, 'form_filled', { phone: '0912345678', email: '' });
    const again = await receiving.open(`${address}/steps/form_filled`);
    assert.match(again.body, /value="\+84912345678"/, 'nobody types it a second time');
    const face = await receiving.capture(address, await simulator.face(TUAN));
    assert.equal(face.status, 200, face.body);
    await receiving.capture(address, await simulator.fingerprints(TUAN));
    await receiving.take(address, 'consent_confirmed', { consent: 'yes' });
    await receiving.take(address, 'completed');
    const page = await receiving.take(address, 'forwarded');
    assert.match(page.body, /3 working days|3 ngày làm việc/);
  });

  it('is decided by somebody else, who proved to be there a moment ago', async () => {
    const page = await deciding.take(address, 'approved');
    assert.equal(page.status, 200, page.body);
    assert.match(page.body, /sen-tag--approved/);
    assert.match(page.body, /Phạm Thu Hà/);
  });

  it('is as if it were not there for another office', async () => {
    const immigration = await officer(senid, 'immigration');
    const page = await immigration.open(address);
    assert.equal(page.status, 404);
    assert.doesNotMatch(page.body, /Hoàng Minh Tuấn/);
    const nowhere = await immigration.open('/officer/cases/case_AAAAAAAAAAAAAAAAAAAAAAAA');
    assert.equal(nowhere.status, 404);
  });

  it('is found by number, by POST; a number stands in no address', async () => {
    const list = await deciding.open('/officer');
    const found = await deciding.submit(list, { number: TUAN });
    assert.match(found.body, /Hoàng Minh Tuấn/);
    assert.ok(deciding.history.every(({ url }) => !url.includes(TUAN)));
  });

  it('is one of more than are read at once: the list says so, and what is due first is on it', async () => {
    const mine = await openCase(receiving, 'own_lock', { number: TUAN });
    assert.match((await receiving.open('/officer')).body, /\(2\)/);
    await withStores(senid, async ({ cases, writer }) => {
      const seen = await cases.find(caseIdOf(mine));
      const [step] = seen === undefined ? [] : await cases.steps(seen.id);
      assert.ok(seen !== undefined && step !== undefined);
      const copies = Array.from({ length: 200 }, () => ({ ...seen, id: newCaseId(), version: 1 }));
      const soon = { ...seen, id: newCaseId(), version: 1, dueAt: Date.now() + 60_000 };
      for (const row of [...copies, soon]) {
        const outcome = await writer.apply([{ kind: 'case_step', row, step, openKey: undefined }]);
        assert.equal(outcome.kind, 'written');
      }
      const { body } = await receiving.open('/officer');
      assert.match(body, /\(200\+\)/);
      assert.match(body, /200 (?:cases|hồ sơ)/);
      assert.ok(body.includes(caseReference(soon.id)));
    });
  });
});
