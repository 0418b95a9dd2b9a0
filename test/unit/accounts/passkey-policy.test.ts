import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Factor } from '../../../accounts/factors.ts';
import { mayAddPasskey, mayRemovePasskey } from '../../../accounts/passkey-policy.ts';
import type { PasskeyId } from '../../../ids.ts';
import {
  bank,
  factor,
  HERE,
  KINDS,
  MINUTE,
  NOW,
  BOUND,
  SYNCED,
  type Kind,
} from './assurance-cases.ts';

const proven = (kind: Kind, minutesAgo = 0) =>
  factor(kind, { at: NOW - minutesAgo * MINUTE, transaction: HERE, audience: bank });
const keys = (...ids: PasskeyId[]) => ids.map((id) => ({ id, backupEligible: id === SYNCED }));
const allowed = { allowed: true };

describe('who may add a passkey', () => {
  const add = (factors: readonly Factor[], ...ids: PasskeyId[]) =>
    mayAddPasskey(factors, keys(...ids), NOW);

  it('needs password and one-time code for the first one', () => {
    assert.deepEqual(add([proven('pwd'), proven('otp')]), allowed);
    assert.deepEqual(add([proven('pwd')]), { allowed: false, missing: ['otp'] });
    assert.deepEqual(add([proven('otp')]), { allowed: false, missing: ['pwd'] });
    assert.deepEqual(add([]), { allowed: false, missing: ['pwd', 'otp'] });
  });

  it('needs one that is still registered for a further one', () => {
    const missing = { allowed: false, missing: ['passkey'] };
    assert.deepEqual(add([proven('pwd'), proven('otp')], BOUND), missing);
    assert.deepEqual(add([proven('synced')], BOUND), missing);
    assert.deepEqual(add([proven('bound')], BOUND), allowed);
    assert.deepEqual(add([proven('synced')], SYNCED), allowed);
  });

  it('needs a device-bound one where there is one: the highest factor the account has', () => {
    const missing = { allowed: false, missing: ['passkey'] };
    assert.deepEqual(add([proven('synced')], BOUND, SYNCED), missing);
    assert.deepEqual(add([proven('bound')], BOUND, SYNCED), allowed);
  });

  it('takes no removed passkey for the proof of a first one', () => {
    assert.deepEqual(add([proven('bound'), proven('pwd')]), { allowed: false, missing: ['otp'] });
  });

  it('looks at nothing proven more than 15 minutes ago', () => {
    assert.deepEqual(add([proven('pwd', 15), proven('otp', 15)]), allowed);
    assert.deepEqual(add([proven('pwd', 15.001), proven('otp')]), {
      allowed: false,
      missing: ['pwd'],
    });
    assert.deepEqual(add([proven('bound', 16)], BOUND), { allowed: false, missing: ['passkey'] });
  });
});

describe('who may remove a passkey', () => {
  const remove = (factors: readonly Factor[], ...ids: PasskeyId[]) =>
    mayRemovePasskey(BOUND, factors, keys(...ids), NOW);

  it('needs a fresh one of the highest kind while there are several', () => {
    assert.deepEqual(remove([proven('bound', 15)], BOUND, SYNCED), allowed);
    const needed = { allowed: false, reason: 'passkey_needed' };
    assert.deepEqual(remove([proven('synced')], BOUND, SYNCED), needed);
    assert.deepEqual(remove([proven('pwd'), proven('otp')], BOUND, SYNCED), needed);
    assert.deepEqual(remove([proven('bound', 16)], BOUND, SYNCED), needed);
  });

  it('needs the last one itself to remove it', () => {
    assert.deepEqual(remove([proven('bound')], BOUND), allowed);
    const needed = { allowed: false, reason: 'this_passkey_needed' };
    assert.deepEqual(remove([proven('synced')], BOUND), needed);
    assert.deepEqual(remove([proven('pwd'), proven('otp')], BOUND), needed);
  });

  it('knows only passkeys that are registered', () => {
    const reason = { allowed: false, reason: 'not_registered' };
    assert.deepEqual(remove([proven('synced')], SYNCED), reason);
    assert.deepEqual(remove([proven('bound')]), reason);
  });

  it('never goes by a password alone, nor by anything old', () => {
    const useless = fc.oneof(
      fc.constantFrom<Kind>('pwd', 'otp', 'biometric').map((kind) => proven(kind)),
      fc
        .tuple(fc.constantFrom(...KINDS), fc.integer({ min: 16, max: 600 }))
        .map(([kind, age]) => proven(kind, age)),
    );
    fc.assert(
      fc.property(fc.array(useless), (factors) => {
        assert.equal(remove(factors, BOUND, SYNCED).allowed, false);
        assert.equal(mayAddPasskey(factors, keys(BOUND), NOW).allowed, false);
      }),
    );
  });
});
