import assert from 'node:assert/strict';

import type { Account } from '../../../accounts/account.ts';
import { accountState } from '../../../accounts/account-state.ts';
import { endingRange } from '../../../enrolment/rounds/document-days.ts';
import { dayToDo } from '../../../enrolment/rounds/days.ts';
import { dayAfter, daysBetween } from '../../../enrolment/working-days.ts';
import { newId } from '../../../ids.ts';
import { freshAccountBench } from '../accounts/account-bench.ts';
import { roundsBench, type RoundsBench } from './rounds-bench.ts';

const residence = (expiry: string) =>
  ({
    subjectType: 'foreigner',
    document: { type: 'passport', number: 'M1', expiry: '2031-01-01' },
    residencePermit: { type: 'residence_card', number: 'TT1', expiry },
  }) as const satisfies Partial<Account>;

async function eachDay(bench: RoundsBench, from: string, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    bench.moveTo(`${dayAfter(from, day)}T08:00+07:00`);
    await bench.doDay();
  }
}

describe('days', () => {
  it('begin at seven in the morning in Viet Nam', () => {
    assert.equal(dayToDo(Date.parse('2026-12-01T06:59+07:00')), '2026-11-30');
    assert.equal(dayToDo(Date.parse('2026-12-01T07:00+07:00')), '2026-12-01');
  });

  it('are counted over months, years and leap days', () => {
    assert.equal(dayAfter('2028-02-28', 2), '2028-03-01');
    assert.equal(dayAfter('2027-01-01', -1), '2026-12-31');
    assert.equal(daysBetween('2026-12-31', '2027-01-30'), 30);
  });

  it('leave no gap between what was done and what is done next', () => {
    const first = endingRange(7, { done: '2026-12-01', day: '2026-12-04' });
    assert.deepEqual(first, { from: '2026-12-09', to: '2026-12-11' });
    const then = endingRange(7, { done: '2026-12-04', day: '2026-12-05' });
    assert.deepEqual(then, { from: '2026-12-12', to: '2026-12-12' });
    const ended = endingRange('ended', { done: '2026-12-04', day: '2026-12-05' });
    assert.deepEqual(ended, { from: '2026-12-04', to: '2026-12-04' });
  });
});

describe('documents that end', () => {
  const fresh = freshAccountBench();

  it('are told 30, 7 and 1 days before and the day after the last one, each once, through Tết', async () => {
    const bench = roundsBench(fresh());
    // Tết 2027 is on 6 February: offices are shut, and a permit ends all the same.
    const person = await bench.person(residence('2027-02-08'));
    await eachDay(bench, '2027-01-01', 45);
    assert.deepEqual(await bench.told(person), [
      'document_expiring 30',
      'document_expiring 7',
      'document_expiring 1',
      'document_expired',
    ]);
    assert.equal(await bench.signedOut(person), true);
    const deliveries = await bench.stores.deliveries.list({ limit: 100 });
    assert.equal(deliveries.length, 8);
    assert.ok(deliveries.every(({ uri }) => uri === 'notice:sms' || uri === 'notice:email'));
  });

  it('are told in the same day once, however often somebody looks', async () => {
    const bench = roundsBench(fresh());
    const person = await bench.person(residence('2027-01-31'));
    bench.moveTo('2027-01-01T06:00+07:00');
    await bench.doDay();
    assert.deepEqual(await bench.told(person), []);
    bench.moveTo('2027-01-01T07:00+07:00');
    assert.ok((await bench.doDay()) > 0);
    assert.equal(await bench.doDay(), 0);
    assert.deepEqual(await bench.told(person), ['document_expiring 30']);
  });

  it('are caught up with after days without a node: nothing is left out, nothing stale is said', async () => {
    const bench = roundsBench(fresh());
    const soon = await bench.person(residence('2027-02-10'));
    const sooner = await bench.person(residence('2027-01-12'));
    const over = await bench.person(residence('2027-01-09'));
    await eachDay(bench, '2027-01-01', 1);
    bench.moveTo('2027-01-15T09:00+07:00');
    await bench.doDay();
    assert.deepEqual(await bench.told(soon), ['document_expiring 26']);
    assert.deepEqual(await bench.told(sooner), ['document_expired']);
    assert.deepEqual(await bench.told(over), ['document_expired']);
    await eachDay(bench, '2027-01-16', 30);
    assert.deepEqual(await bench.told(soon), [
      'document_expiring 26',
      'document_expiring 7',
      'document_expiring 1',
      'document_expired',
    ]);
  });

  it('are gone through in pages, and from where it ended when it was cut off', async () => {
    const bench = roundsBench(fresh());
    const people = [];
    for (let n = 0; n < 120; n += 1) {
      const identifier = `F77${String(n).padStart(9, '0')}`;
      people.push(await bench.person({ ...residence('2027-01-08'), identifier, email: undefined }));
    }
    bench.moveTo('2027-01-01T08:00+07:00');
    await bench.doDay();
    for (const person of people) {
      assert.deepEqual(await bench.told(person), ['document_expiring 7']);
    }
    assert.equal((await bench.stores.deliveries.list({ limit: 500 })).length, 120);
  });

  it('with two locks on top open the account only when all three are gone', async () => {
    const bench = roundsBench(fresh());
    const person = await bench.person(residence('2027-01-01'));
    const { stores } = bench;
    const [own, asked] = (['own_request', 'authority_request'] as const).map((ground) => ({
      id: newId('lock'),
      accountId: person.id,
      ground,
      lockedAt: bench.clock(),
      liftedAt: undefined,
    }));
    assert.ok(own && asked);
    await stores.accounts.addLock(own);
    await stores.accounts.addLock(asked);
    await eachDay(bench, '2027-01-01', 2);
    const state = async () => {
      const account = await stores.accounts.findById(person.id);
      assert.ok(account);
      return accountState(account, await stores.accounts.openLocks(person.id), bench.clock()).kind;
    };
    assert.equal(await state(), 'locked');
    await stores.accounts.liftLock(own.id, bench.clock());
    assert.equal(await state(), 'locked');
    await stores.accounts.liftLock(asked.id, bench.clock());
    assert.equal(await state(), 'document_expired');
    const seen = await stores.accounts.findById(person.id);
    assert.ok(seen);
    const account = { ...seen, ...residence('2029-01-01') };
    await stores.writer.apply([{ kind: 'account_changed', seen, account }]);
    assert.equal(await state(), 'active');
    assert.deepEqual(await bench.told(person), ['document_expired']);
  });

  it('of the dead are nobody’s news', async () => {
    const bench = roundsBench(fresh());
    const person = await bench.person(residence('2027-01-08'));
    const ground = 'death';
    const lock = { id: newId('lock'), accountId: person.id, ground, lockedAt: 0 } as const;
    await bench.stores.accounts.addLock({ ...lock, liftedAt: undefined });
    await eachDay(bench, '2027-01-01', 12);
    assert.deepEqual(await bench.told(person), []);
  });
});

describe('birthdays', () => {
  const fresh = freshAccountBench();

  it('of fourteen are told to holder and guardian, and change what the account may do', async () => {
    const bench = roundsBench(fresh());
    const mother = await bench.person({ phone: '+84900000999', email: undefined });
    const child = await bench.ward(mother, { birthdate: '2013-01-05' });
    await eachDay(bench, '2027-01-03', 6);
    assert.deepEqual(await bench.told(child), ['age_reached 14']);
    const deliveries = await bench.stores.deliveries.list({ limit: 10 });
    const destinations = deliveries.map(({ payload }) => Object(payload).destination);
    assert.deepEqual(destinations, ['+84900000999']);
    const state = (at: string) => accountState(child, [], Date.parse(at)).kind;
    assert.equal(state('2027-01-04T23:59+07:00'), 'too_young');
    assert.equal(state('2027-01-05T00:00+07:00'), 'active');
  });

  it('of eighteen end what age alone gave, for both parents, and tell all three', async () => {
    const bench = roundsBench(fresh());
    const mother = await bench.person();
    const father = await bench.person();
    const child = await bench.ward(mother, { birthdate: '2009-01-05', phone: '+84900000777' });
    await bench.tie(father, child);
    await eachDay(bench, '2027-01-04', 4);
    assert.deepEqual(await bench.stores.guardianships.ofWard(child.id), []);
    assert.deepEqual((await bench.told(child)).toSorted(), [
      'age_reached 18',
      'guardianship_ended ward',
      'guardianship_ended ward',
    ]);
    assert.deepEqual(await bench.told(mother), ['guardianship_ended guardian']);
    assert.deepEqual(await bench.told(father), ['guardianship_ended guardian']);
    assert.equal((await bench.stores.accounts.findById(child.id))?.guardianId, undefined);
    for (const person of [child, mother]) assert.equal(await bench.signedOut(person), false);
  });

  it('change nothing for an adult who is represented', async () => {
    const bench = roundsBench(fresh());
    const son = await bench.person();
    const parent = await bench.person({ birthdate: '1940-01-05' });
    await bench.tie(son, parent, 'represented_adult');
    await eachDay(bench, '2027-01-03', 5);
    assert.equal((await bench.stores.guardianships.ofWard(parent.id)).length, 1);
    assert.deepEqual(await bench.told(parent), []);
  });

  it('are caught up with: the highest age that was missed is told, once', async () => {
    const bench = roundsBench(fresh());
    const mother = await bench.person();
    const child = await bench.ward(mother, { birthdate: '2021-01-05' });
    await eachDay(bench, '2027-01-01', 1);
    bench.moveTo('2028-02-01T08:00+07:00');
    await bench.doDay();
    await bench.doDay();
    assert.deepEqual(await bench.told(child), ['age_reached 7']);
  });
});
