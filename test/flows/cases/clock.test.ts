import assert from 'node:assert/strict';

import type { Account } from '../../../accounts/account.ts';
import { accountState } from '../../../accounts/account-state.ts';
import { mayActFor } from '../../../accounts/guardianship-rules.ts';
import { dateInVietNam } from '../../../accounts/vietnam-date.ts';
import { openStateRegisters } from '../../../adapters/registers/open-state-registers.ts';
import type { CaseActor, CaseKind } from '../../../enrolment/case.ts';
import type { StepData } from '../../../enrolment/cases/cases.ts';
import { openKeeping } from '../../../enrolment/keeping/open-keeping.ts';
import { roundsOf, type RoundSources } from '../../../enrolment/rounds/rounds.ts';
import { dayAfter } from '../../../enrolment/working-days.ts';
import type { CaseId } from '../../../ids.ts';
import { caseBench, type CaseBench } from '../../support/case-bench.ts';
import { APPLICANT, CASE_PLANS } from '../../support/case-plans.ts';
import { startSimulator, type SimulatorProcess } from '../../support/simulator.ts';
import { freshAccountBench } from '../../unit/accounts/account-bench.ts';
import { roundsBench, type RoundsBench } from '../../unit/enrolment/rounds-bench.ts';

const NAKAMURA = 'F00000000107';
const SHOWN = { document_shown: 'yes' };

/** Real stores, services and rounds, the simulator as the State, and one clock for all of SenID. */
describe('Time that goes by', function () {
  this.timeout(120_000);
  const fresh = freshAccountBench();
  let simulator: SimulatorProcess;
  let time: RoundsBench;
  let bench: CaseBench;
  let receiver: CaseActor;
  let immigration: CaseActor;
  let decider: CaseActor;
  let rounds: ReturnType<typeof roundsOf>;
  before(async () => {
    simulator = await startSimulator({ day: '2026-02-10' });
  });
  after(async () => {
    assert.equal(await simulator.stop(), 0);
  });
  beforeEach(async () => {
    await simulator.clearFaults();
    time = roundsBench(fresh());
    const { stores, clock } = time;
    bench = caseBench({ stores, simulator: simulator.url, clock });
    const patience = { attemptMs: 4_000, totalMs: 8_000, attempts: 2 };
    const registers = openStateRegisters({
      url: simulator.url,
      clock,
      patience,
      onOutcome: () => {},
    });
    const { settleDue } = openKeeping({ stores, clock, notMeUri: 'http://localhost/not-me' });
    const sources: RoundSources = { ...stores, clock, registers, settleDue, program: bench.cases };
    rounds = roundsOf(sources);
  });

  /** It is that day, eight in the morning in Viet Nam, and the program has done what there is to do. */
  async function comes(date: string): Promise<void> {
    time.moveTo(`${date}T08:00+07:00`);
    for (const { name, run } of rounds) {
      let turns = 0;
      while ((await run()) === 'more') assert.ok((turns += 1) < 200, name);
    }
  }
  async function daysGoBy(from: string, to: string): Promise<void> {
    for (let day = from; day <= to; day = dayAfter(day, 1)) await comes(day);
  }
  async function staffed(): Promise<void> {
    receiver = await bench.officer(await bench.office('commune_police'), 'receiving_officer');
    immigration = await bench.officer(await bench.office('immigration'), 'receiving_officer');
    const authority = await bench.office('identification_authority');
    decider = await bench.officer(authority, 'deciding_authority');
  }
  async function opened(kind: CaseKind, actor: CaseActor, data: StepData): Promise<CaseId> {
    const outcome = await bench.cases.open(kind, { actor, data });
    if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
    return outcome.caseId;
  }
  async function atCounter(kind: CaseKind, actor: CaseActor, data: StepData, number: string) {
    const caseId = await opened(kind, actor, data);
    await bench.go(
      caseId,
      actor,
      ['documents_checked', SHOWN],
      ['form_filled', { phone: '0912345679' }],
      ['face_captured', { face: await simulator.face(number) }],
      ['fingerprints_captured', { fingerprints: await simulator.fingerprints(number) }],
      ['consent_confirmed', { consent: 'yes' }],
      ['completed'],
    );
    return caseId;
  }
  const clockOf = async (caseId: CaseId, viewer: CaseActor) => {
    const { state, dueOn } = (await bench.cases.view(caseId, viewer))?.clock ?? {};
    return [state, dueOn];
  };
  const now = async ({ id }: Account) =>
    (await time.stores.accounts.findById(id)) ?? assert.fail('no account');
  const state = async (account: Account) => {
    const locks = await time.stores.accounts.openLocks(account.id);
    return accountState(await now(account), locks, time.clock()).kind;
  };

  it('over Tết stands still for working days, and a term that paused has lost none', async () => {
    await comes('2026-02-12');
    await staffed();
    const caseId = await atCounter(
      'foreigner_level_2',
      immigration,
      { passport: 'M00000107' },
      NAKAMURA,
    );
    assert.deepEqual(await clockOf(caseId, immigration), ['running', '2026-02-24']);
    await comes('2026-02-13');
    const level1 = await opened('citizen_level_1', APPLICANT, CASE_PLANS['level-1'].data);
    const face = await simulator.face(CASE_PLANS['level-1'].number);
    await simulator.addFault({ system: 'population', kind: 'down' });
    await bench.go(
      level1,
      APPLICANT,
      ['contact_confirmed'],
      ['face_captured', { face }],
      ['submitted', { consent: 'yes' }],
    );
    await bench.go(caseId, immigration, ['found_incomplete']);
    assert.deepEqual(await clockOf(caseId, immigration), ['paused', undefined]);
    await daysGoBy('2026-02-14', '2026-02-22');
    // The register was down all through the holiday: neither yes nor no, and nothing is late.
    assert.deepEqual(await clockOf(level1, APPLICANT), ['running', '2026-02-23']);
    assert.equal((await bench.cases.view(level1, APPLICANT))?.status, 'running');
    await comes('2026-02-23');
    await bench.go(caseId, immigration, ['supplemented']);
    assert.deepEqual(await clockOf(caseId, immigration), ['running', '2026-02-25']);
    await comes('2026-02-24');
    assert.deepEqual(await clockOf(level1, APPLICANT), ['overdue', '2026-02-23']);
    await simulator.clearFaults();
    await comes('2026-02-25');
    assert.equal((await bench.cases.view(level1, APPLICANT))?.status, 'approved');
    assert.deepEqual(await clockOf(caseId, immigration), ['due_soon', '2026-02-25']);
    await bench.go(caseId, immigration, ['forwarded']);
    await bench.go(caseId, decider, ['approved']);
    const told = await time.stores.notices.ofCase(caseId);
    assert.deepEqual(told.map(({ kind }) => kind).toSorted(), [
      'application_approved',
      'application_complete',
      'application_complete',
      'application_incomplete',
      'application_received',
    ]);
    const due = told.flatMap(({ parameters }) => parameters['dueAt'] ?? []);
    assert.deepEqual(
      due.map((each) => dateInVietNam(Number(each))).toSorted(),
      ['2026-02-24', '2026-02-25'],
      'each tells of another day',
    );
  });

  it('counts a Saturday that is made up for', async () => {
    await comes('2026-08-20');
    await staffed();
    const tuan = CASE_PLANS.citizen.number;
    const caseId = await atCounter('citizen_level_2', receiver, { number: tuan }, tuan);
    assert.deepEqual(await clockOf(caseId, receiver), ['running', '2026-08-24']);
    await comes('2026-08-22');
    assert.deepEqual(await clockOf(caseId, receiver), ['due_soon', '2026-08-24']);
    await comes('2026-08-25');
    assert.deepEqual(await clockOf(caseId, receiver), ['overdue', '2026-08-24']);
  });

  it('ends a foreigner’s account on the day, under two locks, and opens it when all three are gone', async () => {
    await comes('2026-03-02');
    await staffed();
    const account = await time.person({
      identifier: NAKAMURA,
      subjectType: 'foreigner',
      document: { type: 'passport', number: 'M00000107', expiry: '2031-01-01' },
      residencePermit: { type: 'residence_card', number: 'TT0000107', expiry: '2026-04-10' },
    });
    await simulator.change(NAKAMURA, { change: 'document_renewed', expiry: '2026-04-10' });
    await daysGoBy('2026-03-03', '2026-04-01');
    assert.equal(await state(account), 'active');
    const data = {
      number: NAKAMURA,
      agency: 'Viện kiểm sát nhân dân',
      document_number: '12/QĐ',
      document_date: '2026-03-30',
    };
    const asked = await opened('agency_lock', receiver, data);
    await bench.go(asked, receiver, ['documents_checked', SHOWN], ['completed'], ['forwarded']);
    await bench.go(asked, decider, ['approved']);
    const own = await opened('own_lock', receiver, { number: NAKAMURA });
    await bench.go(
      own,
      receiver,
      ['documents_checked', SHOWN],
      ['carried_out', { consent: 'yes' }],
    );
    await daysGoBy('2026-04-02', '2026-04-11');
    const signedOutAt = (await now(account)).signedOutAt ?? 0;
    assert.equal(dateInVietNam(signedOutAt), '2026-04-11', 'the day after the last one');
    const warned = (await time.told(account)).filter((kind) => kind.startsWith('document_'));
    assert.deepEqual(
      warned.filter((kind) => kind !== 'document_renewed'),
      ['document_expiring 30', 'document_expiring 7', 'document_expiring 1', 'document_expired'],
    );
    await simulator.change(NAKAMURA, { change: 'document_renewed', expiry: '2028-04-10' });
    await comes('2026-04-13');
    assert.equal(await state(account), 'locked');
    const [lock] = (await time.stores.accounts.openLocks(account.id)).filter(
      ({ ground }) => ground === 'authority_request',
    );
    const lifting = { ...data, document_number: '15/QĐ', document_date: '2026-04-12' };
    const unlock = await opened('agency_unlock', receiver, lifting);
    await bench.go(
      unlock,
      receiver,
      ['documents_checked', { ...SHOWN, lock_id: lock?.id ?? '' }],
      ['completed'],
      ['forwarded'],
    );
    await bench.go(unlock, decider, ['approved']);
    assert.equal(await state(account), 'locked');
    const lifted = await opened('own_unlock', receiver, { number: NAKAMURA });
    await bench.go(
      lifted,
      receiver,
      ['documents_checked', SHOWN],
      ['face_captured', { face: await simulator.face(NAKAMURA) }],
      ['fingerprints_captured', { fingerprints: await simulator.fingerprints(NAKAMURA) }],
      ['carried_out', { consent: 'yes' }],
    );
    assert.equal(await state(account), 'active');
    await daysGoBy('2026-04-14', '2026-04-16');
    const told = (await time.told(account)).filter((kind) => kind.startsWith('account_'));
    // Some were told in the same moment.
    assert.deepEqual(told.toSorted(), [
      'account_locked',
      'account_locked',
      'account_still_locked',
      'account_unlocked',
    ]);
  });

  it('opens an account that has ended by itself, as soon as the renewal is reported', async () => {
    await comes('2026-05-04');
    const expiry = '2026-05-06';
    const account = await time.person({
      identifier: NAKAMURA,
      subjectType: 'foreigner',
      document: { type: 'passport', number: 'M00000107', expiry: '2031-01-01' },
      residencePermit: { type: 'residence_card', number: 'TT0000107', expiry },
    });
    await simulator.change(NAKAMURA, { change: 'document_renewed', expiry });
    await daysGoBy('2026-05-05', '2026-05-06');
    assert.equal(await state(account), 'active', 'through its last day');
    await comes('2026-05-07');
    assert.equal(await state(account), 'document_expired');
    await simulator.change(NAKAMURA, { change: 'document_renewed', expiry: '2028-05-06' });
    await comes('2026-05-08');
    assert.equal(await state(account), 'active');
    assert.equal((await now(account)).residencePermit?.expiry, '2028-05-06');
  });

  it('on the 14th birthday ends the mother’s acting, and neither the child’s own sessions nor that she is the mother', async () => {
    await comes('2026-06-08');
    const mother = await time.person({ identifier: '099188000093' });
    const father = await time.person();
    const child = await time.ward(mother, { birthdate: '2012-06-10' });
    await time.tie(father, child);
    const acts = async () => {
      const [tie] = await time.stores.guardianships.ofWard(child.id);
      const persons = { ward: await now(child), actor: mother };
      return tie !== undefined && mayActFor(tie, persons, dateInVietNam(time.clock()));
    };
    await comes('2026-06-09');
    assert.deepEqual([await acts(), await state(child)], [true, 'too_young']);
    await daysGoBy('2026-06-10', '2026-06-12');
    assert.deepEqual([await acts(), await state(child)], [false, 'active']);
    assert.equal(await time.signedOut(child), false, 'what is the child’s own goes on');
    assert.deepEqual(await time.told(child), ['age_reached 14']);
    assert.equal((await time.stores.guardianships.ofWard(child.id)).length, 2);
    assert.equal(await time.signedOut(mother), false);
  });
});
