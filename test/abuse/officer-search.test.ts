import assert from 'node:assert/strict';

import { freshBench } from '../contract/engine.ts';
import { caseBench } from '../support/case-bench.ts';
import { startSimulator, type SimulatorProcess } from '../support/simulator.ts';
import { openSqliteBench } from '../support/sqlite-bench.ts';

const TUAN = '099092000103';
const DECLARED = { number: TUAN, name: 'Ai Đó', birthdate: '1990-01-01', phone: '0912345678' };

describe('applications a stranger declares under somebody’s number', function () {
  this.timeout(60_000);
  const sqlite = freshBench(openSqliteBench);
  let simulator: SimulatorProcess;
  before(async () => {
    simulator = await startSimulator();
  });
  after(async () => {
    assert.equal(await simulator.stop(), 0);
  });

  it('do not hide the true one from the officer who looks for the number', async () => {
    const { stores, clock } = sqlite();
    const bench = caseBench({ stores, simulator: simulator.url, clock });
    const receiver = await bench.officer(await bench.office('commune_police'), 'receiving_officer');
    for (let count = 0; count < 8; count += 1) {
      const request = {
        actor: { kind: 'applicant' },
        data: DECLARED,
        requestId: `r${count}`,
      } as const;
      assert.equal((await bench.cases.open('citizen_level_1', request)).kind, 'opened');
    }
    const data = { number: TUAN };
    const opened = await bench.cases.open('citizen_level_2', { actor: receiver, data });
    assert.ok(opened.kind === 'opened', JSON.stringify(opened));
    const found = await bench.cases.list({ applicantNumber: TUAN, limit: 5 }, receiver);
    assert.deepEqual(
      found.map(({ id }) => id),
      [opened.caseId],
    );
  });
});
