import assert from 'node:assert/strict';

import type { CeremonyBehaviour } from '../../support/virtual-authenticator-behaviour.ts';
import { freshAccountBench } from './account-bench.ts';
import { passkeyHolder, refused } from './passkey-bench.ts';

describe('passkey counters', function () {
  this.timeout(20_000);
  const bench = freshAccountBench();
  const holder = (character?: Partial<CeremonyBehaviour>) => passkeyHolder(bench(), character);

  it('lets an authenticator that never counts go on', async () => {
    const { authenticate, account, authenticator } = await holder({ counter: 0 });
    for (let use = 0; use < 3; use += 1) {
      assert.equal((await authenticate(account, authenticator)).kind, 'verified');
    }
  });

  it('tells a clone by a counter that does not grow', async () => {
    const { authenticate, account, authenticator } = await holder({ counter: 4 });
    assert.deepEqual(await authenticate(account, authenticator, { counter: 4 }), refused('cloned'));
    assert.deepEqual(await authenticate(account, authenticator, { counter: 3 }), refused('cloned'));
    assert.deepEqual(await authenticate(account, authenticator, { counter: 0 }), refused('cloned'));
    assert.equal((await authenticate(account, authenticator, { counter: 5 })).kind, 'verified');
    assert.deepEqual(await authenticate(account, authenticator, { counter: 5 }), refused('cloned'));
  });

  it('does not cry clone before the signature holds', async () => {
    const { authenticate, account, authenticator } = await holder({ counter: 4 });
    const lie = { counter: 1, origin: 'https://evil.example' };
    assert.deepEqual(await authenticate(account, authenticator, lie), refused('not_verified'));
  });

  it('lets one of two copies through that answer at the same moment', async () => {
    const { authenticate, account, authenticator } = await holder({ counter: 4 });
    const results = await Promise.all(
      Array.from({ length: 10 }, () => authenticate(account, authenticator, { counter: 9 })),
    );
    assert.equal(results.filter(({ kind }) => kind === 'verified').length, 1);
    const others = results.filter(({ kind }) => kind !== 'verified');
    for (const other of others) assert.deepEqual(other, refused('cloned'));
  });
});
