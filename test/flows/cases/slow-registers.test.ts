import assert from 'node:assert/strict';

import { freshBench } from '../../contract/engine.ts';
import { caseBench } from '../../support/case-bench.ts';
import { startSimulator, type SimulatorProcess } from '../../support/simulator.ts';
import { openSqliteBench } from '../../support/sqlite-bench.ts';

const TUAN = '099092000103';
const UNKNOWN = { kind: 'unknown_for_now', system: 'population' } as const;

describe('A population register that answers too late', () => {
  const sqlite = freshBench(openSqliteBench);
  let simulator: SimulatorProcess;
  before(async () => {
    simulator = await startSimulator();
  });
  after(async () => {
    assert.equal(await simulator.stop(), 0);
  });

  for (const kind of ['slow', 'nonsense'] as const) {
    it(`(${kind}) opens no case and decides none, and says so; what was taken stands`, async () => {
      const { stores } = sqlite();
      const patience = { attemptMs: 500, totalMs: 1_200, attempts: 2 };
      const clock = () => Date.now();
      const bench = caseBench({ stores, simulator: simulator.url, clock, patience });
      const counter = await bench.office('commune_police');
      const receiver = await bench.officer(counter, 'receiving_officer');
      const authority = await bench.office('identification_authority');
      const decider = await bench.officer(authority, 'deciding_authority');
      const request = { actor: receiver, data: { number: TUAN }, requestId: 'one' };
      const fault = { system: 'population', kind, delayMs: 3_000 } as const;
      await simulator.addFault(fault);
      assert.deepEqual(await bench.cases.open('citizen_level_2', request), UNKNOWN);
      assert.deepEqual(await stores.cases.list({ applicantNumber: TUAN, limit: 5 }), []);
      await simulator.clearFaults();
      const opened = await bench.cases.open('citizen_level_2', request);
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
      const before = await bench.cases.view(caseId, decider);
      await simulator.addFault(fault);
      assert.deepEqual(await bench.try(caseId, decider, 'approved', {}, { reason: 'r' }), UNKNOWN);
      const after = await bench.cases.view(caseId, decider);
      assert.deepEqual(after, before, 'nothing of it is half done');
      assert.equal(after?.next.by, 'authority');
      assert.equal(await stores.accounts.findByIdentifier(TUAN), undefined);
      await simulator.clearFaults();
      await bench.go(caseId, decider, ['approved']);
      assert.equal((await stores.accounts.findByIdentifier(TUAN))?.level, 2);
    });
  }
});
