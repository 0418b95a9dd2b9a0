import assert from 'node:assert/strict';

import type { ClaimedDelivery, Delivery, DeliveryStore } from '../../clients/delivery.ts';
import type { Command } from './command.ts';
import { freshBench, type OpenBench } from './engine.ts';
import { race, raceAcrossProcesses, RACERS, repeated, tally } from './race.ts';
import { sampleDelivery } from './samples.ts';

const NOW = 1_000;

export function describeDeliveryStoreContract(name: string, open: OpenBench): void {
  describe(`The delivery store on ${name}`, () => {
    const bench = freshBench(open);
    const store = () => bench().stores.deliveries;

    it('gives back what was inserted, newest first, by client and by state', async () => {
      const first = sampleDelivery({ createdAt: 1, payload: { sid: 'Nguyễn', deep: [1, null] } });
      const second = sampleDelivery({
        createdAt: 2,
        clientId: 'other',
        accountId: undefined,
        state: 'dead',
        attempts: 3,
        lastAttempt: { at: 5, status: 503, error: 'no_answer' },
      });
      assert.equal(await store().insert(first), true);
      assert.equal(await store().insert(second), true);
      assert.deepEqual(await store().list({ limit: 10 }), [second, first]);
      assert.deepEqual(await store().list({ limit: 1 }), [second]);
      assert.deepEqual(await store().list({ clientId: first.clientId, limit: 10 }), [first]);
      assert.deepEqual(await store().list({ state: 'dead', limit: 10 }), [second]);
      assert.deepEqual(await store().list({ clientId: 'nobody', limit: 10 }), []);
    });

    it('inserts one of several that are meant once, and any number of others', async () => {
      assert.equal(await store().insert(sampleDelivery(), 'same'), true);
      assert.equal(await store().insert(sampleDelivery(), 'same'), false);
      assert.equal(await store().insert(sampleDelivery(), 'another'), true);
      assert.equal(await store().insert(sampleDelivery()), true);
      assert.equal(await store().insert(sampleDelivery()), true);
      assert.equal((await store().list({ limit: 10 })).length, 4);
    });

    it('hands out what is due, the longest due first, and nothing else', async () => {
      const due = [300, 100, 200, NOW].map((dueAt) => sampleDelivery({ dueAt }));
      for (const each of [
        ...due,
        sampleDelivery({ dueAt: NOW + 1 }),
        sampleDelivery({ dueAt: 1, state: 'dead' }),
        sampleDelivery({ dueAt: 1, state: 'delivered' }),
      ]) {
        await store().insert(each);
      }
      const [first, ...none] = await claim(store(), { limit: 1 });
      assert.deepEqual([first?.dueAt, none.length], [2_000, 0]);
      assert.equal(first?.id, due[1]?.id);
      const rest = await claim(store(), { limit: 10 });
      assert.deepEqual(rest.map(({ id }) => id).toSorted(), idsOf(due, [0, 2, 3]).toSorted());
      assert.deepEqual(await claim(store(), { limit: 10 }), []);
    });

    it('hands out again what nobody settled in time, and then listens to the second one only', async () => {
      await store().insert(sampleDelivery({ dueAt: 1 }));
      const [lost] = await claim(store(), { claim: 'crashed' });
      assert.deepEqual(await claim(store(), { now: 1_999 }), []);
      const [found] = await claim(store(), { now: 2_000, until: 3_000, claim: 'second' });
      assert.ok(lost && found);
      assert.equal(found.id, lost.id);
      assert.equal(await store().settle(lost, settled('dead')), false);
      assert.equal((await one(store())).state, 'waiting');
      assert.equal(await store().settle(found, settled('delivered')), true);
      assert.equal(await store().settle(found, settled('dead')), false, 'nor twice');
      assert.equal((await one(store())).state, 'delivered');
    });

    it('keeps how an attempt went, and when the next one is due', async () => {
      await store().insert(sampleDelivery({ dueAt: 1 }));
      const [held] = await claim(store());
      assert.ok(held);
      const lastAttempt = { at: NOW, status: undefined, error: 'no_answer' };
      await store().settle(held, { state: 'waiting', attempts: 1, lastAttempt, dueAt: 5_000 });
      const { claim: _, ...waiting } = held;
      assert.deepEqual(await one(store()), { ...waiting, attempts: 1, lastAttempt, dueAt: 5_000 });
      assert.deepEqual(await claim(store(), { now: 4_999 }), []);
      assert.equal((await claim(store(), { now: 5_000, until: 6_000 })).length, 1);
    });

    it('revives a dead one, and no other', async () => {
      const dead = sampleDelivery({ state: 'dead', attempts: 12 });
      const waiting = sampleDelivery();
      for (const each of [dead, waiting]) await store().insert(each);
      const times = { dueAt: 50, expiresAt: 60 };
      assert.equal(await store().revive(waiting.id, times), false);
      assert.equal(await store().revive('dlv_nobody', times), false);
      assert.equal(await store().revive(dead.id, times), true);
      assert.equal(await store().revive(dead.id, times), false);
      const [found] = await store().list({ clientId: dead.clientId, limit: 1 });
      assert.deepEqual(found, { ...dead, state: 'waiting', attempts: 0, ...times });
    });

    it('tells how much waits, since when, and how much was given up', async () => {
      const nothing = { waiting: 0, dead: 0, oldestAt: undefined, firstDueAt: undefined };
      assert.deepEqual(await store().backlog(), nothing);
      for (const each of [
        { createdAt: 10, dueAt: 90 },
        { createdAt: 20, dueAt: 50 },
        { createdAt: 1, state: 'delivered' },
        { createdAt: 2, state: 'dead' },
      ] as const) {
        await store().insert(sampleDelivery(each));
      }
      const backlog = { waiting: 2, dead: 1, oldestAt: 10, firstDueAt: 50 };
      assert.deepEqual(await store().backlog(), backlog);
    });

    it('forgets what is over and old enough', async () => {
      for (const state of ['waiting', 'delivered', 'dead'] as const) {
        for (const createdAt of [10, 20])
          await store().insert(sampleDelivery({ state, createdAt }));
      }
      assert.equal(await store().forget('delivered', 20), 1);
      assert.equal(await store().forget('dead', 21), 2);
      const left = await store().list({ limit: 10 });
      assert.deepEqual(left.map(({ state }) => state).toSorted(), [
        'delivered',
        'waiting',
        'waiting',
      ]);
    });

    for (const { where, run } of [
      { where: 'in one process', run: race },
      { where: 'in two processes', run: raceAcrossProcesses },
    ]) {
      it(`gives each delivery to exactly one of ${RACERS} parallel claims, ${where}`, async () => {
        const all = repeated(10, (index) => sampleDelivery({ dueAt: index }));
        for (const each of all) await store().insert(each);
        const commands = repeated(RACERS, (index): Command => {
          return { do: 'claim-deliveries', claim: `claim-${index}`, limit: 4 };
        });
        const outcomes = await run(bench(), commands);
        const claimed = outcomes.flatMap((outcome) => {
          assert.ok('value' in outcome, JSON.stringify(outcome));
          return String(outcome.value)
            .split(',')
            .filter((id) => id !== '');
        });
        assert.equal(new Set(claimed).size, claimed.length, 'none was given out twice');
        assert.ok(claimed.length >= 4);
      });

      it(`inserts one of ${RACERS} parallel ones that are meant once, ${where}`, async () => {
        const commands = repeated(RACERS, (): Command => {
          return { do: 'enqueue-delivery', onceKey: 'logout of one session' };
        });
        assert.deepEqual(tally(await run(bench(), commands)), { true: 1, false: RACERS - 1 });
        assert.equal((await store().list({ limit: 10 })).length, 1);
      });
    }
  });
}

function claim(
  store: DeliveryStore,
  options: Partial<Parameters<DeliveryStore['claimDue']>[0]> = {},
): Promise<readonly ClaimedDelivery[]> {
  return store.claimDue({ now: NOW, until: 2_000, claim: 'me', limit: 10, ...options });
}

async function one(store: DeliveryStore): Promise<Delivery> {
  const [found, ...others] = await store.list({ limit: 10 });
  assert.ok(found);
  assert.equal(others.length, 0);
  return found;
}

function settled(state: 'delivered' | 'dead') {
  return { state, attempts: 1, lastAttempt: { at: 1, status: 200, error: undefined }, dueAt: 1 };
}

function idsOf(all: readonly Delivery[], indexes: readonly number[]): readonly string[] {
  return indexes.flatMap((index) => all[index]?.id ?? []);
}
