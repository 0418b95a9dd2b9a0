import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import { createKeyedHash } from '../../../adapters/keyed-hash.ts';

describe('A keyed hash', () => {
  const secret = randomBytes(32);
  const hash = createKeyedHash(secret);

  it('is the same for the same key, kind and value only', () => {
    assert.deepEqual(hash('phone', '+84'), createKeyedHash(secret)('phone', '+84'));
    assert.notDeepEqual(hash('phone', '+84'), hash('email', '+84'));
    assert.notDeepEqual(hash('phone', '+84'), hash('phone', '+85'));
    assert.notDeepEqual(hash('phone', '+84'), createKeyedHash(randomBytes(32))('phone', '+84'));
  });

  it('does not take a part of the value for a part of the kind', () => {
    assert.notDeepEqual(hash('a', 'bc'), hash('ab', 'c'));
    assert.notDeepEqual(hash('1', ':x'), hash('1:', 'x'));
  });
});
