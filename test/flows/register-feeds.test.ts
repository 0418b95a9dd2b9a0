import assert from 'node:assert/strict';

import type { Account } from '../../accounts/account.ts';
import { accountState } from '../../accounts/account-state.ts';
import { openStateRegisters } from '../../adapters/registers/open-state-registers.ts';
import { followFeed, type FeedOutcome } from '../../enrolment/rounds/feed-round.ts';
import type { RegisterName, StateRegisters } from '../../enrolment/registers.ts';
import { newId } from '../../ids.ts';
import { startSimulator, type SimulatorProcess } from '../support/simulator.ts';
import { freshAccountBench } from '../unit/accounts/account-bench.ts';
import { roundsBench, type RoundsBench } from '../unit/enrolment/rounds-bench.ts';

const AN = '099090000011';
const BINH = '099185000028';
const CUONG = '099080000055';
const PARK = 'F00000000062';
const KIM = 'F00000000031';
const MAI = '099188000093';
const CHILD = '099218000109';
const PATIENCE = { attemptMs: 4_000, totalMs: 8_000, attempts: 3 };
const HASTY = { attemptMs: 150, totalMs: 400, attempts: 2 };

describe('What registers tell by themselves', function () {
  this.timeout(120_000);
  const fresh = freshAccountBench();
  let simulator: SimulatorProcess;
  let bench: RoundsBench;
  beforeEach(async () => {
    simulator = await startSimulator();
    bench = roundsBench(fresh());
  });
  afterEach(async () => {
    assert.equal(await simulator.stop(), 0);
  });

  const registers = (patience = PATIENCE): StateRegisters =>
    openStateRegisters({
      url: simulator.url,
      clock: () => bench.clock(),
      patience,
      onOutcome: () => {},
    });
  const follow = (register: RegisterName, from = registers()): Promise<FeedOutcome> =>
    followFeed({ ...bench.stores, registers: from, clock: bench.clock }, register);
  const now = async ({ id }: Account): Promise<Account> =>
    (await bench.stores.accounts.findById(id)) ?? assert.fail('no account');
  const state = async (account: Account) => {
    const locks = await bench.stores.accounts.openLocks(account.id);
    return accountState(await now(account), locks, bench.clock()).kind;
  };
  /** As the register has them, so that the first event changes only what happened. */
  const inStep = async (person: Account, register: RegisterName) => {
    assert.equal(await follow(register), 'up_to_date');
    return now(person);
  };

  it('opens a foreigner’s account when the residence card is renewed, and tells so once', async () => {
    const document = { type: 'residence_card', number: 'TT0000062', expiry: '2025-01-01' } as const;
    const park = await bench.person({
      identifier: PARK,
      subjectType: 'foreigner',
      document: { type: 'passport', number: 'M0', expiry: '2031-01-01' },
      residencePermit: document,
    });
    assert.equal(await state(park), 'document_expired');
    const expiry = '2030-06-30';
    const renewed = { change: 'document_renewed', document: 'residence_permit', expiry };
    await simulator.change(PARK, renewed);
    assert.equal(await follow('immigration'), 'up_to_date');
    assert.equal(await state(park), 'active');
    assert.equal((await now(park)).residencePermit?.expiry, expiry);
    const told = await bench.told(park);
    assert.ok(told.includes('document_renewed'), told.join());
    const { version } = await now(park);
    assert.equal(await follow('immigration'), 'up_to_date');
    assert.equal((await now(park)).version, version);
    assert.deepEqual(await bench.told(park), told);
  });

  it('locks for a retained card, lifts that lock alone when it is returned', async () => {
    const an = await bench.person({ identifier: AN });
    const own = { id: newId('lock'), accountId: an.id, ground: 'own_request' } as const;
    await bench.stores.accounts.addLock({ ...own, lockedAt: 1, liftedAt: undefined });
    await simulator.change(AN, { change: 'document_retained' });
    assert.equal(await follow('population'), 'up_to_date');
    const locks = await bench.stores.accounts.openLocks(an.id);
    assert.deepEqual(
      locks.map(({ ground, requester }) => [ground, requester]),
      [
        ['own_request', undefined],
        ['card_revoked_or_retained', 'register'],
      ],
    );
    assert.notEqual((await now(an)).signedOutAt, undefined);
    bench.elapse(1);
    await simulator.change(AN, { change: 'document_returned' });
    await follow('population');
    const left = await bench.stores.accounts.openLocks(an.id);
    assert.deepEqual(
      left.map(({ ground }) => ground),
      ['own_request'],
    );
    const told = (await bench.told(an)).filter((kind) => kind.startsWith('account_'));
    assert.deepEqual(told, ['account_locked', 'account_still_locked']);
  });

  it('locks for death for ever, ends guardianships both ways, and tells the dead nothing', async () => {
    const binh = await bench.person({ identifier: BINH });
    const child = await bench.ward(binh, { birthdate: '2018-01-01' });
    await inStep(binh, 'population');
    await simulator.change(BINH, { change: 'died' });
    await follow('population');
    assert.equal(await state(binh), 'locked');
    const [lock] = await bench.stores.accounts.openLocks(binh.id);
    assert.equal(lock?.ground, 'death');
    assert.deepEqual(await bench.stores.guardianships.ofGuardian(binh.id), []);
    assert.deepEqual(await bench.told(binh), []);
    assert.deepEqual(await bench.told(child), ['guardianship_ended ward']);
    assert.equal((await now(child)).guardianId, undefined);
    assert.equal((await now(child)).signedOutAt, undefined, 'what is the child’s own goes on');
    await simulator.change(BINH, { change: 'record_changed', name: 'Ai đó' });
    await follow('population');
    assert.equal((await bench.stores.accounts.openLocks(binh.id)).length, 1);
  });

  it('changes name and address as the register has them, whatever people would like to be called', async () => {
    const cuong = await bench.person({ identifier: CUONG });
    const address = { streetAddress: '1', locality: 'x', region: 'y', country: 'VN' };
    await simulator.change(CUONG, { change: 'record_changed', name: 'Lê Văn Mới', address });
    await follow('population');
    assert.equal((await now(cuong)).name, 'Lê Văn Mới');
    assert.deepEqual((await now(cuong)).address, address);
    assert.ok((await bench.told(cuong)).includes('core_data_changed'));
    const [event] = await bench.stores.audit.list({ type: 'register.reported', limit: 1 });
    assert.ok(JSON.stringify(event).includes('"name"'));
    assert.ok(!JSON.stringify(event).includes('Mới'));
  });

  it('adds and ends guardianships as civil status has them, for guardians with level 2', async () => {
    const mai = await bench.person({ identifier: MAI, level: 2 });
    const child = await bench.person({ identifier: CHILD, birthdate: '2018-05-05', level: 1 });
    const change = 'guardianship_changed';
    await simulator.change(CHILD, { change, guardians: [{ number: MAI }, { number: AN }] });
    await follow('civil_status');
    const ties = await bench.stores.guardianships.ofWard(child.id);
    assert.deepEqual(
      ties.map(({ guardianId, basis }) => [guardianId, basis]),
      [[mai.id, 'parent']],
    );
    assert.equal((await now(child)).guardianId, mai.id);
    await simulator.change(CHILD, { change, guardians: [] });
    await follow('civil_status');
    assert.deepEqual(await bench.stores.guardianships.ofWard(child.id), []);
    assert.equal((await now(child)).guardianId, undefined);
  });

  it('closes an account whose number is cancelled, for good', async () => {
    const kim = await bench.person({ identifier: KIM, subjectType: 'foreigner' });
    await simulator.change(KIM, { change: 'number_cancelled' });
    await follow('immigration');
    const [lock, ...more] = await bench.stores.accounts.openLocks(kim.id);
    assert.deepEqual([lock?.ground, more.length], ['number_cancelled', 0]);
    assert.deepEqual(await bench.told(kim), ['account_closed']);
  });

  it('passes over who has no account here, and does not ask about them again', async () => {
    await simulator.change(BINH, { change: 'document_retained' });
    await simulator.change(CUONG, { change: 'document_retained' });
    assert.equal(await follow('population'), 'up_to_date');
    const binh = await bench.person({ identifier: BINH });
    assert.equal(await follow('population'), 'up_to_date');
    assert.deepEqual(await bench.stores.accounts.openLocks(binh.id), []);
  });

  for (const kind of ['down', 'slow', 'nonsense', 'error'] as const) {
    it(`stays where it is while the register is ${kind}, and goes on from there, once`, async () => {
      const an = await bench.person({ identifier: AN });
      await simulator.change(AN, { change: 'document_retained' });
      await simulator.addFault({ system: 'population', kind, delayMs: 1_000 });
      assert.equal(await follow('population', registers(HASTY)), 'unknown');
      assert.deepEqual(await bench.stores.accounts.openLocks(an.id), []);
      assert.equal(await bench.stores.writer.cursor('feed/population'), undefined);
      await simulator.clearFaults();
      await simulator.addFault({ system: 'feed', kind, delayMs: 1_000 });
      assert.equal(await follow('population', registers(HASTY)), 'unknown');
      await simulator.clearFaults();
      assert.equal(await follow('population'), 'up_to_date');
      assert.equal((await bench.stores.accounts.openLocks(an.id)).length, 1);
    });
  }

  it('is followed by two nodes at once as by one', async () => {
    const an = await bench.person({ identifier: AN });
    await inStep(an, 'population');
    for (let turn = 0; turn < 5; turn += 1) {
      await simulator.change(AN, { change: 'document_retained' });
      await simulator.change(AN, { change: 'document_returned' });
      await simulator.change(AN, { change: 'document_revoked' });
      const both = await Promise.all([follow('population'), follow('population')]);
      assert.ok(both.includes('up_to_date') || both.includes('outdated'), both.join());
      while ((await follow('population')) !== 'up_to_date');
      assert.equal((await bench.stores.accounts.openLocks(an.id)).length, 1);
      await simulator.change(AN, { change: 'document_returned' });
      await follow('population');
      assert.equal((await bench.stores.accounts.openLocks(an.id)).length, 0);
    }
    const reported = await bench.stores.audit.list({ type: 'register.reported', limit: 100 });
    assert.equal(reported.length, 20);
  });

  it('changes nothing when an event is told again, or late', async () => {
    const an = await bench.person({ identifier: AN });
    await simulator.change(AN, { change: 'document_retained' });
    await simulator.change(AN, { change: 'document_returned' });
    const real = registers();
    const { feed } = real;
    const twice: StateRegisters = {
      ...real,
      feed: {
        async events(...asked) {
          const answer = await feed.events(...asked);
          if (answer.kind !== 'found') return answer;
          return { ...answer, value: [...answer.value.toReversed(), ...answer.value] };
        },
      },
    };
    assert.equal(await follow('population', twice), 'up_to_date');
    assert.deepEqual(await bench.stores.accounts.openLocks(an.id), []);
    assert.ok(!(await bench.told(an)).includes('account_locked'));
  });
});
