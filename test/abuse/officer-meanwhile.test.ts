import assert from 'node:assert/strict';

import type { CaseActor } from '../../enrolment/case.ts';
import type { StepOutcome } from '../../enrolment/cases/cases.ts';
import { decideLock } from '../../enrolment/locks.ts';
import type { RegisterWrite } from '../../enrolment/register-writes.ts';
import { freshBench } from '../contract/engine.ts';
import { caseBench, type CaseBench } from '../support/case-bench.ts';
import { startSimulator, type SimulatorProcess } from '../support/simulator.ts';
import { openSqliteBench } from '../support/sqlite-bench.ts';

const TUAN = '099092000103';
type Staff = Extract<CaseActor, { kind: 'staff' }>;

/** A decision asks registers, which may take seconds: what happens in them counts. */
describe('an officer who may decide no longer, while the register is being asked', function () {
  this.timeout(60_000);
  const sqlite = freshBench(openSqliteBench);
  let simulator: SimulatorProcess;
  let bench: CaseBench;
  before(async () => {
    simulator = await startSimulator();
  });
  after(async () => {
    assert.equal(await simulator.stop(), 0);
  });

  async function decidedWhile(happens: (decider: Staff) => readonly RegisterWrite[]) {
    const { stores } = sqlite();
    bench = caseBench({ stores, simulator: simulator.url, clock: Date.now });
    const counter = await bench.office('commune_police');
    const receiver = await bench.officer(counter, 'receiving_officer');
    const authority = await bench.office('identification_authority');
    const decider = await bench.officer(authority, 'deciding_authority');
    assert.ok(decider.kind === 'staff');
    const data = { number: TUAN };
    const opened = await bench.cases.open('citizen_level_2', { actor: receiver, data });
    assert.ok(opened.kind === 'opened', JSON.stringify(opened));
    const { caseId } = opened;
    await bench.go(
      caseId,
      receiver,
      ['documents_checked', { document_shown: 'yes' }],
      ['form_filled', { phone: '0912345678' }],
      ['face_captured', { face: await simulator.face(TUAN) }],
      ['fingerprints_captured', { fingerprints: await simulator.fingerprints(TUAN) }],
      ['consent_confirmed', { consent: 'yes' }],
      ['completed'],
      ['forwarded'],
    );
    await simulator.addFault({ system: 'population', kind: 'slow', delayMs: 2_500, times: 1 });
    const deciding = bench.try(caseId, decider, 'approved', {}, { reason: 'r' });
    // The judgement of before is made by then, and the answer not there yet.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.deepEqual(await stores.writer.apply(happens(decider)), { kind: 'written' });
    const outcome: StepOutcome = await deciding;
    assert.equal((await stores.cases.find(caseId))?.status, 'running');
    assert.equal(await stores.accounts.findByIdentifier(TUAN), undefined);
    return outcome;
  }

  const refused = { kind: 'not_allowed', whyNot: 'no_longer_staff' };

  it('was suspended: nothing is decided', async () => {
    const outcome = await decidedWhile(({ staffId }) => [
      { kind: 'staff_ended', id: staffId, at: Date.now() },
    ]);
    assert.deepEqual(outcome, refused);
  });

  it('was locked out of their own account: nothing is decided', async () => {
    const outcome = await decidedWhile(({ accountId }) => {
      const request = { ground: 'own_request', requester: 'holder', reason: 'precaution' } as const;
      const decision = decideLock(accountId, [], request, { now: Date.now(), event: {} });
      return decision.kind === 'locks' ? decision.writes : assert.fail(decision.kind);
    });
    assert.deepEqual(outcome, refused);
  });
});
