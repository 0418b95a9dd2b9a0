import assert from 'node:assert/strict';

import type { Account } from '../../accounts/account.ts';
import type { CaseActor } from '../../enrolment/case.ts';
import { recoveryChannels } from '../../enrolment/keeping/recovery.ts';
import { openKeeping, type OpenKeeping } from '../../enrolment/keeping/open-keeping.ts';
import { newId, type CaseId } from '../../ids.ts';
import { freshBench } from '../contract/engine.ts';
import { caseBench, type CaseBench } from '../support/case-bench.ts';
import { samplePasskey } from '../unit/enrolment/keeping-bench.ts';
import { startSimulator, type SimulatorProcess } from '../support/simulator.ts';
import { openSqliteBench } from '../support/sqlite-bench.ts';

const AN = '099090000011';
const TUAN = '099092000103';
const HOUR = 60 * 60 * 1000;
const THIEFS_PHONE = '+84977000111';
const shown = { document_shown: 'yes' } as const;

/** Somebody was in an account, by whatever means, and its holder went to a counter. */
describe('a thief who was thrown out at a counter', function () {
  this.timeout(60_000);
  const sqlite = freshBench(openSqliteBench);
  let simulator: SimulatorProcess;
  let bench: CaseBench;
  let open: OpenKeeping;
  let now: number;
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
  });

  const whose = ({ id: accountId }: Account) => ({ accountId, event: {} });
  const current = async ({ id }: Account) =>
    (await bench.stores.accounts.findById(id)) ?? assert.fail('gone');

  async function opened(kind: 'recovery' | 'own_lock' | 'citizen_level_2', number: string) {
    const outcome = await bench.cases.open(kind, { actor: receiver, data: { number } });
    assert.ok(outcome.kind === 'opened', JSON.stringify(outcome));
    return outcome.caseId;
  }

  async function pictures(number: string) {
    return {
      face: { face: await simulator.face(number) },
      fingerprints: { fingerprints: await simulator.fingerprints(number) },
    };
  }

  async function recovered(number: string): Promise<CaseId> {
    const caseId = await opened('recovery', number);
    const { face, fingerprints } = await pictures(number);
    await bench.go(
      caseId,
      receiver,
      ['documents_checked', shown],
      ['form_filled', { phone: '0987654321' }],
      ['face_captured', face],
      ['fingerprints_captured', fingerprints],
      ['completed'],
      ['forwarded'],
    );
    await bench.go(caseId, decider, ['approved']);
    return caseId;
  }

  async function activate(number: string, passwordHash = '$argon2id$holder') {
    const [code = assert.fail('no code')] = await bench.codes();
    const request = { number, code, address: '192.0.2.1', passwordHash };
    const outcome = await bench.activation.activate(request);
    assert.equal(outcome.kind, 'activated');
    return code;
  }

  it('had asked for a recovery from afar: it does not come', async () => {
    const an = await bench.persona(AN);
    const thiefs = { way: 'proofing', passwordHash: '$argon2id$thief' } as const;
    await open.keeping.recover(whose(an), thiefs);
    now += 5 * HOUR;
    await recovered(AN);
    await activate(AN);
    now += 20 * HOUR;
    await open.settleDue(10);
    assert.equal(await bench.stores.accounts.passwordHash(an.id), '$argon2id$holder');
    assert.deepEqual(await bench.stores.pendingChanges.waitingOf(an.id), []);
  });

  async function lockedAtCounter(number: string, more: Readonly<Record<string, string>> = {}) {
    const caseId = await opened('own_lock', number);
    await bench.go(
      caseId,
      receiver,
      ['documents_checked', shown],
      ['carried_out', { consent: 'yes', ...more }],
    );
  }

  it('has the phone and its passkey: they open no lock of the counter, unless nothing was lost', async () => {
    const an = await bench.persona(AN);
    const passkey = samplePasskey(an, now);
    await open.keeping.keepPasskey(passkey, {}, an.signedOutAt);
    const unlock = () => open.keeping.unlock(whose(an), passkey);
    const tooLittle = { kind: 'refused', reason: 'nothing_to_lift' };
    now += HOUR;
    await lockedAtCounter(AN, { devices_held: 'yes' });
    assert.deepEqual(await unlock(), { kind: 'done', result: { kind: 'unlocked', locksLeft: 0 } });
    await open.keeping.lock(whose(an), 'precaution');
    // The phone was there when it was locked, and is gone now.
    await lockedAtCounter(AN);
    assert.deepEqual(await unlock(), {
      kind: 'done',
      result: { kind: 'unlocked', locksLeft: 1 },
    });
    assert.deepEqual(await unlock(), { kind: 'done', result: tooLittle });
    const kept = (await open.keeping.load(an.id)) ?? assert.fail('gone');
    const channels = recoveryChannels(kept, now).map(({ channel }) => channel);
    assert.equal(channels.includes('sms'), false);
    await lockedAtCounter(AN);
    assert.equal((await bench.stores.accounts.openLocks(an.id)).length, 1, 'said twice');
  });

  it('had asked for a recovery or a new phone: a lock at the counter stands above both', async () => {
    const an = await bench.persona(AN);
    await open.keeping.changeContact(whose(an), { kind: 'phone', value: THIEFS_PHONE });
    now += HOUR;
    const caseId = await opened('own_lock', AN);
    await bench.go(
      caseId,
      receiver,
      ['documents_checked', shown],
      ['carried_out', { consent: 'yes' }],
    );
    now += 24 * HOUR;
    await open.settleDue(10);
    assert.equal((await current(an)).phone, an.phone);

    const tuan = await bench.persona('099185000028');
    await open.keeping.recover(whose(tuan), { way: 'proofing', passwordHash: '$argon2id$thief' });
    now += HOUR;
    const lock = await opened('own_lock', '099185000028');
    await bench.go(
      lock,
      receiver,
      ['documents_checked', shown],
      ['carried_out', { consent: 'yes' }],
    );
    now += 24 * HOUR;
    await open.settleDue(10);
    assert.equal((await bench.stores.accounts.openLocks(tuan.id)).length, 1);
    assert.notEqual(await bench.stores.accounts.passwordHash(tuan.id), '$argon2id$thief');
  });

  it('kept the code of a notice: it locks nobody out, before the activation and after it', async () => {
    const an = await bench.persona(AN);
    const { code } = await open.alarms.make({ accountId: an.id, since: now });
    const other = await open.alarms.make({ accountId: an.id, since: now });
    now += HOUR;
    await recovered(AN);
    const use = async (typed: string) => {
      const spent = await open.alarms.spend({ typed, address: '192.0.2.9' });
      assert.ok(spent.kind === 'known');
      return open.keeping.notMe(whose(an), { since: spent.alarm.since, by: 'code' });
    };
    assert.deepEqual(await use(code), { kind: 'done', result: 'too_old' });
    await activate(AN);
    assert.deepEqual(await use(other.code), { kind: 'done', result: 'too_old' });
    assert.deepEqual(await bench.stores.accounts.openLocks(an.id), []);
    // What is sent from now on works.
    const fresh = await open.alarms.make({ accountId: an.id, since: now });
    assert.notDeepEqual(await use(fresh.code), { kind: 'done', result: 'too_old' });
    assert.equal((await bench.stores.accounts.openLocks(an.id)).length, 1);
  });

  it('had put a mail box of their own beside the phone: what was given in person is all there is', async () => {
    const an = await bench.persona(AN);
    const writes = [
      { kind: 'account_changed', seen: an, account: { ...an, email: 'thief@example.com' } },
    ] as const;
    await bench.stores.writer.apply(writes);
    await recovered(AN);
    const { phone, email } = await current(an);
    assert.deepEqual({ phone, email }, { phone: '+84987654321', email: undefined });
  });

  it('had planted a passkey at level 1: at level 2 it opens nothing, nor do their sessions', async () => {
    const level1 = { ...(await bench.persona(AN)), id: newId('acc'), level: 1 } as const;
    const person = { identifier: TUAN, name: 'Hoàng Minh Tuấn', birthdate: '1992-06-15' };
    const document = { type: 'identity_card', number: TUAN, expiry: '2040-01-01' } as const;
    const account: Account = { ...level1, ...person, document, phone: '+84912000222' };
    const base = { accountId: account.id, publicKey: 'AAAA', counter: 0, transports: [] } as const;
    const more = { aaguid: '00000000-0000-0000-0000-000000000000', attestationFormat: 'none' };
    const flags = { backupEligible: true, backedUp: true, createdAt: now } as const;
    const last = { lastUsedAt: undefined, removedAt: undefined, name: 'Máy' } as const;
    const [own, planted] = ['own', 'planted'].map((credentialId) => {
      return { ...base, ...more, ...flags, ...last, id: newId('pk'), credentialId };
    });
    assert.ok(own && planted);
    await bench.stores.writer.apply([
      { kind: 'account_added', account },
      { kind: 'password_set', accountId: account.id, hash: '$argon2id$old', only: 'any' },
      { kind: 'passkey_added', passkey: own, most: 10, signedOutAt: undefined },
      { kind: 'passkey_added', passkey: planted, most: 10, signedOutAt: undefined },
    ]);
    now += HOUR;
    const caseId = await opened('citizen_level_2', TUAN);
    const { face, fingerprints } = await pictures(TUAN);
    await bench.go(
      caseId,
      receiver,
      ['documents_checked', shown],
      ['form_filled', { phone: '0987654321' }],
      ['face_captured', face],
      ['fingerprints_captured', fingerprints],
      ['consent_confirmed', { consent: 'yes' }],
      ['completed'],
      ['forwarded'],
    );
    await bench.go(caseId, decider, ['approved']);
    const [code = assert.fail('no code')] = await bench.codes();
    const asked = { number: TUAN, code, address: '192.0.2.1' } as const;
    const checked = await bench.activation.check(asked);
    assert.deepEqual(checked.kind === 'accepted' && checked.needs, []);
    const confirmed = { ...asked, passwordHash: undefined, confirmedWith: own.id };
    assert.equal((await bench.activation.activate(confirmed)).kind, 'activated');
    const left = await bench.stores.passkeys.listByAccount(account.id);
    assert.deepEqual(
      left.map(({ id }) => id),
      [own.id],
    );
    const raised = await current(account);
    assert.equal(raised.level, 2);
    const told = await bench.stores.notices.ofAccount(account.id, 10);
    assert.ok(told.some(({ kind }) => kind === 'passkey_removed'));
  });
});
