import assert from 'node:assert/strict';

import { freshBench, type OpenBench } from './engine.ts';
import { describeEphemeralRaces } from './ephemeral-races.contract.ts';

export function describeEphemeralStoreContract(name: string, open: OpenBench): void {
  describe(`The ephemeral store on ${name}`, () => {
    describe('with values', () => describeValues(open));
    describe('with versions', () => describeVersions(open));
    describe('with counters', () => describeCounters(open));
    describe('in a race', () => describeEphemeralRaces(open));
  });
}

function describeValues(open: OpenBench): void {
  const bench = freshBench(open);

  it('gives back an equal value that is not the same object', async () => {
    const { ephemerals } = bench().stores;
    const value = { challenge: 'c', list: [1, null, 'ữ'] };
    await ephemerals.put('challenge', 'k', value, 60);
    const first = await ephemerals.get('challenge', 'k');
    const second = await ephemerals.get('challenge', 'k');
    assert.deepEqual(first?.value, value);
    assert.notEqual(first.value, value);
    assert.notEqual(first.value, second?.value);
  });

  for (const value of [null, false, 0, '', 'text', [], {}]) {
    it(`keeps ${JSON.stringify(value)} as it is`, async () => {
      const { ephemerals } = bench().stores;
      await ephemerals.put('ledger', 'k', value, 60);
      assert.deepEqual((await ephemerals.get('ledger', 'k'))?.value, value);
      assert.deepEqual(await ephemerals.take('ledger', 'k'), value);
    });
  }

  it('refuses what is not JSON', async () => {
    const { ephemerals } = bench().stores;
    await assert.rejects(ephemerals.put('ledger', 'k', undefined, 60), TypeError);
  });

  it('keeps kinds apart that use the same key', async () => {
    const { ephemerals } = bench().stores;
    await ephemerals.put('challenge', 'k', 'challenge', 60);
    await ephemerals.put('journey', 'k', 'journey', 60);
    await ephemerals.remove('challenge', 'k');
    assert.equal(await ephemerals.get('challenge', 'k'), undefined);
    assert.equal((await ephemerals.get('journey', 'k'))?.value, 'journey');
  });

  it('takes a value once', async () => {
    const { ephemerals } = bench().stores;
    await ephemerals.put('one-time-code', 'k', { code: '123456' }, 60);
    assert.deepEqual(await ephemerals.take('one-time-code', 'k'), { code: '123456' });
    assert.equal(await ephemerals.take('one-time-code', 'k'), undefined);
    assert.equal(await ephemerals.get('one-time-code', 'k'), undefined);
  });

  it('creates no record by taking one that is not there', async () => {
    const { ephemerals } = bench().stores;
    assert.equal(await ephemerals.take('challenge', 'k'), undefined);
    assert.equal(await ephemerals.get('challenge', 'k'), undefined);
  });

  it('removes a record, and does not mind removing it twice', async () => {
    const { ephemerals } = bench().stores;
    await ephemerals.put('journey', 'k', 1, 60);
    await ephemerals.remove('journey', 'k');
    await ephemerals.remove('journey', 'k');
    assert.equal(await ephemerals.get('journey', 'k'), undefined);
    assert.equal(await ephemerals.take('journey', 'k'), undefined);
  });

  it('shows and gives nothing after the expiry', async () => {
    const { stores, elapse } = bench();
    await stores.ephemerals.put('one-time-code', 'k', 'code', 1);
    await elapse(1);
    assert.equal(await stores.ephemerals.get('one-time-code', 'k'), undefined);
    assert.equal(await stores.ephemerals.take('one-time-code', 'k'), undefined);
  });

  it('refuses a record that would never expire', async () => {
    const { ephemerals } = bench().stores;
    await assert.rejects(ephemerals.put('journey', 'k', 1, Number.NaN), RangeError);
    await assert.rejects(ephemerals.compareAndPut('journey', 'k', 1, 0, Infinity), RangeError);
    await assert.rejects(ephemerals.increment('throttle', 'k', Infinity), RangeError);
  });
}

function describeVersions(open: OpenBench): void {
  const bench = freshBench(open);
  const version = async () => (await bench().stores.ephemerals.get('journey', 'k'))?.version ?? 0;

  it('grows the version with every write', async () => {
    const { ephemerals } = bench().stores;
    await ephemerals.put('journey', 'k', 1, 60);
    const first = await version();
    await ephemerals.put('journey', 'k', 2, 60);
    const second = await version();
    assert.ok(await ephemerals.compareAndPut('journey', 'k', 3, second, 60));
    assert.ok(first > 0 && second > first && (await version()) > second);
  });

  it('writes over the expected version only', async () => {
    const { ephemerals } = bench().stores;
    await ephemerals.put('journey', 'k', 'old', 60);
    const seen = await version();
    assert.equal(await ephemerals.compareAndPut('journey', 'k', 'new', seen, 60), true);
    assert.equal(await ephemerals.compareAndPut('journey', 'k', 'late', seen, 60), false);
    assert.equal((await ephemerals.get('journey', 'k'))?.value, 'new');
  });

  it('takes version 0 for "nothing stored"', async () => {
    const { stores, elapse } = bench();
    const putNew = () => stores.ephemerals.compareAndPut('journey', 'k', 'value', 0, 1);
    assert.equal(await putNew(), true);
    assert.equal(await putNew(), false);
    await stores.ephemerals.take('journey', 'k');
    assert.equal(await putNew(), true);
    await elapse(1);
    assert.equal(await putNew(), true);
  });

  it('does not write over a record that was removed or has expired', async () => {
    const { stores, elapse } = bench();
    await stores.ephemerals.put('journey', 'k', 1, 1);
    const seen = await version();
    await elapse(1);
    assert.equal(await stores.ephemerals.compareAndPut('journey', 'k', 2, seen, 60), false);
    assert.equal(await stores.ephemerals.compareAndPut('journey', 'none', 2, 7, 60), false);
    assert.equal(await stores.ephemerals.get('journey', 'none'), undefined);
  });

  it('never takes a version of an earlier life of the key for the present one', async () => {
    const { ephemerals } = bench().stores;
    for (let life = 0; life < 20; life += 1) {
      await ephemerals.put('journey', 'k', 'earlier', 60);
      const seen = await version();
      await ephemerals.remove('journey', 'k');
      await ephemerals.put('journey', 'k', 'present', 60);
      assert.equal(await ephemerals.compareAndPut('journey', 'k', 'late', seen, 60), false);
      assert.ok((await version()) > seen);
    }
  });
}

function describeCounters(open: OpenBench): void {
  const bench = freshBench(open);
  const increment = (key = 'k') => bench().stores.ephemerals.increment('throttle', key, 2);

  it('counts in a window that starts with the first event', async () => {
    const { clock, elapse } = bench();
    const before = clock();
    const first = await increment();
    assert.equal(first.count, 1);
    assert.ok(first.resetsAt >= before + 2_000 && first.resetsAt <= clock() + 2_000);
    await elapse(1);
    assert.deepEqual(await increment(), { count: 2, resetsAt: first.resetsAt });
    await elapse(1);
    const next = await increment();
    assert.equal(next.count, 1);
    assert.ok(next.resetsAt > first.resetsAt);
  });

  it('counts every key by itself', async () => {
    await increment('a');
    assert.equal((await increment('b')).count, 1);
    assert.equal((await increment('a')).count, 2);
  });

  it('takes a counted event back, never below zero and never in a window that is over', async () => {
    const decrement = () => bench().stores.ephemerals.decrement('throttle', 'k');
    await decrement();
    assert.equal((await increment()).count, 1);
    assert.equal((await increment()).count, 2);
    await decrement();
    assert.equal((await increment()).count, 2);
    for (let times = 0; times < 5; times += 1) await decrement();
    assert.equal((await increment()).count, 1);
    await bench().elapse(2);
    await decrement();
    assert.equal((await increment()).count, 1);
  });

  it('starts again after a removal', async () => {
    await increment();
    await bench().stores.ephemerals.remove('throttle', 'k');
    assert.equal((await increment()).count, 1);
  });
}
