import assert from 'node:assert/strict';

import { recoveryWrites } from '../../../enrolment/keeping/recovery.ts';
import { noticeOnPage } from '../../../enrolment/notices/compose.ts';
import { freshKeepingBench } from './keeping-bench.ts';

const HOUR = 60 * 60;
const HASH = '$argon2id$v=19$m=8,t=1,p=1$AAAA$BBBB';
const remote = { way: 'proofing', passwordHash: HASH } as const;
const whose = (accountId: `acc_${string}`) => ({ accountId, event: {} });
const refused = (reason: string) => ({ kind: 'done', result: { kind: 'refused', reason } });

describe('recovery of an account', function () {
  this.timeout(20_000);
  const bench = freshKeepingBench();

  it('from afar waits a day, resets everything, and reaches level 1 only for another day', async () => {
    const { person, keeping, settleDue, elapse, clock, account, addPasskey, stores } = bench();
    const { id } = await person({ level: 2 });
    await addPasskey(await account(id));
    await keeping.recover(whose(id), remote);
    assert.equal((await stores.passkeys.listByAccount(id)).length, 1, 'nothing changes yet');
    elapse(24 * HOUR - 1);
    assert.equal(await settleDue(10), 0);
    elapse(1);
    assert.equal(await settleDue(10), 1);
    assert.deepEqual(await stores.passkeys.listByAccount(id), []);
    assert.equal(await stores.accounts.passwordHash(id), HASH);
    const [notice] = await stores.notices.ofAccount(id, 1);
    assert.equal(notice?.parameters['activates'], false, 'the password is told of');
    const { coolDownUntil, level } = await account(id);
    assert.equal(coolDownUntil, clock() + 24 * HOUR * 1000);
    assert.equal(level, 2, 'no level is lost, and none is won');
  });

  it('at a counter sets no password, and the holder is told to activate instead', async () => {
    const { person, keeping, clock } = bench();
    const { id } = await person();
    const kept = (await keeping.load(id)) ?? assert.fail('nobody');
    const atCounter = { way: 'counter', passwordHash: undefined } as const;
    const writes = recoveryWrites(kept, atCounter, { now: clock(), event: {}, alarm: undefined });
    const text = writes.flatMap((write) => (write.kind === 'notice' ? [write.notice] : []));
    const [told] = text.map((notice) => noticeOnPage(notice, 'en')?.body);
    assert.match(told ?? '', /activation code/);
    assert.doesNotMatch(told ?? '', /with a new password|as it was/);
  });

  it('is not shortened by a second one, by activation, nor by a new passkey', async () => {
    const { person, keeping, settleDue, elapse, account, addPasskey } = bench();
    const { id } = await person();
    await keeping.recover(whose(id), remote);
    assert.deepEqual(await keeping.recover(whose(id), remote), refused('waiting'));
    elapse(24 * HOUR);
    await settleDue(10);
    const { coolDownUntil } = await account(id);
    assert.deepEqual(await keeping.recover(whose(id), remote), refused('cooling_down'));
    const guardian = { way: 'guardian', passwordHash: HASH } as const;
    assert.deepEqual(await keeping.recover(whose(id), guardian), refused('cooling_down'));
    await addPasskey(await account(id));
    assert.equal((await account(id)).coolDownUntil, coolDownUntil);
    const phone = { kind: 'phone', value: '+84912345678' } as const;
    assert.deepEqual(await keeping.changeContact(whose(id), phone), refused('cooling_down'));
  });

  it('calls off what a thief asked for', async () => {
    const { person, keeping, settleDue, elapse, account, stores } = bench();
    const { id, phone } = await person();
    await keeping.recover(whose(id), remote);
    elapse(12 * HOUR);
    await keeping.changeContact(whose(id), { kind: 'phone', value: '+84912345678' });
    elapse(12 * HOUR);
    await settleDue(10);
    assert.deepEqual(await stores.pendingChanges.waitingOf(id), []);
    elapse(24 * HOUR);
    assert.equal(await settleDue(10), 0);
    assert.equal((await account(id)).phone, phone);
  });

  it('is stopped by the code that every channel was sent, once', async () => {
    const { person, keeping, alarms, settleDue, elapse, codesTo, stores } = bench();
    const { id, phone = '' } = await person();
    const before = await stores.accounts.passwordHash(id);
    await keeping.recover(whose(id), remote);
    const [code = assert.fail('no code was sent')] = await codesTo(phone);
    elapse(24 * HOUR - 1);
    const spent = await Promise.all(
      Array.from({ length: 5 }, () =>
        alarms.spend({ typed: code.toLowerCase(), address: '2001:db8::1' }),
      ),
    );
    const known = spent.filter((each) => each.kind === 'known');
    assert.ok(known.length >= 1);
    const [alarm = assert.fail()] = known;
    await keeping.notMe(whose(id), { ...alarm.alarm, by: 'code' });
    elapse(1);
    assert.equal(await settleDue(10), 0);
    assert.equal(await stores.accounts.passwordHash(id), before);
    const late = await alarms.spend({ typed: code, address: '2001:db8:1::1' });
    assert.equal(late.kind, 'unknown');
  });

  it('lifts the holder’s own lock and no other', async () => {
    const { person, keeping, settleDue, elapse, clock, stores } = bench();
    const [own, agency] = [await person(), await person()];
    await keeping.lock(whose(own.id), 'device_lost');
    await keeping.recover(whose(own.id), remote);
    elapse(24 * HOUR);
    await settleDue(10);
    assert.deepEqual(await stores.accounts.openLocks(own.id), []);
    const lock = { ground: 'authority_request', lockedAt: clock(), liftedAt: undefined } as const;
    await stores.accounts.addLock({ ...lock, id: 'lock_agency', accountId: agency.id });
    assert.deepEqual(await keeping.recover(whose(agency.id), remote), refused('locked'));
  });

  it('is refused where the code went to a lost phone, or to a number that is another’s now', async () => {
    const { person, keeping, settleDue, elapse } = bench();
    const [lost, moved] = [await person(), await person()];
    const by = (destination = '') => ({
      ...remote,
      codeWentTo: { channel: 'sms', destination } as const,
    });
    await keeping.lock(whose(lost.id), 'device_lost');
    const late = await keeping.recover(whose(lost.id), by(lost.phone));
    assert.deepEqual(late, refused('not_reached'));
    await keeping.changeContact(whose(moved.id), { kind: 'phone', value: '+84912345678' });
    elapse(24 * HOUR);
    await settleDue(10);
    const old = await keeping.recover(whose(moved.id), by(moved.phone));
    assert.deepEqual(old, refused('not_reached'));
    const own = await keeping.recover(whose(moved.id), by('+84912345678'));
    assert.ok(own.kind === 'done' && own.result.kind === 'requested', own.kind);
  });

  it('does not take effect on an account that was locked meanwhile', async () => {
    const { person, keeping, settleDue, elapse, clock, stores } = bench();
    const { id } = await person();
    await keeping.recover(whose(id), remote);
    const lock = { ground: 'authority_request', lockedAt: clock(), liftedAt: undefined } as const;
    await stores.accounts.addLock({ ...lock, id: 'lock_agency', accountId: id });
    elapse(24 * HOUR);
    await settleDue(10);
    assert.equal((await stores.accounts.openLocks(id)).length, 1);
    const [newest] = await stores.notices.ofAccount(id, 1);
    assert.equal(newest?.kind, 'recovery_cancelled');
  });

  it('leaves children under 14 to their guardians, who use means of their own; of older ones the guardian recovers at once', async () => {
    const { person, keeping, account, stores, clock } = bench();
    const { id } = await person({ birthdate: '2016-01-01' });
    assert.deepEqual(await keeping.recover(whose(id), remote), refused('guardian_needed'));
    const guardian = { way: 'guardian', passwordHash: HASH } as const;
    assert.deepEqual(await keeping.recover(whose(id), guardian), refused('no_own_use'));
    assert.equal(await stores.accounts.passwordHash(id), undefined, 'nobody signs in as a child');
    const grown = await person({ birthdate: '2009-01-01' });
    assert.deepEqual(await keeping.recover(whose(grown.id), remote), {
      kind: 'done',
      result: { kind: 'requested', effectiveAt: clock() + 24 * HOUR * 1000 },
    });
    const other = await person({ birthdate: '2009-01-01' });
    await keeping.recover(whose(other.id), guardian);
    assert.ok((await account(other.id)).coolDownUntil);
  });
});

describe('"it was not me"', function () {
  this.timeout(20_000);
  const bench = freshKeepingBench();

  it('locks once, removes what was added since, and leaves what was there', async () => {
    const { person, keeping, addPasskey, account, elapse, clock, stores } = bench();
    const { id } = await person();
    const mine = await addPasskey(await account(id));
    elapse(HOUR);
    const since = clock();
    await addPasskey(await account(id));
    const report = { since, by: 'session' } as const;
    const done = await keeping.notMe(whose(id), report);
    assert.deepEqual(done, {
      kind: 'done',
      result: { passkeysRemoved: 1, changesCancelled: 0 },
    });
    await keeping.notMe(whose(id), report);
    assert.equal((await stores.accounts.openLocks(id)).length, 1);
    assert.deepEqual(
      (await stores.passkeys.listByAccount(id)).map((passkey) => passkey.id),
      [mine.id],
    );
  });

  it('is not undone by a passkey, however old: only recovery or a counter opens again', async () => {
    const { person, keeping, addPasskey, account, elapse } = bench();
    const { id } = await person();
    const mine = await addPasskey(await account(id));
    elapse(HOUR);
    await keeping.notMe(whose(id), { since: 0, by: 'session' });
    assert.deepEqual(await keeping.unlock(whose(id), mine), refused('nothing_to_lift'));
  });

  it('has codes that nobody guesses, and stops who tries', async () => {
    const { alarms } = bench();
    const address = '192.0.2.7';
    for (let count = 0; count < 10; count += 1) {
      assert.equal((await alarms.spend({ typed: 'AAAA-AAAA-AAAA', address })).kind, 'unknown');
    }
    assert.equal((await alarms.spend({ typed: 'AAAA-AAAA-AAAA', address })).kind, 'limited');
  });
});
