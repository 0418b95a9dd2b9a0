import assert from 'node:assert/strict';

import { usableFactors } from '../../../accounts/usable-factors.ts';
import {
  actualAnswer,
  ALL_VALUES,
  answerOf,
  bank,
  BEFORE,
  factor,
  FLOORS,
  HERE,
  KINDS,
  MINUTE,
  NOW,
  portal,
  tax,
  vary,
  world,
  type Kind,
  type Proof,
} from './assurance-cases.ts';
import { answerOn, countingFactors, expectedAnswer, type World } from './assurance-oracle.ts';

const REUSES = ['never', 'same-organisation', 'public-services'] as const;
const YES_NO = [true, false];

const levels = (w: World) => ([1, 2] as const).map((accountLevel) => ({ ...w, accountLevel }));
const floors = (w: World) => FLOORS.map((floor) => ({ ...w, floor }));
const reuses = (w: World) => REUSES.map((reuse) => ({ ...w, reuse }));
const clients = (w: World) => [bank, portal].map((audience) => ({ ...w, audience }));
const interactivity = (w: World) => YES_NO.map((interactive) => ({ ...w, interactive }));
const matchers = (w: World) => YES_NO.map((biometricAvailable) => ({ ...w, biometricAvailable }));
const PAIRS = ALL_VALUES.flatMap((a) => ALL_VALUES.filter((b) => b !== a).map((b) => [a, b]));
const pairedPreferences = (w: World) => PAIRS.map((acrValues) => ({ ...w, acrValues }));
const SINGLES = [[], ...ALL_VALUES.map((value) => [value])];
const singlePreferences = (w: World) => SINGLES.map((acrValues) => ({ ...w, acrValues }));
const singleEssentials = (w: World) =>
  SINGLES.map((essentialValues) => ({ ...w, essentialValues }));
const pairedEssentials = (w: World) => PAIRS.map((essentialValues) => ({ ...w, essentialValues }));
const maxAges =
  (...choices: readonly (number | undefined)[]) =>
  (w: World) =>
    choices.map((maxAgeSeconds) => ({ ...w, maxAgeSeconds }));
const freshness = (w: World) => YES_NO.map((freshOnly) => ({ ...w, freshOnly }));
const registrations = (w: World) =>
  [w.livePasskeys, new Set<never>()].map((livePasskeys) => ({ ...w, livePasskeys }));

const here: Proof = { at: NOW - MINUTE, transaction: HERE, audience: bank };
const thisMorning: Proof = { at: NOW - 120 * MINUTE, transaction: BEFORE, audience: portal };
const atTheTaxOffice: Proof = { at: NOW - 30 * MINUTE, transaction: BEFORE, audience: tax };

/** One axis per kind of factor: absent, or proven in one of these ways. */
const ledgers = KINDS.map((kind) => (w: World) => {
  // Those that carry more than the lowest value come from one more place.
  const carries = kind !== 'pwd' && kind !== 'otp';
  const proofs = carries ? [here, thisMorning, atTheTaxOffice] : [here, thisMorning];
  return [w, ...proofs.map((proof) => ({ ...w, ledger: [...w.ledger, factor(kind, proof)] }))];
});

/** All alone in the ledger, at every age around a limit. */
const loneFactors = (w: World) =>
  [0, 1, 15, 59, 60, 61, 180]
    .flatMap((minutes) => [minutes * MINUTE, minutes * MINUTE + 1])
    .flatMap((age) =>
      [bank, portal, tax].flatMap((audience) =>
        [HERE, BEFORE].map((transaction) => ({ at: w.now - age, audience, transaction })),
      ),
    )
    .flatMap((proof) => KINDS.map((kind) => ({ ...w, ledger: [factor(kind, proof)] })));

/** Every set of kinds, each proven at a time of its own, so that the time told names the factor it rests on. */
const factorSets = (w: World) => {
  const minutesAgo: Readonly<Record<Kind, number>> = {
    pwd: 1,
    otp: 2,
    synced: 5,
    bound: 9,
    biometric: 7,
  };
  const proof = (kind: Kind) => ({ ...here, at: NOW - minutesAgo[kind] * MINUTE });
  return vary(
    [w],
    ...KINDS.map((kind) => (each: World) => [
      each,
      { ...each, ledger: [...each.ledger, factor(kind, proof(kind))] },
    ]),
  );
};

/** Returns how many there were; an assertion on each would take longer than all of them. */
function compare(
  cases: Iterable<World>,
  actual: (each: World) => string,
  expected: (each: World) => string,
): number {
  let count = 0;
  for (const each of cases) {
    count += 1;
    const [answer, wanted] = [actual(each), expected(each)];
    if (answer !== wanted) assert.equal(answer, wanted, `case ${count}: ${JSON.stringify(each)}`);
  }
  return count;
}

describe('assurance, every case against an oracle written from the design', function () {
  this.timeout(120_000);

  it('lets a factor count exactly when its age, transaction, audience and passkey allow it', () => {
    const cases = vary(
      [world],
      clients,
      reuses,
      maxAges(undefined, 0, 60, 3600),
      freshness,
      registrations,
      loneFactors,
    );
    const count = compare(
      cases,
      (each) => String(usableFactors(each.ledger, each).length),
      (each) => String(countingFactors(each).length),
    );
    assert.equal(count, 2 * 3 * 4 * 2 * 2 * (14 * 3 * 2 * 5));
  });

  it('answers every request for up to two values, preferred or essential, over every set of factors', () => {
    const sessions = [levels, factorSets, floors, interactivity, matchers];
    const requests = [
      [singlePreferences, singleEssentials],
      [pairedPreferences, singleEssentials],
      [singlePreferences, pairedEssentials],
    ];
    const counts = requests.map((request) =>
      compare(
        vary([world], ...sessions, ...request),
        (each) => answerOf(each.ledger, each),
        (each) => answerOn(each.ledger, each),
      ),
    );
    const perRequest = 2 * 32 * 3 * 2 * 2;
    assert.deepEqual(counts, [perRequest * 8 * 8, perRequest * 42 * 8, perRequest * 8 * 42]);
  });

  it('answers every ledger of fresh, old and foreign factors under every policy', () => {
    const cases = vary(
      [world],
      ...ledgers,
      levels,
      clients,
      reuses,
      maxAges(undefined, 3600),
      floors,
      interactivity,
      singlePreferences,
    );
    assert.equal(
      compare(cases, actualAnswer, expectedAnswer),
      3 ** 2 * 4 ** 3 * 2 * 2 * 3 * 2 * 3 * 2 * 8,
    );
  });
});
