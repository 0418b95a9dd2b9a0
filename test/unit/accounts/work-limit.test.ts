import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';

import { createWorkLimit } from '../../../accounts/work-limit.ts';

describe('work limit', () => {
  it('never runs more at once than it may, and everything it accepted', async () => {
    const limit = createWorkLimit({ concurrency: 2, queueLimit: 100 });
    let running = 0;
    let most = 0;
    const task = async () => {
      running += 1;
      most = Math.max(most, running);
      await setImmediate();
      running -= 1;
    };
    // The second one of each pair comes when places change hands.
    const pairs = Array.from({ length: 25 }, async () => [
      await limit.run(task),
      await limit.run(task),
    ]);
    const results = (await Promise.all(pairs)).flat();
    assert.equal(most, 2);
    assert.ok(results.every(({ kind }) => kind === 'done'));
  });

  it('gives its place back when the work fails', async () => {
    const limit = createWorkLimit({ concurrency: 1, queueLimit: 0 });
    for (let round = 0; round < 3; round += 1) {
      await assert.rejects(
        limit.run(() => Promise.reject(new Error('broken'))),
        /broken/,
      );
    }
    assert.deepEqual(await limit.run(async () => 7), { kind: 'done', value: 7 });
  });
});
