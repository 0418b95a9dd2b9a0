import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';

import { acrRequest, type AcrOption } from '../../../accounts/acr-request.ts';
import {
  decideAssurance,
  satisfies,
  type AssuranceDecision,
} from '../../../accounts/assurance-decision.ts';
import { authenticationLevel } from '../../../accounts/authentication-context.ts';
import { usableFactors } from '../../../accounts/usable-factors.ts';
import type { Factor } from '../../../accounts/factors.ts';
import { anyFactor, anyWorld } from './assurance-arbitraries.ts';
import {
  actualAnswer,
  ALL_VALUES,
  bank,
  BEFORE,
  factor,
  FLOORS,
  HERE,
  NOW,
  requestOf,
  world,
  type Kind,
} from './assurance-cases.ts';
import { expectedAnswer, type World } from './assurance-oracle.ts';

const RUNS = { numRuns: 2000 };

function decide(asked: World): AssuranceDecision {
  const factors = usableFactors(asked.ledger, asked);
  return decideAssurance({ ...asked, factors, request: requestOf(asked) });
}

function overlaps(asked: readonly string[], { option }: { option: AcrOption }): boolean {
  // `LoA1` is answered with the value it stands for.
  return asked.some((value) => option.values.includes(value === 'LoA1' ? ALL_VALUES[0] : value));
}

/** Strength of what was told, on our ladder; the values of other vocabularies lie on none. */
const rank = (acr: string) => FLOORS.findIndex((value) => value === acr);

describe('assurance, properties', function () {
  this.timeout(60_000);

  it('agrees with the oracle on any ledger, with several factors of one kind', () => {
    fc.assert(
      fc.property(anyWorld, (asked) => assert.equal(actualAnswer(asked), expectedAnswer(asked))),
      { numRuns: 10_000 },
    );
  });

  it('is never lowered by one more factor', () => {
    fc.assert(
      fc.property(anyWorld, anyFactor, (asked, more) => {
        const [before, after] = [
          decide(asked),
          decide({ ...asked, ledger: [...asked.ledger, more] }),
        ];
        if (before.kind !== 'satisfied') return;
        assert.ok(after.kind === 'satisfied');
        const { acr, authenticationLevel: level } = after.context;
        // A value of another vocabulary that the client prefers may now be told instead of a rung.
        assert.ok(rank(acr) === -1 || rank(acr) >= rank(before.context.acr));
        assert.ok(level >= before.context.authenticationLevel);
      }),
      RUNS,
    );
  });

  it('is never satisfied below what was asked, nor below the floor', () => {
    fc.assert(
      fc.property(anyWorld, (asked) => {
        const decision = decide(asked);
        if (decision.kind !== 'satisfied') return;
        const factors = usableFactors(asked.ledger, asked);
        const alone = (value: string) =>
          acrRequest({ acrValues: [value], essentialValues: [], floor: asked.floor }).options;
        for (const value of [asked.floor, ...decision.option.values]) {
          for (const { requirement } of alone(value)) {
            assert.ok(satisfies(requirement, asked.accountLevel, factors), `below ${value}`);
          }
        }
        assert.ok(asked.acrValues.length === 0 || overlaps(asked.acrValues, decision));
        assert.ok(asked.essentialValues.length === 0 || overlaps(asked.essentialValues, decision));
      }),
      RUNS,
    );
  });

  it('lets no fresh password refresh an old passkey', () => {
    const kindOfPasskey = fc.constantFrom<Kind>('synced', 'bound');
    const ages = fc.record({
      maxAgeSeconds: fc.integer({ min: 0, max: 3600 }),
      older: fc.integer({ min: 1, max: 7200 }),
    });
    fc.assert(
      fc.property(kindOfPasskey, ages, (kind, { maxAgeSeconds, older }) => {
        const at = NOW - (maxAgeSeconds + older) * 1000;
        const old = factor(kind, { at, transaction: BEFORE, audience: bank });
        const fresh = factor('pwd', { at: NOW, transaction: HERE, audience: bank });
        const asked: World = { ...world, ledger: [old, fresh], acrValues: ['phr'], maxAgeSeconds };
        assert.equal(decide(asked).kind, 'insufficient');
        const ageless = decide({ ...asked, maxAgeSeconds: undefined });
        assert.ok(ageless.kind === 'satisfied');
        assert.equal(ageless.context.authTime, Math.floor(at / 1000));
      }),
      RUNS,
    );
  });

  it('tells a time no later than any factor it cannot do without', () => {
    fc.assert(
      fc.property(anyWorld, (asked) => {
        const decision = decide(asked);
        if (decision.kind !== 'satisfied') return;
        const { authTime } = decision.context;
        const proven = usableFactors(asked.ledger, asked);
        const newer = proven.filter(({ at }) => Math.floor(at / 1000) > authTime);
        assert.ok(proven.some(({ at }) => Math.floor(at / 1000) === authTime));
        // Were the newer factors enough by themselves, the time told would be one of theirs.
        const request = { options: [decision.option] };
        const again = decideAssurance({ ...asked, factors: newer, request });
        assert.ok(again.kind !== 'satisfied' || again.context.acr !== decision.context.acr);
      }),
      RUNS,
    );
  });

  it('offers nothing when nothing asked for is understood', () => {
    const unknown = fc.array(
      fc.string().map((text) => `x${text}`),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(anyWorld, unknown, (asked, values) => {
        assert.deepEqual(requestOf({ ...asked, acrValues: values }).options, []);
        assert.equal(decide({ ...asked, acrValues: values }).kind, 'unreachable');
        assert.equal(decide({ ...asked, essentialValues: values }).kind, 'unreachable');
      }),
      RUNS,
    );
  });

  it('meets every essential value at once, and asks for no more than one way of each', () => {
    const known = fc.constantFrom(...ALL_VALUES);
    const values = fc.array(known, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(anyWorld, values, values, (asked, idToken, userinfo) => {
        const { options } = acrRequest({ ...asked, essentialValues: [idToken, userinfo] });
        assert.ok(options.length <= ALL_VALUES.length ** 3, `${options.length} options`);
        for (const option of options) {
          assert.ok(overlaps(idToken, { option }) && overlaps(userinfo, { option }));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('respects the order of preference', () => {
    fc.assert(
      fc.property(anyWorld, (asked) => {
        const ordered = { ...asked, essentialValues: [] };
        const decision = decide(ordered);
        if (decision.kind !== 'satisfied') return;
        const { options } = requestOf(ordered);
        const preferred = options.findIndex(({ values }) =>
          isDeepStrictEqual(values, decision.option.values),
        );
        for (const acrValue of options
          .slice(0, preferred)
          .flatMap(({ values }) => values.slice(0, 1))) {
          assert.notEqual(decide({ ...ordered, acrValues: [acrValue] }).kind, 'satisfied');
        }
      }),
      RUNS,
    );
  });

  it('never gives authentication level 3 or 4 without a biometric match', () => {
    const noMatch = fc.array(anyFactor.filter(({ method }) => method !== 'biometric'));
    fc.assert(
      fc.property(noMatch, (factors: readonly Factor[]) => {
        assert.ok(authenticationLevel(factors) <= 2);
      }),
      RUNS,
    );
  });

  it('never gives authentication level 4 without something known', () => {
    const nothingKnown = fc.array(anyFactor.filter(({ method }) => method !== 'pwd'));
    fc.assert(
      fc.property(nothingKnown, (factors: readonly Factor[]) => {
        assert.ok(authenticationLevel(factors) <= 3);
      }),
      RUNS,
    );
  });
});
