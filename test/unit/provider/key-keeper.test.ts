import assert from 'node:assert/strict';

import type { Stores } from '../../../adapters/stores.ts';
import { createKeyKeeper, type KeyKeeper } from '../../../provider/key-keeper.ts';
import { keyStates } from '../../../provider/key-states.ts';
import { makeSqliteFolder, type SqliteFolder } from '../../support/sqlite-folder.ts';

const T = 1_800_000_000_000;
const LEAD = 600_000;

describe('Whoever looks after the signing keys', () => {
  let folder: SqliteFolder;
  let stores: Stores;
  let keeper: KeyKeeper;
  let now: number;
  let first: string;

  beforeEach(async () => {
    now = T;
    folder = makeSqliteFolder();
    stores = await folder.open();
    keeper = createKeyKeeper(stores.signingKeys, () => now);
    const change = await keeper.rotate('EdDSA', LEAD);
    assert.ok(change.kind === 'made');
    assert.equal(change.key.activeFrom, T, 'nobody has anything in a cache: the first one signs');
    first = change.key.kid;
  });
  afterEach(async () => {
    await stores.close();
    folder.remove();
  });

  const states = async () =>
    Object.fromEntries(
      keyStates(await keeper.records(), now).map(({ record, state }) => [record.kid, state]),
    );
  const rotate = async () => {
    const change = await keeper.rotate('EdDSA', LEAD);
    assert.ok(change.kind === 'made');
    return change.key.kid;
  };

  it('makes the next key once, however often it is asked', async () => {
    const second = await rotate();
    const again = await keeper.rotate('EdDSA', 0);
    assert.ok(again.kind === 'waiting');
    assert.equal(again.key.kid, second);
    assert.deepEqual(await states(), { [first]: 'current', [second]: 'next' });
    now += LEAD;
    const third = await rotate();
    assert.deepEqual(await states(), { [first]: 'retired', [second]: 'current', [third]: 'next' });
  });

  it('lets a next key sign at once when the one that signs is withdrawn', async () => {
    const second = await rotate();
    const change = await keeper.withdraw(first);
    assert.ok(change.kind === 'removed');
    assert.equal(change.successor?.kid, second);
    assert.deepEqual(await states(), { [second]: 'current' });
  });

  it('withdraws a key that does not sign, and leaves the one that does', async () => {
    const second = await rotate();
    assert.deepEqual(Object.keys(await keeper.withdraw(second)), ['kind', 'key']);
    assert.deepEqual(await states(), { [first]: 'current' });
    const third = await rotate();
    now += LEAD;
    assert.equal((await keeper.withdraw(first)).kind, 'removed');
    assert.deepEqual(await states(), { [third]: 'current' });
  });

  it('retires a key as soon as its successor was published for long enough, no sooner', async () => {
    const second = await rotate();
    now += 100_000;
    const change = await keeper.retire(first, 300_000);
    assert.ok(change.kind === 'superseded');
    assert.deepEqual(
      [change.successor.kid, change.successor.activeFrom],
      [second, T + 300_000],
      'it was published at T',
    );
    const sooner = await keeper.retire(first, 0);
    assert.ok(sooner.kind === 'superseded');
    assert.equal(sooner.successor.activeFrom, now);
    assert.deepEqual(await states(), { [first]: 'retired', [second]: 'current' });
    assert.equal((await keeper.retire(first, 0)).kind, 'retired');
  });

  it('never puts a successor off', async () => {
    const second = await rotate();
    const change = await keeper.retire(first, 2 * LEAD);
    assert.ok(change.kind === 'superseded');
    assert.deepEqual([change.successor.kid, change.successor.activeFrom], [second, T + LEAD]);
  });

  it('is not asked about keys there are not', async () => {
    for (const change of [await keeper.retire('nobody', 0), await keeper.withdraw('nobody')]) {
      assert.equal(change.kind, 'unknown');
    }
    assert.deepEqual(await states(), { [first]: 'current' });
  });
});
