import assert from 'node:assert/strict';

import { caseReference, newCaseId } from '../../enrolment/reference.ts';
import { messages } from '../../web/i18n/messages.ts';
import { Applicant, TUAN } from '../support/enrol-applicant.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';

const { vi } = messages;

describe('somebody who looks for applications of others', function () {
  this.timeout(180_000);
  let senid: SenidProcess;

  before(async () => {
    senid = await startSenid({ name: 'references' });
  });
  after(() => senid.stop());

  it('is told of slips without end, and stopped when they try references that could be', async () => {
    const person = new Applicant(senid, TUAN);
    const page = await person.at('/application');
    const tryOne = (reference: string) => person.submit(page, { reference });
    for (let count = 0; count < 70; count += 1) {
      const slip = await tryOne('0000-0000-0001');
      assert.equal(slip.status, 422);
      assert.ok(slip.body.includes(vi['application.not-found']));
    }
    for (let count = 0; count < 60; count += 1) {
      const guess = await tryOne(caseReference(newCaseId()));
      assert.equal(guess.status, 422, `guess ${count}`);
    }
    const stopped = await tryOne(caseReference(newCaseId()));
    assert.equal(stopped.status, 429);
    assert.ok(!stopped.body.includes(vi['application.not-found']));
    assert.equal((await tryOne('0000-0000-0001')).status, 422, 'slips are still told');
  });
});
