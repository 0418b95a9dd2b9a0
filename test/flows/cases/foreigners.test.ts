import assert from 'node:assert/strict';

import type { CaseActor } from '../../../enrolment/case.ts';
import { freshBench } from '../../contract/engine.ts';
import { caseBench, type CaseBench } from '../../support/case-bench.ts';
import { startSimulator, type SimulatorProcess } from '../../support/simulator.ts';
import { openSqliteBench } from '../../support/sqlite-bench.ts';

const NOW = Date.parse('2026-11-16T03:00:00Z');

describe('A foreigner’s case of level 2', () => {
  const sqlite = freshBench(openSqliteBench);
  let simulator: SimulatorProcess;
  before(async () => {
    simulator = await startSimulator({ day: '2026-11-16' });
  });
  after(async () => {
    assert.equal(await simulator.stop(), 0);
  });

  const benchWith = (drafted: boolean): CaseBench =>
    caseBench({ stores: sqlite().stores, simulator: simulator.url, clock: () => NOW, drafted });

  async function officerAt(bench: CaseBench, kind: 'immigration' | 'commune_police') {
    return bench.officer(await bench.office(kind), 'receiving_officer');
  }

  async function taken(bench: CaseBench, officer: CaseActor, passport: string, number: string) {
    const data = { passport };
    const opened = await bench.cases.open('foreigner_level_2', { actor: officer, data });
    if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
    const { caseId } = opened;
    await bench.go(
      caseId,
      officer,
      ['documents_checked', { document_shown: 'yes' }],
      ['form_filled', { email: 'someone@example.com' }],
      ['face_captured', { face: await simulator.face(number) }],
      ['fingerprints_captured', { fingerprints: await simulator.fingerprints(number) }],
      ['consent_confirmed', { consent: 'yes' }],
      ['completed'],
    );
    return caseId;
  }

  it('is received by immigration only, forwarded by it, and decided in three working days', async () => {
    const bench = benchWith(false);
    const police = await officerAt(bench, 'commune_police');
    const request = { actor: police, data: { passport: 'M00000107' } };
    assert.deepEqual(await bench.cases.open('foreigner_level_2', request), {
      kind: 'not_allowed',
      whyNot: 'not_this_office',
    });
    const officer = await officerAt(bench, 'immigration');
    const authority = await bench.office('identification_authority');
    const decider = await bench.officer(authority, 'deciding_authority');
    const caseId = await taken(bench, officer, 'M00000107', 'F00000000107');
    const view = await bench.cases.view(caseId, officer);
    assert.equal(view?.clock.dueOn, '2026-11-19');
    assert.equal(view?.applicant.name, 'NAKAMURA KENJI');
    assert.equal(await bench.cases.view(caseId, decider), undefined);
    await bench.go(caseId, officer, ['forwarded']);
    await bench.go(caseId, decider, ['approved']);
    const account = await bench.stores.accounts.findByIdentifier('F00000000107');
    assert.equal(account?.residencePermit?.type, 'residence_card');
    const [code = ''] = await bench.codes();
    const byPassport = await bench.activation.check({
      number: 'm00000107',
      code,
      address: '192.0.2.1',
    });
    assert.equal(byPassport.kind, 'accepted');
  });

  it('enrols biometrics the register does not hold, and then has seven working days', async () => {
    const bench = benchWith(false);
    const officer = await officerAt(bench, 'immigration');
    const person = await simulator.person('F00000000114');
    const { number: passport } = person['passport'] as { number: string };
    const caseId = await taken(bench, officer, passport, 'F00000000114');
    const view = await bench.cases.view(caseId, officer);
    assert.equal(view?.biometrics.face, 'enrolled');
    assert.equal(view?.clock.limit?.days, 7);
    assert.equal(view?.clock.dueOn, '2026-11-26');
  });

  it('needs a residence card, unless the operator has switched the drafted rule on', async () => {
    const person = await simulator.person('F00000000121');
    const { number: passport } = person['passport'] as { number: string };
    for (const [drafted, kind] of [
      [false, 'not_eligible'],
      [true, 'opened'],
    ] as const) {
      const bench = benchWith(drafted);
      const actor = await officerAt(bench, 'immigration');
      const outcome = await bench.cases.open('foreigner_level_2', { actor, data: { passport } });
      assert.equal(outcome.kind, kind);
    }
  });
});
