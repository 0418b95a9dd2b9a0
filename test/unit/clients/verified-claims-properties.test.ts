import assert from 'node:assert/strict';

import fc from 'fast-check';

import { VERIFIABLE_CLAIMS } from '../../../accounts/proofing.ts';
import { verifiedIdentity, type VerifiedIdentity } from '../../../accounts/verified-identity.ts';
import { bankPolicy } from '../../../clients/sample-rps/registrations.ts';
import { claimsOfScopes, SCOPES } from '../../../clients/scopes.ts';
import { allowanceOf, consentName } from '../../../clients/verified-claims/allowance.ts';
import { discloseVerified } from '../../../clients/verified-claims/answer.ts';
import { DETAIL_NAMES, DETAILS } from '../../../clients/verified-claims/details.ts';
import { verifiedClaimsOf } from '../../support/verified-claims.ts';
import { consentOf, NOW, personaAccount, requestsOf } from '../../support/verified-disclosure.ts';

const people = ['099090000011', '099185000028', 'F00000000031', 'F00000000048'];
const identities = people.map((login) => {
  const identity = verifiedIdentity(personaAccount(login), NOW);
  assert.ok(identity);
  return identity;
});

/** Values somebody may ask for: right ones of one person or another, and wrong ones. */
const guesses: readonly unknown[] = [
  'vn_eid',
  'level_01',
  'level_02',
  'in_person',
  'remote',
  'idcard',
  'passport',
  'data',
  'bvp',
  'population_register',
  '099090000011',
  '2030-11-22',
  'something else',
  17,
  null,
  ...identities.flatMap(({ claims }) => Object.values(claims)),
];
const guess = fc.constantFrom(...guesses);
const word = fc.constantFrom(...guesses.filter((value) => typeof value === 'string'));

function element(value: fc.Arbitrary<unknown>) {
  return fc.option(
    fc.record(
      {
        essential: fc.boolean(),
        value,
        values: fc.array(value, { minLength: 1, maxLength: 4 }),
        max_age: fc.constantFrom(0, 3_600, 1e9),
      },
      { requiredKeys: [] },
    ),
    { freq: 2 },
  );
}

const leaf = element(word);
const checkDetails = fc.array(
  fc.record(
    { check_method: leaf, organization: leaf, check_id: leaf, time: leaf },
    { requiredKeys: ['check_method'] },
  ),
  { minLength: 1, maxLength: 2 },
);
const evidence = fc.oneof(
  fc.record(
    {
      type: fc.constant({ value: 'document' }),
      check_details: checkDetails,
      document_details: fc.record(
        { type: leaf, document_number: leaf, date_of_expiry: leaf, serial_number: leaf },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['type'] },
  ),
  fc.record(
    {
      type: fc.constant({ value: 'electronic_record' }),
      check_details: checkDetails,
      record: fc.record({ type: leaf, created_at: leaf }, { requiredKeys: [] }),
      verifier: fc.record({ organization: leaf }),
    },
    { requiredKeys: ['type'] },
  ),
  fc.record({ type: fc.constantFrom({ value: 'vouch' }, { value: 'electronic_signature' }) }),
);
const verification = fc.record(
  {
    trust_framework: fc.option(fc.constantFrom({ value: 'vn_eid' }, { value: 'eidas' }), {
      freq: 2,
    }),
    assurance_level: leaf,
    assurance_process: fc.record({ policy: leaf, procedure: leaf }, { requiredKeys: [] }),
    time: leaf,
    evidence: fc.array(evidence, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['trust_framework'] },
);
const claimName = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...VERIFIABLE_CLAIMS) },
  { weight: 1, arbitrary: fc.constantFrom('email', '__proto__', 'constructor', 'claim%1/a&,.b') },
  { weight: 1, arbitrary: fc.string() },
);
const claims = fc
  .array(fc.tuple(claimName, element(guess)), { minLength: 1, maxLength: 6 })
  .map((entries) => Object.fromEntries(entries));
const alternative = fc.record({ verification, claims: fc.option(claims, { freq: 9 }) });
const request = fc.array(alternative, { minLength: 1, maxLength: 3 });

const everyConsent = VERIFIABLE_CLAIMS.flatMap((claim) => [
  consentName(claim),
  ...DETAIL_NAMES.map((detail) => consentName(claim, detail)),
]);
const agreement = fc.record({
  scopes: fc.subarray(SCOPES.map(({ scope }) => scope)),
  agreed: fc.subarray(everyConsent),
  use: fc.constantFrom('userinfo' as const, 'id_token' as const),
});
type Agreement = typeof agreement extends fc.Arbitrary<infer Value> ? Value : never;

function ask(input: unknown, identity: VerifiedIdentity, { scopes, agreed, use }: Agreement) {
  const policy = { ...bankPolicy, entitledScopes: scopes };
  const allowance = allowanceOf(policy, consentOf(agreed));
  return discloseVerified(requestsOf(input), identity, allowance, { use, now: NOW });
}

/** Every member anywhere in an answer. */
function membersOf(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = Array.isArray(data) ? [] : Object.keys(data);
  return [...own, ...Object.values(data).flatMap(membersOf)];
}

/** The same person, as far as this agreement goes: everything else about them is different. */
function strangerTo(identity: VerifiedIdentity, { scopes, agreed }: Agreement): VerifiedIdentity {
  const entitled = claimsOfScopes(scopes);
  const claim = (name: (typeof VERIFIABLE_CLAIMS)[number]) =>
    entitled.has(name) && agreed.includes(consentName(name));
  const hidden = DETAIL_NAMES.filter((detail) => {
    const { governedBy } = DETAILS[detail];
    const mayHave = governedBy === undefined || entitled.has(governedBy);
    return (
      !mayHave ||
      !VERIFIABLE_CLAIMS.some((name) => claim(name) && agreed.includes(consentName(name, detail)))
    );
  }).flatMap((detail) => DETAILS[detail].members as readonly string[]);
  const other = JSON.parse(JSON.stringify(identity.verification), (name, value: unknown) =>
    hidden.includes(name) ? undefined : value,
  ) as VerifiedIdentity['verification'];
  const values = Object.entries(identity.claims).map(([name, value]) => [
    name,
    VERIFIABLE_CLAIMS.some((known) => known === name && claim(known)) ? value : 'something else',
  ]);
  return { claims: Object.fromEntries(values) as VerifiedIdentity['claims'], verification: other };
}

describe('Whatever is asked for, entitled and agreed to', () => {
  const identity = fc.constantFrom(...identities);

  it('nothing is told that was not asked for, is not entitled, or was not agreed to', () => {
    fc.assert(
      fc.property(request, identity, agreement, (input, person, terms) => {
        const entitled = claimsOfScopes(terms.scopes);
        const asked = new Set(input.flatMap((each) => Object.keys(each.claims ?? {})));
        const { member } = ask(input, person, terms);
        for (const answer of verifiedClaimsOf({ verified_claims: member })) {
          const names = VERIFIABLE_CLAIMS.filter((name) => name in answer.claims);
          assert.equal(names.length, Object.keys(answer.claims).length);
          for (const name of names) {
            assert.ok(asked.has(name) && entitled.has(name), name);
            assert.ok(terms.agreed.includes(consentName(name)), name);
            assert.deepEqual(answer.claims[name], person.claims[name]);
          }
          const members = membersOf(answer.verification);
          const requested = new Set(membersOf(input));
          assert.ok(members.every((name) => requested.has(name) || name === 'trust_framework'));
          for (const detail of DETAIL_NAMES) {
            const { governedBy } = DETAILS[detail];
            const told = DETAILS[detail].members.some((name) => members.includes(name));
            if (!told) continue;
            assert.ok(governedBy === undefined || entitled.has(governedBy), detail);
            assert.ok(
              terms.agreed.some((name) => name.endsWith(`+${detail}`)),
              detail,
            );
          }
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('the answer does not depend on anything that may not be told: no filter is a question about it', () => {
    fc.assert(
      fc.property(request, identity, agreement, (input, person, terms) => {
        const answer = ask(input, person, terms);
        assert.deepEqual(ask(input, strangerTo(person, terms), terms), answer);
      }),
      { numRuns: 1_500 },
    );
  });

  it('constraints hold for everything that is told', () => {
    fc.assert(
      fc.property(request, identity, (input, person) => {
        const terms = { scopes: SCOPES.map(({ scope }) => scope), agreed: everyConsent };
        const { member } = ask(input, person, { ...terms, use: 'id_token' });
        const answers = verifiedClaimsOf({ verified_claims: member });
        const met = input.filter(({ verification: { trust_framework, assurance_level } }) => {
          const level = person.verification['assurance_level'];
          const { value = level, values = [level] } = assurance_level ?? {};
          const ageless = assurance_level?.max_age === undefined;
          return (
            (trust_framework ?? { value: 'vn_eid' }).value === 'vn_eid' &&
            (assurance_level === null || (value === level && values.includes(level) && ageless))
          );
        });
        assert.ok(answers.length <= met.length);
      }),
      { numRuns: 500 },
    );
  });
});
