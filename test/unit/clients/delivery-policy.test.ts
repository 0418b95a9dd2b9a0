import assert from 'node:assert/strict';

import fc from 'fast-check';

import { pauseAfter, settlementOf, type SendOutcome } from '../../../clients/delivery-policy.ts';

const NOW = 1_000_000;
const waiting = { attempts: 0, lastAttempt: undefined, expiresAt: NOW + 86_400_000 };
const at = { now: NOW, random: 0 };
const failed: SendOutcome = { kind: 'failed', status: 503, error: 'unexpected_status' };

describe('what a delivery is after an attempt', () => {
  it('is delivered, dead, or due again', () => {
    const delivered = settlementOf(waiting, { kind: 'delivered', status: 204 }, at);
    assert.deepEqual(delivered, {
      state: 'delivered',
      attempts: 1,
      lastAttempt: { at: NOW, status: 204, error: undefined },
      dueAt: NOW,
    });
    const refused = settlementOf(waiting, { kind: 'refused', status: 400, error: 'x' }, at);
    assert.deepEqual([refused.state, refused.lastAttempt?.error], ['dead', 'x']);
    const again = settlementOf(waiting, failed, at);
    assert.deepEqual([again.state, again.attempts, again.dueAt], ['waiting', 1, NOW + 2_000]);
  });

  it('does not count what was not sent', () => {
    const postponed: SendOutcome = { kind: 'postponed', afterMs: 5_000, error: 'no_answer' };
    const held = { ...waiting, attempts: 11 };
    const settled = settlementOf(held, postponed, at);
    assert.deepEqual(
      [settled.state, settled.attempts, settled.dueAt],
      ['waiting', 11, NOW + 5_000],
    );
    const late = settlementOf({ ...held, expiresAt: NOW + 4_999 }, postponed, at);
    assert.deepEqual([late.state, late.lastAttempt?.error], ['dead', 'no_answer']);
  });

  it('ends after twelve attempts, or when its time is over', () => {
    assert.equal(settlementOf({ ...waiting, attempts: 10 }, failed, at).state, 'waiting');
    assert.equal(settlementOf({ ...waiting, attempts: 11 }, failed, at).state, 'dead');
    assert.equal(settlementOf({ ...waiting, expiresAt: NOW + 1_999 }, failed, at).state, 'dead');
  });

  it('waits longer each time, up to an hour, and never less than half of that', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, random) => {
          const longest = pauseAfter(n, 0);
          assert.ok(longest <= 3_600_000 && longest <= pauseAfter(n + 1, 0));
          const pause = pauseAfter(n, random);
          assert.ok(pause <= longest && pause >= longest / 2 - 1);
        },
      ),
    );
  });

  it('always comes to an end', () => {
    let delivery: Parameters<typeof settlementOf>[0] = waiting;
    for (let rounds = 0; rounds < 100; rounds += 1) {
      const settled = settlementOf(delivery, failed, at);
      if (settled.state === 'dead') return;
      delivery = { ...delivery, ...settled };
    }
    assert.fail('it goes on for ever');
  });
});
