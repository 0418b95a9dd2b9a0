import assert from 'node:assert/strict';

import { freshKeepingBench, samplePasskey } from './keeping-bench.ts';

const HOUR = 60 * 60;
const OLD = '+84900000011';
const NEW = '+84912345678';
const phone = { kind: 'phone', value: NEW } as const;

describe('keeping an account', function () {
  this.timeout(20_000);
  const bench = freshKeepingBench();
  const whose = (accountId: `acc_${string}`) => ({ accountId, event: {} });

  it('lets a new phone wait for a day, tells both numbers, and gives the code to the old one alone', async () => {
    const { person, keeping, settleDue, elapse, clock, codesTo, account, stores } = bench();
    const { id } = await person();
    const outcome = await keeping.changeContact(whose(id), phone);
    const effectiveAt = clock() + 24 * HOUR * 1000;
    assert.deepEqual(outcome, { kind: 'done', result: { kind: 'requested', effectiveAt } });
    assert.equal((await codesTo(OLD)).length, 1);
    assert.equal((await codesTo(NEW)).length, 0);
    const told = await stores.deliveries.list({ limit: 10 });
    const destinations = told.map(
      ({ payload }) => (payload as { destination: string }).destination,
    );
    assert.deepEqual(new Set(destinations), new Set([OLD, 'an.nguyen@example.vn', NEW]));
    // 10:00 in Viet Nam: the day after is over a midnight, and nothing happens a second early.
    elapse(24 * HOUR - 1);
    assert.equal(await settleDue(10), 0);
    assert.equal((await account(id)).phone, OLD);
    elapse(1);
    assert.equal(await settleDue(10), 1);
    assert.equal((await account(id)).phone, NEW);
    assert.equal(await settleDue(10), 0, 'never twice');
  });

  it('tells somebody things in the language they chose, from then on', async () => {
    const { person, keeping, stores } = bench();
    const { id } = await person({ subjectType: 'foreigner' });
    const texts = async () =>
      (await stores.deliveries.list({ limit: 20 })).map(
        ({ payload }) => (payload as { text: string }).text,
      );
    assert.equal((await keeping.chooseLanguage(whose(id), 'vi')).kind, 'done');
    assert.deepEqual(await texts(), [], 'nobody is told of that');
    await keeping.signOutEverywhere(whose(id));
    assert.ok((await texts()).every((text) => /[Mm]ọi phiên|moi phien/.test(text)));
    await keeping.chooseLanguage(whose(id), 'en');
    await keeping.chooseLanguage(whose(id), 'en');
    await keeping.lock(whose(id), 'precaution');
    assert.ok((await texts()).some((text) => text.includes('account was locked')));
    const kept = await stores.audit.list({ type: 'contact.language_chosen', limit: 9 });
    assert.equal(kept.length, 2, 'the third one changed nothing');
  });

  it('puts the first contact of all into force at once: there is nobody to tell', async () => {
    const { person, keeping, account } = bench();
    const { id } = await person({ phone: undefined, email: undefined });
    await keeping.changeContact(whose(id), phone);
    assert.equal((await account(id)).phone, NEW);
  });

  it('lets one change of a kind wait, and refuses what changes nothing', async () => {
    const { person, keeping } = bench();
    const { id } = await person();
    const refused = (reason: string) => ({ kind: 'done', result: { kind: 'refused', reason } });
    const same = { kind: 'phone', value: OLD } as const;
    assert.deepEqual(await keeping.changeContact(whose(id), same), refused('same'));
    await keeping.changeContact(whose(id), phone);
    const other = { kind: 'phone', value: '+84987654321' } as const;
    assert.deepEqual(await keeping.changeContact(whose(id), other), refused('waiting'));
  });

  it('leaves a child’s contacts to the guardian', async () => {
    const { person, keeping } = bench();
    const { id } = await person({ birthdate: '2016-01-01' });
    const { result } = (await keeping.changeContact(whose(id), phone)) as { result: unknown };
    assert.deepEqual(result, { kind: 'refused', reason: 'guardians_contacts' });
  });

  it('gives a number up that somebody else holds by then, and says so', async () => {
    const { person, keeping, settleDue, elapse, account, stores } = bench();
    const { id } = await person();
    await keeping.changeContact(whose(id), phone);
    const other = await person({ phone: undefined, email: undefined });
    await keeping.changeContact(whose(other.id), phone);
    elapse(25 * HOUR);
    assert.equal(await settleDue(10), 1);
    assert.equal((await account(id)).phone, OLD);
    assert.deepEqual(await stores.pendingChanges.waitingOf(id), []);
    const [newest] = await stores.notices.ofAccount(id, 1);
    assert.equal(newest?.kind, 'contact_phone_taken');
  });

  it('lets one of two who settle and call off at the same moment win, whole', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { person, keeping, settleDue, elapse, account, stores } = bench();
      const { id } = await person({ email: `one${round}@example.vn`, phone: undefined });
      await keeping.changeContact(whose(id), { kind: 'email', value: `two${round}@example.vn` });
      const [change] = await stores.pendingChanges.waitingOf(id);
      assert.ok(change);
      elapse(24 * HOUR);
      const [settled, called] = await Promise.all([
        settleDue(10),
        keeping.cancel(whose(id), change.id),
      ]);
      const wasCalledOff = called.kind === 'done' && called.result;
      assert.equal(settled, wasCalledOff ? 0 : 1, 'one winner');
      const { email } = await account(id);
      assert.equal(email, wasCalledOff ? `one${round}@example.vn` : `two${round}@example.vn`);
      const { state } = (await stores.pendingChanges.find(change.id)) ?? assert.fail();
      assert.equal(state, wasCalledOff ? 'cancelled' : 'applied');
    }
  });

  it('holds at most ten passkeys, however many come at once', async () => {
    const { person, keeping, addPasskey, clock, stores } = bench();
    const account = await person();
    for (let count = 0; count < 8; count += 1) await addPasskey(account);
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () =>
        keeping.keepPasskey(samplePasskey(account, clock()), {}, undefined),
      ),
    );
    assert.equal(outcomes.filter((outcome) => outcome === 'kept').length, 2);
    assert.equal(outcomes.filter((outcome) => outcome === 'too_many').length, 4);
    assert.equal((await stores.passkeys.listByAccount(account.id)).length, 10);
  });

  it('renames and removes a passkey, and tells of both', async () => {
    const { person, keeping, addPasskey, stores } = bench();
    const account = await person();
    const { id: passkeyId } = await addPasskey(account);
    await keeping.renamePasskey(whose(account.id), passkeyId, 'Điện thoại');
    const [renamed] = await stores.passkeys.listByAccount(account.id);
    assert.equal(renamed?.name, 'Điện thoại');
    await keeping.removePasskey(whose(account.id), passkeyId, () => false);
    assert.equal((await stores.passkeys.listByAccount(account.id)).length, 1);
    await keeping.removePasskey(whose(account.id), passkeyId, () => true);
    assert.deepEqual(await stores.passkeys.listByAccount(account.id), []);
    const kinds = (await stores.notices.ofAccount(account.id, 5)).map(({ kind }) => kind);
    assert.deepEqual(kinds.toSorted(), ['passkey_added', 'passkey_removed', 'passkey_renamed']);
  });

  it('touches nobody else’s passkey', async () => {
    const { person, keeping, addPasskey, stores } = bench();
    const [mine, theirs] = [await person(), await person({ phone: undefined })];
    const { id: passkeyId } = await addPasskey(theirs);
    await keeping.renamePasskey(whose(mine.id), passkeyId, 'x');
    await keeping.removePasskey(whose(mine.id), passkeyId, () => true);
    const [left] = await stores.passkeys.listByAccount(theirs.id);
    assert.equal(left?.name, 'Passkey');
  });
});
