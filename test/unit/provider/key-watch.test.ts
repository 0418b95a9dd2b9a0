import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { StoreUnavailable } from '../../../errors.ts';
import { createLog } from '../../../log.ts';
import type { KeySource } from '../../../provider/key-source.ts';
import { RETENTION_MS } from '../../../provider/key-states.ts';
import { watchKeys, type SigningKeys } from '../../../provider/key-watch.ts';
import type { KeyRecord } from '../../../provider/signing-key-store.ts';

const T = 1_800_000_000_000;

describe('Whoever watches the signing keys', () => {
  let now: number;
  let records: KeyRecord[];
  let failing: boolean;
  let reads: number;
  let erased: string[];
  let lines: string[];
  let keys: SigningKeys;
  let changes: number;

  const record = (kid: string, activeFrom: number) => ({
    kid,
    alg: 'ES256',
    createdAt: T,
    activeFrom,
  });
  const source: KeySource = {
    async records() {
      reads += 1;
      if (failing) throw new StoreUnavailable('away');
      return [...records];
    },
    open: async () => new Map(records.map(({ kid }) => [kid, { kty: 'EC', kid }])),
    async erase({ kid }) {
      erased.push(kid);
      records = records.filter((each) => each.kid !== kid);
    },
    available: true,
    close() {},
  };

  beforeEach(async () => {
    [now, failing, reads, erased, lines, changes] = [T, false, 0, [], [], 0];
    records = [record('a', T)];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    keys = await watchKeys({ source, clock: () => now, log });
    keys.onChange(() => (changes += 1));
  });
  afterEach(() => keys.stop());

  const published = () => keys.published.map(({ kid }) => kid);
  const looks = async (count = 1) => {
    const enough = reads + count;
    const deadline = Date.now() + 20_000;
    const isEnough = () => reads >= enough || Date.now() > deadline;
    while (!isEnough()) await pause(10);
    // What follows the read itself is done in the same turns of the loop.
    await pause(20);
  };

  it('tells of a key that is to be published, and when it signs', async () => {
    records.push(record('b', T + 1_000));
    await looks();
    assert.deepEqual([published(), changes], [['a', 'b'], 1]);
    now += 1_000;
    await looks();
    assert.deepEqual([published(), changes], [['b', 'a'], 2]);
    await looks();
    assert.equal(changes, 2, 'and of nothing else');
  });

  it('goes on by the clock with the keys it knows, while it cannot read them', async () => {
    records.push(record('b', T + 1_000));
    await looks();
    failing = true;
    now += 1_000;
    await looks(2);
    assert.deepEqual(published(), ['b', 'a']);
    failing = false;
    records.push(record('c', T + 2_000));
    await looks();
    assert.deepEqual(published(), ['b', 'c', 'a']);
    const told = lines.filter((line) => /keys\.(not_read|read_again)/.test(line));
    assert.equal(told.length, 2, 'once at its beginning and once at its end');
  });

  it('keeps what it has when there is suddenly nothing', async () => {
    records = [];
    await looks();
    assert.deepEqual([published(), changes], [['a'], 0]);
  });

  it('publishes a key no more that was taken away, and has those erased that are gone', async () => {
    records = [record('a', T), record('b', T + 1), record('c', T + 2)];
    now += 10;
    await looks();
    records = records.filter(({ kid }) => kid !== 'b');
    await looks();
    assert.deepEqual(published(), ['c', 'a']);
    now += RETENTION_MS;
    await looks();
    assert.deepEqual([published(), erased], [['c'], ['a']]);
  });

  it('looks no more once it is stopped', async () => {
    await keys.stop();
    await keys.stop();
    const before = reads;
    await pause(1_500);
    assert.equal(reads, before);
  });
});
