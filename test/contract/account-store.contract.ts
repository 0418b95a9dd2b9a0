import assert from 'node:assert/strict';

import { Conflict, SealBroken } from '../../errors.ts';
import { newId } from '../../ids.ts';
import type { Command } from './command.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { race, raceAcrossProcesses, RACERS, repeated, tally } from './race.ts';
import { sampleAccount, sampleLock } from './samples.ts';

export function describeAccountStoreContract(name: string, open: OpenBench): void {
  describe(`The account store on ${name}`, () => {
    describe('with people', () => describePeople(open));
    describe('with passwords', () => describePasswords(open));
    describe('with locks', () => describeLocks(open));
  });
}

function describePeople(open: OpenBench): void {
  const bench = freshBench(open);

  it('gives back a person as inserted, as another object', async () => {
    const { accounts } = bench().stores;
    const account = sampleAccount();
    await accounts.insert(account);
    const found = await accounts.findById(account.id);
    assert.deepEqual(found, account);
    assert.notEqual(found, account);
  });

  it('gives back a person of whom little is known', async () => {
    const { accounts } = bench().stores;
    const guardian = sampleAccount();
    const ward = sampleAccount({
      birthdate: '2016',
      phone: undefined,
      email: undefined,
      address: undefined,
      document: undefined,
      residencePermit: undefined,
      guardianId: guardian.id,
      activatedAt: undefined,
    });
    await accounts.insert(guardian);
    await accounts.insert(ward);
    assert.deepEqual(await accounts.findById(ward.id), ward);
  });

  it('finds a person by the identifier, however it is spelt', async () => {
    const { accounts } = bench().stores;
    const account = sampleAccount({ identifier: 'F09912345678' });
    await accounts.insert(account);
    assert.deepEqual(await accounts.findByIdentifier('F09912345678'), account);
    assert.deepEqual(await accounts.findByIdentifier(' f099-1234.5678 '), account);
    assert.equal(await accounts.findByIdentifier('F09912345679'), undefined);
  });

  it('finds nobody under an unknown id', async () => {
    assert.equal(await bench().stores.accounts.findById(newId('acc')), undefined);
  });

  it('refuses a second person with the same id or the same identifier', async () => {
    const { accounts } = bench().stores;
    const account = sampleAccount({ identifier: 'F09912345678' });
    await accounts.insert(account);
    await assert.rejects(accounts.insert(sampleAccount({ id: account.id })), Conflict);
    await assert.rejects(
      accounts.insert(sampleAccount({ identifier: 'f099 1234 5678' })),
      Conflict,
    );
    assert.equal(await accounts.count(), 1);
  });

  it('lets one of many parallel registrations of an identifier through', async () => {
    const { accounts } = bench().stores;
    const same = repeated(RACERS, () =>
      accounts.insert(sampleAccount({ identifier: '099000000001' })),
    );
    const other = repeated(RACERS, () => accounts.insert(sampleAccount()));
    const results = await Promise.allSettled(same);
    await Promise.all(other);
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.equal(await accounts.count(), RACERS + 1);
  });

  it('lets two people share an e-mail address, and a ward the number of the guardian', async () => {
    const { accounts } = bench().stores;
    const guardian = sampleAccount({ phone: '+84900000001', email: 'family@example.test' });
    await accounts.insert(guardian);
    const { phone, email } = guardian;
    await accounts.insert(sampleAccount({ phone, email, guardianId: guardian.id }));
    await accounts.insert(sampleAccount({ email }));
    assert.equal(await accounts.count(), 3);
  });

  it('finds who holds a number: the guardian, not the ward', async () => {
    const { accounts } = bench().stores;
    const guardian = sampleAccount({ phone: '+84900000001' });
    await accounts.insert(guardian);
    await accounts.insert(sampleAccount({ phone: '+84900000001', guardianId: guardian.id }));
    assert.deepEqual(await accounts.findByPhone('+84 900 000 001'), guardian);
    assert.equal(await accounts.findByPhone('+84900000002'), undefined);
  });

  it('lets one holder have a number, and refuses whoever comes later whole', async () => {
    const { accounts } = bench().stores;
    await accounts.insert(sampleAccount({ phone: '+84900000001' }));
    const later = sampleAccount({ phone: '+84 900 000 001' });
    await assert.rejects(accounts.insert(later), Conflict);
    assert.equal(await accounts.findById(later.id), undefined);
  });

  it('does not open personal data that was moved to another row', async () => {
    const { stores, tamper } = bench();
    const [rich, thief] = [sampleAccount(), sampleAccount()];
    await stores.accounts.insert(rich);
    await stores.accounts.insert(thief);
    await tamper(
      `update accounts set sealed_person =
         (select sealed_person from accounts where id = '${rich.id}') where id = '${thief.id}'`,
    );
    await assert.rejects(stores.accounts.findById(thief.id), SealBroken);
    assert.deepEqual(await stores.accounts.findById(rich.id), rich);
  });
}

function describePasswords(open: OpenBench): void {
  const bench = freshBench(open);
  const places = [
    { where: 'in one process', run: race, trials: 15 },
    { where: 'in two processes', run: raceAcrossProcesses, trials: 10 },
  ];

  it('has no password hash before the first one is set', async () => {
    const { accounts } = bench().stores;
    const { id } = await inserted();
    assert.equal(await accounts.passwordHash(id), undefined);
    assert.equal(await accounts.replacePasswordHash(id, 'new', 'wrong'), false);
    assert.equal(await accounts.replacePasswordHash(id, 'first', undefined), true);
    assert.equal(await accounts.passwordHash(id), 'first');
  });

  it('replaces a password hash only while the stored one is the expected one', async () => {
    const { accounts } = bench().stores;
    const { id } = await inserted();
    await accounts.replacePasswordHash(id, 'first', undefined);
    assert.equal(await accounts.replacePasswordHash(id, 'second', undefined), false);
    assert.equal(await accounts.replacePasswordHash(id, 'second', 'first'), true);
    assert.equal(await accounts.replacePasswordHash(id, 'third', 'first'), false);
    assert.equal(await accounts.passwordHash(id), 'second');
  });

  it('has no password for somebody who does not exist', async () => {
    const { accounts } = bench().stores;
    const nobody = newId('acc');
    assert.equal(await accounts.passwordHash(nobody), undefined);
    assert.equal(await accounts.replacePasswordHash(nobody, 'hash', undefined), false);
  });

  it('does not accept a password hash that was moved to another row', async () => {
    const { stores, tamper } = bench();
    const [mine, theirs] = [await inserted(), await inserted()];
    await stores.accounts.replacePasswordHash(mine.id, 'mine', undefined);
    await tamper(
      `update accounts set sealed_password =
         (select sealed_password from accounts where id = '${mine.id}') where id = '${theirs.id}'`,
    );
    await assert.rejects(stores.accounts.passwordHash(theirs.id), SealBroken);
  });

  for (const { where, run, trials } of places) {
    it(`lets exactly one of ${RACERS} parallel replacements through, ${where}`, async () => {
      const { id } = await inserted();
      let expected = 'initial';
      await bench().stores.accounts.replacePasswordHash(id, expected, undefined);
      for (let trial = 0; trial < trials; trial += 1) {
        const commands = repeated(RACERS, (index): Command => {
          return { do: 'replace-password', id, hash: `${trial}-${index}`, expected };
        });
        assert.deepEqual(tally(await run(bench(), commands)), { true: 1, false: RACERS - 1 });
        expected = (await bench().stores.accounts.passwordHash(id)) ?? 'gone';
        assert.match(expected, new RegExp(`^${trial}-`));
      }
    });
  }

  async function inserted() {
    const account = sampleAccount();
    await bench().stores.accounts.insert(account);
    return account;
  }
}

function describeLocks(open: OpenBench): void {
  const bench = freshBench(open);

  it('lists the locks that are not lifted, and lifts each of them once', async () => {
    const { accounts } = bench().stores;
    const account = sampleAccount();
    const lock = (lockedAt: number) => sampleLock(account.id, { lockedAt });
    const [first, second] = [lock(1), lock(2)];
    await accounts.insert(account);
    await accounts.addLock(second);
    await accounts.addLock(first);
    assert.deepEqual(await accounts.openLocks(account.id), [first, second]);
    assert.equal(await accounts.liftLock(first.id, 3), true);
    assert.equal(await accounts.liftLock(first.id, 4), false);
    assert.equal(await accounts.liftLock(newId('lock'), 4), false);
    assert.deepEqual(await accounts.openLocks(account.id), [second]);
    assert.deepEqual(await accounts.openLocks(newId('acc')), []);
  });
}
