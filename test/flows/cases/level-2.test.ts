import assert from 'node:assert/strict';

import { verifiedIdentity } from '../../../accounts/verified-identity.ts';
import type { CaseActor } from '../../../enrolment/case.ts';
import type { StepData } from '../../../enrolment/cases/cases.ts';
import { newId, type CaseId, type OfficeId } from '../../../ids.ts';
import { freshBench } from '../../contract/engine.ts';
import { caseBench, type CaseBench } from '../../support/case-bench.ts';
import { startSimulator, type SimulatorProcess } from '../../support/simulator.ts';
import { openSqliteBench } from '../../support/sqlite-bench.ts';

const MAI = '099188000093';
const TUAN = '099092000103';
const DUC = '099218000109';
const LAN = '099321000116';
const CHAU = '099312000208';

describe('A case of level 2', () => {
  const sqlite = freshBench(openSqliteBench);
  let simulator: SimulatorProcess;
  let bench: CaseBench;
  let now: number;
  let commune: OfficeId;
  let authority: OfficeId;
  let receiver: CaseActor;
  let decider: CaseActor;
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
    authority = await bench.office('identification_authority');
    decider = await bench.officer(authority, 'deciding_authority');
  });

  const pictures = async (number: string) => ({
    face: { face: await simulator.face(number) },
    fingerprints: { fingerprints: await simulator.fingerprints(number) },
  });

  async function opened(number: string, more: StepData = {}): Promise<CaseId> {
    const data = { number, ...more };
    const outcome = await bench.cases.open('citizen_level_2', { actor: receiver, data });
    assert.equal(outcome.kind, 'opened', JSON.stringify(outcome));
    return outcome.kind === 'opened' ? outcome.caseId : 'case_none';
  }

  async function proofed(caseId: CaseId, number: string, form: StepData): Promise<void> {
    const { face, fingerprints } = await pictures(number);
    await bench.go(
      caseId,
      receiver,
      ['documents_checked', { document_shown: 'yes' }],
      ['form_filled', form],
      ['face_captured', face],
      ['fingerprints_captured', fingerprints],
      ['consent_confirmed', { consent: 'yes' }],
    );
  }

  it('goes from the counter to an activated account', async () => {
    const caseId = await opened(TUAN);
    await proofed(caseId, TUAN, { phone: '0912345678', email: 'tuan@example.vn' });
    await bench.go(caseId, receiver, ['completed'], ['forwarded']);
    const running = await bench.cases.view(caseId, receiver);
    assert.equal(running?.clock.limit?.days, 3);
    assert.equal(running?.next.by, 'authority');
    await bench.go(caseId, decider, ['approved']);

    const issued = await bench.stores.accounts.findByIdentifier(TUAN);
    assert.equal(issued?.level, 2);
    assert.equal(issued?.activatedAt, undefined);
    const [code = ''] = await bench.codes();
    const checked = await bench.activation.check({ number: TUAN, code, address: '192.0.2.1' });
    assert.deepEqual(checked.kind === 'accepted' && checked.needs, ['password', 'passkey']);
    const request = { number: TUAN, code, address: '192.0.2.1', passwordHash: '$argon2id$test' };
    const many = await Promise.all([1, 2, 3, 4].map(() => bench.activation.activate(request)));
    assert.equal(many.filter(({ kind }) => kind === 'activated').length, 1);
    const active = await bench.stores.accounts.findByIdentifier(TUAN);
    assert.equal(active?.activatedAt, now);
    assert.equal((await bench.cases.view(caseId, receiver))?.status, 'done');
    assert.equal(
      (await bench.activation.check({ number: TUAN, code, address: '192.0.2.1' })).kind,
      'wrong',
    );
  });

  it('makes of an account of level 1 one whose identity was verified when that was decided', async () => {
    const made = now;
    const mai = await bench.persona(MAI);
    const low = { ...mai, id: newId('acc'), level: 1, identifier: TUAN, phone: undefined } as const;
    await bench.stores.writer.apply([{ kind: 'account_added', account: low }]);
    now = made + 30 * 86_400_000;
    const caseId = await opened(TUAN);
    await proofed(caseId, TUAN, { phone: '0912345678' });
    await bench.go(caseId, receiver, ['completed'], ['forwarded']);
    await bench.go(caseId, decider, ['approved']);
    const verifiedAt = async () => {
      const account = await bench.stores.accounts.findByIdentifier(TUAN);
      return Date.parse(String(account && verifiedIdentity(account, now)?.verification['time']));
    };
    const seconds = (ms: number) => ms - (ms % 1_000);
    assert.equal(await verifiedAt(), seconds(made));
    const decided = now;
    now += 86_400_000;
    const [code = ''] = await bench.codes();
    const request = { number: TUAN, code, address: '192.0.2.1', passwordHash: '$argon2id$test' };
    assert.equal((await bench.activation.activate(request)).kind, 'activated');
    assert.equal(await verifiedAt(), seconds(decided));
  });

  it('is not decided by who received it, nor twice, nor by another office', async () => {
    const both = await bench.officer(authority, 'deciding_authority', 'receiving_officer');
    const caseId = await opened(TUAN);
    await proofed(caseId, TUAN, { phone: '0912345678' });
    assert.deepEqual(await bench.try(caseId, receiver, 'approved'), {
      kind: 'not_allowed',
      whyNot: 'not_this_office',
    });
    assert.equal((await bench.try(caseId, both, 'completed')).kind, 'not_found');
    const stranger = await bench.officer(await bench.office('commune_police'), 'receiving_officer');
    assert.equal(await bench.cases.view(caseId, stranger), undefined);
    await bench.go(caseId, receiver, ['completed'], ['forwarded']);
    const seen = await bench.cases.view(caseId, decider);
    const common = { caseId, seenVersion: seen?.version ?? 0, actor: decider, data: {} };
    const approve = () => bench.cases.take({ ...common, step: 'approved' });
    const decisions = await Promise.all([approve(), approve()]);
    assert.deepEqual(decisions.map(({ kind }) => kind).toSorted(), ['outdated', 'taken']);
    assert.equal((await bench.try(caseId, decider, 'refused')).kind, 'not_allowed');
  });

  it('tells the slower of two officers who was quicker, and takes a lost answer again', async () => {
    const caseId = await opened(TUAN);
    const other = await bench.officer(commune, 'receiving_officer');
    const data = { document_shown: 'yes' };
    const common = { caseId, seenVersion: 1, step: 'documents_checked', data } as const;
    const request = { ...common, actor: receiver, requestId: 'one' };
    assert.equal((await bench.cases.take(request)).kind, 'taken');
    assert.deepEqual(await bench.cases.take(request), { kind: 'taken', caseId, version: 2 });
    assert.deepEqual(await bench.cases.take({ ...common, actor: other, requestId: 'two' }), {
      kind: 'outdated',
      step: 'documents_checked',
      actor: receiver,
      at: now,
    });
  });

  it('pauses while something is missing, and keeps what is left of its time', async () => {
    now = Date.parse('2026-11-16T03:00:00Z');
    const caseId = await opened(TUAN);
    await proofed(caseId, TUAN, { phone: '0912345678' });
    await bench.go(caseId, receiver, ['completed']);
    assert.equal((await bench.cases.view(caseId, receiver))?.clock.dueOn, '2026-11-19');
    now = Date.parse('2026-11-17T03:00:00Z');
    await bench.go(caseId, receiver, ['found_incomplete']);
    assert.equal((await bench.cases.view(caseId, receiver))?.clock.daysLeft, 2);
    now = Date.parse('2026-11-20T03:00:00Z');
    await bench.go(caseId, receiver, ['supplemented']);
    const resumed = await bench.cases.view(caseId, receiver);
    assert.equal(resumed?.clock.dueOn, '2026-11-25');
    now = Date.parse('2026-11-26T03:00:00Z');
    assert.equal((await bench.cases.view(caseId, receiver))?.clock.state, 'overdue');
  });

  it('takes a child of 8 with the mother, and refuses one of 5', async () => {
    const mother = await bench.persona(MAI);
    const alone = await bench.cases.open('citizen_level_2', {
      actor: receiver,
      data: { number: DUC },
    });
    assert.equal(alone.kind === 'not_eligible' && alone.refusal.reason, 'guardian_needed');
    const small = await bench.cases.open('citizen_level_2', {
      actor: receiver,
      data: { number: LAN, guardian_number: MAI },
    });
    assert.equal(small.kind === 'not_eligible' && small.refusal.reason, 'under_6_never_level_2');
    const caseId = await opened(DUC, { guardian_number: MAI });
    await bench.go(caseId, receiver, ['guardian_present', { guardian_attends: 'yes' }]);
    await proofed(caseId, DUC, {});
    await bench.go(caseId, receiver, ['completed'], ['forwarded']);
    await bench.go(caseId, decider, ['approved']);
    const child = await bench.stores.accounts.findByIdentifier(DUC);
    assert.equal(child?.phone, undefined);
    assert.equal(child?.guardianId, mother.id);
    const between = child && (await bench.stores.guardianships.find(mother.id, child.id));
    assert.equal(between?.basis, 'parent');
    const [code = ''] = await bench.codes();
    const checked = await bench.activation.check({ number: DUC, code, address: '192.0.2.1' });
    assert.deepEqual(checked.kind === 'accepted' && checked.needs, []);
  });

  it('reaches who is 14 or more by their own contact, whoever comes with them', async () => {
    await bench.persona(MAI);
    const birthdate = `${new Date(now).getUTCFullYear() - 15}-01-01`;
    await simulator.change(CHAU, { change: 'record_changed', birthdate });
    const caseId = await opened(CHAU, { guardian_number: MAI });
    await bench.go(caseId, receiver, ['guardian_present', { guardian_attends: 'yes' }]);
    await bench.go(caseId, receiver, ['documents_checked', { document_shown: 'yes' }]);
    assert.deepEqual(await bench.try(caseId, receiver, 'form_filled', {}), {
      kind: 'invalid',
      fields: { phone: 'missing' },
    });
    await bench.go(caseId, receiver, ['form_filled', { phone: '0977000208' }]);
    const { face, fingerprints } = await pictures(CHAU);
    await bench.go(
      caseId,
      receiver,
      ['face_captured', face],
      ['fingerprints_captured', fingerprints],
      ['consent_confirmed', { consent: 'yes' }],
      ['completed'],
      ['forwarded'],
    );
    await bench.go(caseId, decider, ['approved']);
    const account = await bench.stores.accounts.findByIdentifier(CHAU);
    assert.equal(account?.phone, '+84977000208', 'where codes go at that age');
  });

  it('writes nothing while the matcher is down, and once when its answer was lost', async () => {
    const caseId = await opened(TUAN);
    const { face } = await pictures(TUAN);
    await bench.go(caseId, receiver, ['documents_checked', { document_shown: 'yes' }]);
    await simulator.addFault({ system: 'matcher', kind: 'down' });
    assert.deepEqual(await bench.try(caseId, receiver, 'face_captured', face), {
      kind: 'unknown_for_now',
      system: 'matcher',
    });
    assert.equal((await bench.cases.view(caseId, receiver))?.version, 2);
    await simulator.clearFaults();
    now += 120_000;
    const before = (await simulator.matches()).length;
    await simulator.addFault({ system: 'matcher', kind: 'lost_answer', times: 1 });
    const first = await bench.try(caseId, receiver, 'face_captured', face);
    if (first.kind !== 'taken') await bench.go(caseId, receiver, ['face_captured', face]);
    assert.equal((await simulator.matches()).length, before + 1);
    assert.equal((await bench.cases.view(caseId, receiver))?.biometrics.face, 'match');
  });
});
