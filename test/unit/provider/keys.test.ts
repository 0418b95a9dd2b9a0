import assert from 'node:assert/strict';

import { newSigningKey } from '../../../provider/keys.ts';

describe('A new signing key', () => {
  it('can be named on a command line: its kid is never an option', async () => {
    const times = { createdAt: 1, activeFrom: 1 };
    // One thumbprint in 64 begins with a hyphen: without care, this would pass by luck once in 10^8 runs.
    const made = Array.from({ length: 1_200 }, () => newSigningKey('EdDSA', times));
    for (const { kid } of await Promise.all(made)) assert.match(kid, /^[A-Za-z0-9_][\w-]{42}$/);
  });
});
