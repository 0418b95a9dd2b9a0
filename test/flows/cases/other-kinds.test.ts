import assert from 'node:assert/strict';

import type { CaseActor } from '../../../enrolment/case.ts';
import type { OpenOutcome, StepData } from '../../../enrolment/cases/cases.ts';
import type { CaseId, OfficeId } from '../../../ids.ts';
import { freshBench } from '../../contract/engine.ts';
import { caseBench, type CaseBench } from '../../support/case-bench.ts';
import { startSimulator, type SimulatorProcess } from '../../support/simulator.ts';
import { openSqliteBench } from '../../support/sqlite-bench.ts';

const AN = '099090000011';
const HANH = '099095000086';
const TUAN = '099092000103';
const APPLICANT: CaseActor = { kind: 'applicant' };

describe('Cases of other kinds', () => {
  const sqlite = freshBench(openSqliteBench);
  let simulator: SimulatorProcess;
  let bench: CaseBench;
  let now: number;
  let commune: OfficeId;
  let receiver: CaseActor;
  let decider: CaseActor;
  let requests = 0;
  before(async () => {
    simulator = await startSimulator();
  });
  after(async () => {
    assert.equal(await simulator.stop(), 0);
  });
  beforeEach(async () => {
    now = Date.now();
    await simulator.clearFaults();
    bench = caseBench({ stores: sqlite().stores, simulator: simulator.url, clock: () => now });
    commune = await bench.office('commune_police');
    receiver = await bench.officer(commune, 'receiving_officer');
    const authority = await bench.office('identification_authority');
    decider = await bench.officer(authority, 'deciding_authority');
  });

  const idOf = (outcome: OpenOutcome): CaseId => {
    if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
    return outcome.caseId;
  };

  async function applied(data: StepData, faceOf: string): Promise<CaseId> {
    requests += 1;
    const request = { actor: APPLICANT, data, requestId: `r${requests}` };
    const caseId = idOf(await bench.cases.open('citizen_level_1', request));
    assert.equal(idOf(await bench.cases.open('citizen_level_1', request)), caseId);
    const face = { face: await simulator.face(faceOf) };
    await bench.go(
      caseId,
      APPLICANT,
      ['contact_confirmed'],
      ['face_captured', face],
      ['submitted', { consent: 'yes' }],
    );
    return caseId;
  }

  async function goOn(caseId: CaseId) {
    const seen = await bench.stores.cases.find(caseId);
    return seen && bench.cases.goOn(seen);
  }

  const tuan = {
    number: TUAN,
    name: 'hoàng minh tuấn',
    birthdate: '1992-06-15',
    phone: '0912345678',
  };

  it('of level 1 are decided by the program, once the register answers', async () => {
    const caseId = await applied(tuan, TUAN);
    await simulator.addFault({ system: 'population', kind: 'down' });
    assert.equal(await goOn(caseId), 'waiting');
    const waiting = await bench.cases.view(caseId, APPLICANT);
    assert.equal(waiting?.status, 'running');
    assert.equal(waiting?.next.by, 'program');
    await simulator.clearFaults();
    now += 120_000;
    assert.equal(await goOn(caseId), 'taken');
    assert.equal((await bench.cases.view(caseId, APPLICANT))?.status, 'approved');
    const account = await bench.stores.accounts.findByIdentifier(TUAN);
    assert.equal(account?.level, 1);
    assert.equal(await goOn(caseId), 'nothing_to_do');
  });

  it('of level 1 refuse another face and another name alike, and tell neither', async () => {
    const otherFace = await applied(tuan, AN);
    await goOn(otherFace);
    const otherName = await applied({ ...tuan, name: 'Ai Khác' }, TUAN);
    await goOn(otherName);
    const nobody = await applied({ ...tuan, number: '099090000901' }, TUAN);
    await goOn(nobody);
    for (const caseId of [otherFace, otherName, nobody]) {
      const view = await bench.cases.view(caseId, APPLICANT);
      assert.equal(view?.refusal?.reason, 'data_not_matched');
      assert.deepEqual(view?.biometrics, {});
      assert.deepEqual(view?.applicant.documents, []);
    }
    assert.equal(await bench.stores.accounts.findByIdentifier(TUAN), undefined);
  });

  it('lock and unlock at once at the counter, and count an agency’s two terms', async () => {
    const an = await bench.persona(AN);
    const own = idOf(await bench.cases.open('own_lock', { actor: receiver, data: { number: AN } }));
    await bench.go(
      own,
      receiver,
      ['documents_checked', { document_shown: 'yes' }],
      ['carried_out', { consent: 'yes' }],
    );
    const data = {
      number: AN,
      agency: 'Viện kiểm sát nhân dân',
      document_number: '12/QĐ',
      document_date: '2026-11-20',
    };
    now = Date.parse('2026-11-16T03:00:00Z');
    const agency = idOf(await bench.cases.open('agency_lock', { actor: receiver, data }));
    await bench.go(
      agency,
      receiver,
      ['documents_checked', { document_shown: 'yes' }],
      ['completed'],
    );
    const holder: CaseActor = { kind: 'holder', accountId: an.id };
    assert.equal(await bench.cases.view(agency, holder), undefined);
    assert.equal((await bench.cases.view(agency, receiver))?.clock.dueOn, '2026-11-17');
    await bench.go(agency, receiver, ['forwarded']);
    assert.equal((await bench.cases.view(agency, receiver))?.clock.dueOn, '2026-11-18');
    await bench.go(agency, decider, ['approved']);
    const grounds = (await bench.stores.accounts.openLocks(an.id)).map(({ ground }) => ground);
    assert.deepEqual(grounds.toSorted(), ['authority_request', 'own_request']);
    const { signedOutAt = 0 } = (await bench.stores.accounts.findById(an.id)) ?? {};
    assert.ok(signedOutAt >= now, 'sessions from before have ended');

    const unlock = idOf(
      await bench.cases.open('own_unlock', { actor: receiver, data: { number: AN } }),
    );
    await bench.go(
      unlock,
      receiver,
      ['documents_checked', { document_shown: 'yes' }],
      ['face_captured', { face: await simulator.face(AN) }],
      ['fingerprints_captured', { fingerprints: await simulator.fingerprints(AN) }],
      ['carried_out', { consent: 'yes' }],
    );
    const left = await bench.stores.accounts.openLocks(an.id);
    assert.deepEqual(
      left.map(({ ground }) => ground),
      ['authority_request'],
    );
  });

  it('recover an account only after another person’s decision, and raise no level', async () => {
    const an = await bench.persona(AN);
    const caseId = idOf(
      await bench.cases.open('recovery', { actor: receiver, data: { number: AN } }),
    );
    await bench.go(
      caseId,
      receiver,
      ['documents_checked', { document_shown: 'yes' }],
      ['form_filled', { phone: '0987654321' }],
      ['face_captured', { face: await simulator.face(AN) }],
      ['fingerprints_captured', { fingerprints: await simulator.fingerprints(AN) }],
      ['completed'],
      ['forwarded'],
    );
    await bench.go(caseId, decider, ['approved']);
    const recovered = await bench.stores.accounts.findById(an.id);
    assert.equal(recovered?.activatedAt, undefined);
    assert.equal(recovered?.phone, '+84987654321');
    assert.ok((recovered?.coolDownUntil ?? 0) >= now + 24 * 60 * 60 * 1000);
    const [code = ''] = await bench.codes();
    const checked = await bench.activation.check({ number: AN, code, address: '192.0.2.1' });
    assert.deepEqual(checked.kind === 'accepted' && checked.needs, ['password', 'passkey']);
    const outcome = await bench.activation.activate({
      number: AN,
      code,
      address: '192.0.2.1',
      passwordHash: '$argon2id$new',
    });
    assert.equal(outcome.kind, 'activated');
    assert.equal((await bench.stores.accounts.findById(an.id))?.level, an.level);
  });

  it('recover an account whose activation code went astray, and none that others have locked', async () => {
    const { id, ...hanh } = await bench.persona(HANH);
    assert.equal(hanh.activatedAt, undefined);
    const request = { actor: receiver, data: { number: HANH } };
    const caseId = idOf(await bench.cases.open('recovery', request));
    await bench.go(
      caseId,
      receiver,
      ['documents_checked', { document_shown: 'yes' }],
      ['form_filled', { phone: '0987654322' }],
      ['face_captured', { face: await simulator.face(HANH) }],
      ['fingerprints_captured', { fingerprints: await simulator.fingerprints(HANH) }],
      ['completed'],
      ['forwarded'],
    );
    await bench.go(caseId, decider, ['approved']);
    assert.equal((await bench.stores.accounts.findById(id))?.phone, '+84987654322');

    const an = await bench.persona(AN);
    const lock = { ground: 'authority_request', lockedAt: now, liftedAt: undefined } as const;
    await bench.stores.accounts.addLock({ ...lock, id: 'lock_agency', accountId: an.id });
    const locked = await bench.cases.open('recovery', { actor: receiver, data: { number: AN } });
    const reason = locked.kind === 'not_eligible' && locked.refusal.reason;
    assert.equal(reason, 'locked_for_other_reasons', 'before anybody gives a fingerprint');
  });

  it('let no officer deal with a case of their own, and nobody who works there no more', async () => {
    const an = await bench.persona(AN);
    const staffId = 'staff_an' as const;
    const member = { id: staffId, accountId: an.id, officeId: commune, endedAt: undefined };
    await bench.stores.writer.apply([
      { kind: 'staff_added', member: { ...member, roles: ['receiving_officer'], since: now } },
    ]);
    const officer: CaseActor = { kind: 'staff', staffId, accountId: an.id };
    const request = { actor: officer, data: { number: AN } };
    assert.deepEqual(await bench.cases.open('own_unlock', request), {
      kind: 'not_eligible',
      refusal: { reason: 'no_such_lock', article: 'D69, Art. 15', explanation: undefined },
    });
    assert.deepEqual(await bench.cases.open('recovery', request), {
      kind: 'not_allowed',
      whyNot: 'own_case',
    });
    await bench.stores.writer.apply([{ kind: 'staff_ended', id: staffId, at: now }]);
    assert.deepEqual(
      await bench.cases.open('citizen_level_2', { ...request, data: { number: TUAN } }),
      {
        kind: 'not_allowed',
        whyNot: 'no_longer_staff',
      },
    );
  });
});
