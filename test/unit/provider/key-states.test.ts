import assert from 'node:assert/strict';

import { keyStates, RETENTION_MS, signingOrder } from '../../../provider/key-states.ts';
import type { KeyRecord } from '../../../provider/signing-key-store.ts';

const HOUR = 3_600_000;
const T = 1_800_000_000_000;

const key = (kid: string, activeFrom: number, alg = 'ES256'): KeyRecord => ({
  kid,
  alg,
  createdAt: activeFrom - HOUR,
  activeFrom,
});

const told = (records: readonly KeyRecord[], now: number) =>
  Object.fromEntries(keyStates(records, now).map(({ record, state }) => [record.kid, state]));

describe('What a signing key is', () => {
  const [a, b, c] = [key('a', T), key('b', T + HOUR), key('c', T + 2 * HOUR)];

  it('changes at the moment its successor becomes active, and not a millisecond before', () => {
    assert.deepEqual(told([a, b], T + HOUR - 1), { a: 'current', b: 'next' });
    assert.deepEqual(told([a, b], T + HOUR), { a: 'retired', b: 'current' });
  });

  it('is retired for as long as anything it signed may be presented, then gone', () => {
    const end = T + HOUR + RETENTION_MS;
    assert.deepEqual(told([a, b], end - 1), { a: 'retired', b: 'current' });
    assert.deepEqual(told([a, b], end), { a: 'gone', b: 'current' });
    assert.deepEqual(signingOrder([a, b], end), ['b']);
    assert.ok(RETENTION_MS > 12 * HOUR + 600_000, 'a session and the ID token at its end');
  });

  it('says since when and until when', () => {
    const [first, second, third] = keyStates([c, b, a], T + HOUR);
    assert.deepEqual([first?.record, first?.since], [a, T + HOUR]);
    assert.equal(first?.until, T + HOUR + RETENTION_MS);
    assert.deepEqual([second?.since, second?.until], [T + HOUR, T + 2 * HOUR]);
    assert.deepEqual([third?.state, third?.since, third?.until], ['next', T + HOUR, T + 2 * HOUR]);
    assert.equal(keyStates([a], T)[0]?.until, undefined);
  });

  it('is one thing for each algorithm, whatever the others are', () => {
    const rs = key('rs', T - 9 * HOUR, 'RS256');
    assert.deepEqual(told([rs, a, b], T + HOUR), { rs: 'current', a: 'retired', b: 'current' });
  });

  it('does not depend on the order of the rows, nor on who reads them first', () => {
    const twins = [key('y', T), key('x', T)];
    assert.deepEqual(told(twins, T), { x: 'retired', y: 'current' });
    assert.deepEqual(told(twins.toReversed(), T), { x: 'retired', y: 'current' });
  });

  it('is never nothing: the only key signs, even before its time', () => {
    assert.deepEqual(told([b], T), { b: 'current' });
    assert.deepEqual(told([b, c], T), { b: 'current', c: 'next' });
    assert.deepEqual(told([], T), {});
  });

  it('puts what signs before what is only published, algorithm by algorithm', () => {
    const records = [key('rs', T, 'RS256'), c, b, a, key('ps', T, 'PS256')];
    assert.deepEqual(signingOrder(records, T + HOUR), ['b', 'c', 'a', 'ps', 'rs']);
  });
});
