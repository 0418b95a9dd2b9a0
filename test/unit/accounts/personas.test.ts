import assert from 'node:assert/strict';

import { accountState } from '../../../accounts/account-state.ts';
import { ageOn } from '../../../accounts/age.ts';
import type { Guardianship } from '../../../accounts/guardianship.ts';
import { createPasswords } from '../../../accounts/passwords.ts';
import { PERSONA_PASSWORD, personas } from '../../../accounts/personas.ts';
import { seedPersonas } from '../../../accounts/seed-personas.ts';
import { dateInVietNam } from '../../../accounts/vietnam-date.ts';
import { freshAccountBench } from './account-bench.ts';

const CHEAP = { memoryKib: 64, passes: 1, parallelism: 1 };

const NUMBERS = {
  citizen: /^099\d{9}$/,
  foreigner: /^F\d{11}$/,
  undetermined_nationality: /^F\d{11}$/,
  organisation: /^099\d{7}$/,
} as const;

describe('personas', function () {
  this.timeout(20_000);
  const bench = freshAccountBench();

  const guardianships = new Map<string, Guardianship>();
  beforeEach(() => guardianships.clear());
  const addGuardianship = async (guardianship: Guardianship) => {
    const isNew = !guardianships.has(guardianship.id);
    if (isNew) guardianships.set(guardianship.id, guardianship);
    return isNew;
  };
  const people = () =>
    personas(bench().clock()).filter(({ account }) => account.subjectType !== 'organisation');

  function seeding() {
    const { accounts } = bench().stores;
    const passwords = createPasswords({ accounts, cost: CHEAP });
    const stores = { accounts, addGuardianship };
    const seed = () => seedPersonas(stores, passwords, bench().clock);
    return { accounts, passwords, seed };
  }

  async function stateOf(login: string) {
    const { accounts } = bench().stores;
    const account = await accounts.findByIdentifier(login);
    assert.ok(account, login);
    return accountState(account, await accounts.openLocks(account.id), bench().clock());
  }

  it('show every state an account can be in', async () => {
    await seeding().seed();
    const states = await Promise.all(
      personas(bench().clock()).map(async ({ login }) => [login, (await stateOf(login)).kind]),
    );
    assert.deepEqual(Object.fromEntries(states), {
      '099090000011': 'active',
      '099185000028': 'active',
      '099188000093': 'active',
      '099080000055': 'locked',
      '099216000079': 'too_young',
      '099095000086': 'not_activated',
      F00000000031: 'active',
      F00000000048: 'active',
      F00000000062: 'document_expired',
      '0990000095': 'representative_only',
    });
  });

  it('are there once, each whole, however many processes seed at once', async () => {
    const now = bench().clock();
    const counts = await Promise.all([1, 2, 3, 4].map(() => seeding().seed()));
    const { accounts, passwords } = seeding();
    assert.equal(
      counts.reduce((total, count) => total + count),
      personas(now).length,
    );
    assert.equal(await accounts.count(), personas(now).length);
    for (const { login, lock } of personas(now)) {
      const account = await accounts.findByIdentifier(login);
      assert.ok(account, login);
      assert.equal((await accounts.openLocks(account.id)).length, lock === undefined ? 0 : 1);
      const verified = (await passwords.verify(account.id, PERSONA_PASSWORD)).kind === 'verified';
      assert.equal(verified, account.subjectType !== 'organisation', 'nobody is an organisation');
    }
  });

  it('are the people of the design', async () => {
    const now = bench().clock();
    const facts = personas(now).map(({ account: { identifier, name, level, subjectType } }) =>
      [identifier, name, subjectType, level].join(' '),
    );
    assert.deepEqual(facts, [
      '099090000011 Nguyễn Văn An citizen 2',
      '099185000028 Trần Thị Bình citizen 1',
      '099188000093 Lê Thị Mai citizen 2',
      '099080000055 Lê Văn Cường citizen 2',
      '099216000079 Phạm Minh Khôi citizen 1',
      '099095000086 Đỗ Văn Hạnh citizen 1',
      'F00000000031 KIM MIN JUN foreigner 2',
      'F00000000048 CHEN YI TING foreigner 1',
      'F00000000062 PARK JI WOO foreigner 2',
      '0990000095 Công ty TNHH Gốm Sen Việt organisation 1',
    ]);
  });

  it('are as old, and their cards as valid, as their story says, whenever they are seeded', () => {
    for (const day of ['2026-11-21', '2028-02-29', '2031-01-01']) {
      const now = Date.parse(`${day}T12:00:00+07:00`);
      const person = (login: string) => personas(now).find((each) => each.login === login)?.account;
      assert.equal(ageOn(person('099216000079')?.birthdate ?? '', dateInVietNam(now)), 10);
      assert.equal(person('F00000000048')?.birthdate, '1996');
      assert.ok((person('F00000000031')?.residencePermit?.expiry ?? '') > day);
      assert.ok((person('F00000000062')?.residencePermit?.expiry ?? day) < day);
      for (const { account } of personas(now)) assert.ok((account.document?.expiry ?? '9') > day);
    }
  });

  it('have numbers that cannot belong to anybody', () => {
    for (const { login, account } of personas(bench().clock())) {
      assert.match(login, NUMBERS[account.subjectType]);
      assert.match(account.phone ?? '+849000000', /^\+849000000/);
      assert.match(account.email ?? '@example.vn', /@example\.vn$/);
    }
  });

  it('can sign in, and the child knows the guardian', async () => {
    const { seed, accounts, passwords } = seeding();
    await seed();
    const an = await accounts.findByIdentifier('099090000011');
    const khoi = await accounts.findByIdentifier('099216000079');
    assert.equal(khoi?.guardianId, an?.id);
    assert.deepEqual(await passwords.verify(an?.id, PERSONA_PASSWORD), { kind: 'verified' });
  });

  it('are seeded once', async () => {
    const { seed, accounts, passwords } = seeding();
    assert.equal(await seed(), personas(bench().clock()).length);
    const an = await accounts.findByIdentifier('099090000011');
    assert.ok(an);
    await passwords.set(an.id, 'Changed!2026');
    assert.equal(await seed(), 0);
    assert.equal(await accounts.count(), personas(bench().clock()).length);
    assert.deepEqual(await accounts.findByIdentifier('099090000011'), an);
    assert.deepEqual(await passwords.verify(an.id, 'Changed!2026'), { kind: 'verified' });
  });

  it('stay unlocked when somebody unlocked them', async () => {
    const { seed, accounts } = seeding();
    await seed();
    const cuong = await accounts.findByIdentifier('099080000055');
    assert.ok(cuong);
    const [lock] = await accounts.openLocks(cuong.id);
    assert.ok(lock && (await accounts.liftLock(lock.id, bench().clock())));
    await seed();
    assert.equal((await stateOf('099080000055')).kind, 'active');
  });

  it('are completed when the first seeding was cut short', async () => {
    const { seed, accounts, passwords } = seeding();
    const overloaded = createPasswords({ accounts, cost: CHEAP, concurrency: 0, queueLimit: 0 });
    const stores = { accounts, addGuardianship };
    const organisations = personas(bench().clock()).length - people().length;
    assert.equal(await seedPersonas(stores, overloaded, bench().clock), organisations);
    assert.equal(await accounts.count(), personas(bench().clock()).length);
    assert.equal(await seed(), people().length);
    const an = await accounts.findByIdentifier('099090000011');
    assert.deepEqual(await passwords.verify(an?.id, PERSONA_PASSWORD), { kind: 'verified' });
  });
});
