import assert from 'node:assert/strict';

import { isId, newId } from '../../../ids.ts';

describe('An id', () => {
  it('names its kind and carries 144 random bits', () => {
    assert.match(newId('acc'), /^acc_[\w-]{24}$/);
    assert.match(newId('evt'), /^evt_[\w-]{24}$/);
  });

  it('is never given twice', () => {
    assert.equal(new Set(Array.from({ length: 10_000 }, () => newId('aud'))).size, 10_000);
  });

  it('is recognised by its kind', () => {
    assert.ok(isId('acc', newId('acc')));
    for (const other of [newId('aud'), 'acc', 'account_x', undefined, 7, { id: 'acc_x' }]) {
      assert.ok(!isId('acc', other), String(other));
    }
  });
});
