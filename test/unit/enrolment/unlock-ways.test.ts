import assert from 'node:assert/strict';

import type { Lock } from '../../../accounts/account.ts';
import { ownUnlockWays } from '../../../enrolment/unlock-ways.ts';
import { newId } from '../../../ids.ts';

const NOON = Date.parse('2026-11-20T12:00:00+07:00');
const BEFORE = [{ createdAt: NOON - 1 }];

function locked(reason?: string, more: Partial<Lock> = {}): Lock {
  const [id, accountId] = [newId('lock'), newId('acc')];
  const own = { ground: 'own_request', lockedAt: NOON, liftedAt: undefined } as const;
  return { id, accountId, ...own, details: { reason }, ...more };
}

describe('the ways that open what somebody locked themself', () => {
  const ways = (locks: readonly Lock[], passkeys: typeof BEFORE = BEFORE) =>
    ownUnlockWays(locks, passkeys, NOON).join(' ');

  it('are all there after a precaution', () => {
    assert.equal(ways([locked('precaution')]), 'browser_passkey recovery counter');
  });

  it('leave the passkey out where a device is lost or it was somebody else, alone or stacked', () => {
    assert.equal(ways([locked('device_lost')]), 'recovery counter');
    assert.equal(ways([locked('not_me')]), 'recovery counter');
    assert.equal(ways([locked('precaution'), locked('device_lost')]), 'recovery counter');
  });

  it('need a passkey that was there before', () => {
    assert.equal(ways([locked('precaution')], []), 'recovery counter');
    assert.equal(ways([locked('precaution')], [{ createdAt: NOON }]), 'recovery counter');
  });

  it('leave the recovery out where an authority locked as well', () => {
    const agency = locked(undefined, { ground: 'authority_request' });
    assert.equal(ways([locked('device_lost'), agency]), 'counter');
    assert.equal(ways([locked('precaution'), agency]), 'browser_passkey counter');
  });
});
