import assert from 'node:assert/strict';

import type { Account } from '../../accounts/account.ts';
import type { CaseActor } from '../../enrolment/case.ts';
import { openKeeping, type OpenKeeping } from '../../enrolment/keeping/open-keeping.ts';
import { newId, type CaseId } from '../../ids.ts';
import { freshBench } from '../contract/engine.ts';
import { caseBench, type CaseBench } from '../support/case-bench.ts';
import { startSimulator, type SimulatorProcess } from '../support/simulator.ts';
import { openSqliteBench } from '../support/sqlite-bench.ts';

const TUAN = '099092000103';
const HOUR = 60 * 60 * 1000;
const HOLDERS = '+84987654321';
const THIEFS = '+84977000111';

/**
 * Somebody has made or taken an account of level 1 (a picture and a phone are enough for that), and the person whose it
 * should be goes to a counter for level 2.
 */
describe('a thief in the account of level 1 that becomes one of level 2', function () {
  this.timeout(60_000);
  const sqlite = freshBench(openSqliteBench);
  let simulator: SimulatorProcess;
  let bench: CaseBench;
  let open: OpenKeeping;
  let now: number;
  let account: Account;
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
    const clock = () => now;
    const { stores } = sqlite();
    bench = caseBench({ stores, simulator: simulator.url, clock });
    open = openKeeping({ stores, clock, notMeUri: 'https://id.example/not-me' });
    receiver = await bench.officer(await bench.office('commune_police'), 'receiving_officer');
    const authority = await bench.office('identification_authority');
    decider = await bench.officer(authority, 'deciding_authority');
    const model = await bench.persona('099090000011');
    const document = { type: 'identity_card', number: TUAN, expiry: '2040-01-01' } as const;
    const person = { identifier: TUAN, name: 'Hoàng Minh Tuấn', birthdate: '1992-06-15', document };
    account = { ...model, ...person, id: newId('acc'), level: 1, phone: '+84912000222' };
    await stores.writer.apply([
      { kind: 'account_added', account },
      { kind: 'password_set', accountId: account.id, hash: '$argon2id$old', only: 'any' },
    ]);
  });

  const whose = () => ({ accountId: account.id, event: {} });
  const current = async () =>
    (await bench.stores.accounts.findById(account.id)) ?? assert.fail('gone');

  async function approved(): Promise<CaseId> {
    const data = { number: TUAN };
    const outcome = await bench.cases.open('citizen_level_2', { actor: receiver, data });
    assert.ok(outcome.kind === 'opened', JSON.stringify(outcome));
    const { caseId } = outcome;
    await bench.go(
      caseId,
      receiver,
      ['documents_checked', { document_shown: 'yes' }],
      ['form_filled', { phone: HOLDERS }],
      ['face_captured', { face: await simulator.face(TUAN) }],
      ['fingerprints_captured', { fingerprints: await simulator.fingerprints(TUAN) }],
      ['consent_confirmed', { consent: 'yes' }],
      ['completed'],
      ['forwarded'],
    );
    await bench.go(caseId, decider, ['approved']);
    return caseId;
  }

  async function activate() {
    const [code = assert.fail('no code')] = await bench.codes();
    const request = { number: TUAN, code, address: '192.0.2.1', passwordHash: undefined };
    const outcome = await bench.activation.activate(request);
    assert.equal(outcome.kind, 'activated', JSON.stringify(outcome));
  }

  /** Where the messages went that hold a code for the activation, newest first. */
  async function codesSentTo(): Promise<readonly string[]> {
    const waiting = await bench.stores.deliveries.list({ limit: 100 });
    return waiting
      .map(({ payload }) => payload as { destination: string; text: string })
      .filter(({ text }) => /[0-9A-Z]{5}-[0-9A-Z]{5}\b(?!-)/.test(text))
      .map(({ destination }) => destination);
  }

  it('asked for a phone of their own before: it does not come', async () => {
    await open.keeping.changeContact(whose(), { kind: 'phone', value: THIEFS });
    await open.keeping.changeContact(whose(), { kind: 'email', value: 'thief@example.com' });
    now += 5 * HOUR;
    await approved();
    now += 20 * HOUR;
    await open.settleDue(10);
    const { phone, email } = await current();
    assert.deepEqual({ phone, email }, { phone: HOLDERS, email: undefined });
  });

  it('asked for a recovery from afar before: it does not come, activated or not', async () => {
    const thiefs = { way: 'proofing', passwordHash: '$argon2id$thief' } as const;
    await open.keeping.recover(whose(), thiefs);
    now += 5 * HOUR;
    await approved();
    await activate();
    now += 20 * HOUR;
    await open.settleDue(10);
    assert.equal(await bench.stores.accounts.passwordHash(account.id), '$argon2id$old');
    assert.equal((await current()).coolDownUntil, undefined);
  });

  it('changes the phone before the holder has activated: codes go to who was seen', async () => {
    const caseId = await approved();
    await open.keeping.changeContact(whose(), { kind: 'phone', value: THIEFS });
    await open.keeping.changeContact(whose(), { kind: 'email', value: 'thief@example.com' });
    now += 25 * HOUR;
    await open.settleDue(10);
    await bench.go(caseId, receiver, ['activation_renewed']);
    const sentTo = await codesSentTo();
    assert.deepEqual([...new Set(sentTo)], [HOLDERS], 'a new code');
    const [code = assert.fail('no code')] = await bench.codes();
    const checked = await bench.activation.check({ number: TUAN, code, address: '192.0.2.1' });
    assert.ok(checked.kind === 'accepted');
    assert.deepEqual(checked.reachedAt, { phone: HOLDERS, email: undefined });
    await activate();
    const { phone, email, level } = await current();
    assert.deepEqual({ phone, email, level }, { phone: HOLDERS, email: undefined, level: 2 });
  });

  it('kept the code of a notice: it locks nobody out of level 2', async () => {
    const { code } = await open.alarms.make({ accountId: account.id, since: now });
    now += HOUR;
    await approved();
    await activate();
    const spent = await open.alarms.spend({ typed: code, address: '192.0.2.9' });
    assert.ok(spent.kind === 'known');
    const used = await open.keeping.notMe(whose(), { since: spent.alarm.since, by: 'code' });
    assert.deepEqual(used, { kind: 'done', result: 'too_old' });
    assert.deepEqual(await bench.stores.accounts.openLocks(account.id), []);
  });

  it('knows the password: after a recovery in person no code of another case keeps it', async () => {
    await approved();
    const [level2 = assert.fail('no code')] = await bench.codes();
    const data = { number: TUAN };
    const recovery = await bench.cases.open('recovery', { actor: receiver, data });
    assert.ok(recovery.kind === 'opened', JSON.stringify(recovery));
    await bench.go(
      recovery.caseId,
      receiver,
      ['documents_checked', { document_shown: 'yes' }],
      ['form_filled', { phone: HOLDERS }],
      ['face_captured', { face: await simulator.face(TUAN) }],
      ['fingerprints_captured', { fingerprints: await simulator.fingerprints(TUAN) }],
      ['completed'],
      ['forwarded'],
    );
    await bench.go(recovery.caseId, decider, ['approved']);
    const request = { number: TUAN, code: level2, address: '192.0.2.1' } as const;
    const checked = await bench.activation.check(request);
    assert.deepEqual(checked.kind === 'accepted' && checked.needs, ['password', 'passkey']);
    const passwordHash = '$argon2id$holder';
    const outcome = await bench.activation.activate({ ...request, passwordHash });
    assert.equal(outcome.kind, 'activated');
    assert.equal(await bench.stores.accounts.passwordHash(account.id), passwordHash);
  });

  it('asks for a phone of their own just before the activation: it does not come after it', async () => {
    await approved();
    await open.keeping.changeContact(whose(), { kind: 'phone', value: THIEFS });
    now += HOUR;
    await activate();
    now += 24 * HOUR;
    await open.settleDue(10);
    assert.equal((await current()).phone, HOLDERS);
    assert.deepEqual(await bench.stores.pendingChanges.waitingOf(account.id), []);
  });
});
