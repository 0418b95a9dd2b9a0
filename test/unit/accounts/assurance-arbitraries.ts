import fc from 'fast-check';

import {
  ALL_VALUES,
  bank,
  BEFORE,
  BOUND,
  factor,
  FLOORS,
  HERE,
  KINDS,
  NOW,
  portal,
  SYNCED,
  tax,
} from './assurance-cases.ts';
import type { World } from './assurance-oracle.ts';

/** Proven anywhere, at any time in the last five hours. */
export const anyFactor = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    ageSeconds: fc.integer({ min: 0, max: 5 * 3600 }),
    transaction: fc.constantFrom(HERE, BEFORE),
    audience: fc.constantFrom(bank, portal, tax),
  })
  .map(({ kind, ageSeconds, ...proof }) => factor(kind, { ...proof, at: NOW - ageSeconds * 1000 }));

const anyValues = fc.uniqueArray(fc.constantFrom(...ALL_VALUES), { maxLength: 4 });

export const anyWorld: fc.Arbitrary<World> = fc.record({
  accountLevel: fc.constantFrom(1, 2),
  ledger: fc.array(anyFactor, { maxLength: 7 }),
  acrValues: anyValues,
  essentialValues: anyValues,
  floor: fc.constantFrom(...FLOORS),
  maxAgeSeconds: fc.option(fc.integer({ min: 0, max: 4 * 3600 }), { nil: undefined }),
  freshOnly: fc.boolean(),
  reuse: fc.constantFrom('never', 'same-organisation', 'public-services'),
  audience: fc.constantFrom(bank, portal, tax),
  transaction: fc.constant(HERE),
  now: fc.constant(NOW),
  livePasskeys: fc.subarray([SYNCED, BOUND]).map((ids) => new Set(ids)),
  biometricAvailable: fc.boolean(),
  interactive: fc.boolean(),
});
