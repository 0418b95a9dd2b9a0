import assert from 'node:assert/strict';

import type { Account } from '../../../accounts/account.ts';
import type { Consent } from '../../../accounts/consent.ts';
import { personas } from '../../../accounts/personas.ts';
import { verifiedIdentity } from '../../../accounts/verified-identity.ts';
import { disclosureItems, consentNames } from '../../../clients/disclosure.ts';
import { bankPolicy, landlordPolicy } from '../../../clients/sample-rps/registrations.ts';
import type { ClientPolicy } from '../../../clients/client.ts';
import { allowanceOf } from '../../../clients/verified-claims/allowance.ts';
import { discloseVerified } from '../../../clients/verified-claims/answer.ts';
import { parseVerifiedClaims } from '../../../clients/verified-claims/request.ts';

const NOW = Date.parse('2026-11-22T03:00:00Z');
const CREATED = NOW - 3_600_000;

function account(login: string): Account {
  const found = personas(NOW).find((persona) => persona.login === login);
  assert.ok(found);
  return { ...found.account, id: 'acc_1', guardianId: undefined, createdAt: CREATED };
}

const an = account('099090000011');

function requestsOf(input: unknown) {
  const parsed = parseVerifiedClaims(input);
  assert.equal(parsed.kind, 'parsed', JSON.stringify(parsed));
  return parsed.kind === 'parsed' ? parsed.requests : [];
}

/** Everything the page would ask about is agreed to. */
function consentTo(policy: ClientPolicy, input: unknown): Consent {
  const data = { scopes: [], claims: [], verified: requestsOf(input) };
  return {
    id: 'con_1',
    accountId: 'acc_1',
    clientId: 'rp',
    acceptedScopes: [],
    refusedScopes: [],
    acceptedClaims: disclosureItems(policy, data).flatMap(consentNames),
    refusedClaims: [],
    textHash: '',
    textVersion: '',
    locale: 'vi',
    decidedAt: NOW,
    expiresAt: undefined,
    kind: 'granted',
  };
}

interface Case {
  readonly person?: Account;
  readonly policy?: ClientPolicy;
  readonly use?: 'userinfo' | 'id_token';
  readonly consent?: Consent;
}

function disclose(input: unknown, options: Case = {}) {
  const { person = an, policy = bankPolicy, use = 'userinfo' } = options;
  const { consent = consentTo(policy, input) } = options;
  const allowance = allowanceOf(policy, consent);
  const identity = verifiedIdentity(person, NOW);
  return discloseVerified(requestsOf(input), identity, allowance, { use, now: NOW });
}

const told = (input: unknown, options?: Case) => disclose(input, options).member;
const asked = (claims: unknown, verification: object = {}) => ({
  verification: { trust_framework: null, ...verification },
  claims,
});
const NOTHING = { verification: { trust_framework: 'vn_eid' }, claims: {} };
const NAME = { name: 'Nguyễn Văn An' };

describe('An answer to a request for verified claims', () => {
  it('holds the claims asked for and the trust framework, and nothing that was not asked for', () => {
    assert.deepEqual(told(asked({ name: null, birthdate: {}, gender: { essential: false } })), {
      verification: { trust_framework: 'vn_eid' },
      claims: { ...NAME, birthdate: '1990-05-17', gender: 'male' },
    });
  });

  it('tells level, process, time and evidence where each is asked for', () => {
    const verification = {
      assurance_level: null,
      assurance_process: { policy: null, procedure: null },
      time: null,
      evidence: [
        {
          type: { value: 'document' },
          check_details: [{ check_method: null }],
          document_details: { type: null, document_number: null, date_of_expiry: null },
        },
        {
          type: { value: 'electronic_record' },
          record: { type: null, source: { name: null } },
          verifier: { organization: null },
        },
      ],
    };
    assert.deepEqual(told(asked({ name: null }, verification)), {
      verification: {
        trust_framework: 'vn_eid',
        assurance_level: 'level_02',
        assurance_process: { policy: 'decree_69_2024_nd_cp', procedure: 'in_person' },
        time: '2026-11-22T02:00:00Z',
        evidence: [
          {
            type: 'document',
            check_details: [{ check_method: 'vpip' }],
            document_details: {
              type: 'idcard',
              document_number: '099090000011',
              date_of_expiry: '2030-11-22',
            },
          },
          {
            type: 'electronic_record',
            record: { type: 'population_register', source: { name: 'SenID' } },
            verifier: { organization: 'SenID' },
          },
        ],
      },
      claims: NAME,
    });
  });

  it('leaves out a claim that is unknown, or not held, and goes on with the others', () => {
    const odd = { 'claim%1/a&,.b': null, email: null, given_name: { essential: true }, x: 17 };
    assert.deepEqual(told(asked({ ...odd, name: null })), { ...NOTHING, claims: NAME });
    assert.deepEqual(told(asked(odd)), NOTHING);
    assert.deepEqual(told(asked(odd), { use: 'id_token' }), undefined);
  });

  it('looks nothing up under names that objects have by birth', () => {
    const claims: unknown = JSON.parse('{"__proto__": null, "constructor": {}, "toString": null}');
    assert.deepEqual(told(asked(claims)), NOTHING);
    assert.deepEqual(disclose(asked(claims)).names, []);
  });

  it('leaves out a birth date of which only the year is known: the schema knows whole dates', () => {
    const person = account('F00000000048');
    const answer = told(asked({ birthdate: null, age_over_18: null }), { person });
    assert.deepEqual(answer, { ...NOTHING, claims: { age_over_18: true } });
  });

  it('has an address only where it is in the data of the account: citizens of level 02', () => {
    const policy = { ...bankPolicy, entitledScopes: ['address', 'profile'] };
    const claims = { name: null, address: null };
    const names = (person: Account) => disclose(asked(claims), { policy, person }).names;
    assert.ok(names(an).includes('verified_claims.claims.address'));
    assert.ok(!names(account('099185000028')).includes('verified_claims.claims.address'));
    assert.ok(!names(account('F00000000031')).includes('verified_claims.claims.address'));
  });

  it('is undefined of an organisation, which has no identity of this kind', () => {
    const person = { ...an, subjectType: 'organisation' } as const;
    assert.deepEqual(told(asked({ name: null }), { person }), NOTHING);
  });
});

describe('A filter that is not met', () => {
  const unmet: Readonly<Record<string, object>> = {
    'another trust framework': { trust_framework: { value: 'de_aml' } },
    'none of several trust frameworks': { trust_framework: { values: ['de_aml', 'eidas'] } },
    'a value that is not among the values': {
      trust_framework: { value: 'vn_eid', values: ['eidas'] },
    },
    'another assurance level': { assurance_level: { value: 'level_01' } },
    'another procedure': { assurance_process: { procedure: { value: 'remote' } } },
    'a process of which nothing is known': { verification_process: { value: 'x' } },
    'details of assurance that are not held': {
      assurance_process: { assurance_details: [{ assurance_type: { value: 'counter_fraud' } }] },
    },
    'a younger verification': { time: { max_age: 3_599 } },
    'evidence of a kind that is not held': { evidence: [{ type: { value: 'vouch' } }] },
    'another document': {
      evidence: [
        { type: { value: 'document' }, document_details: { type: { value: 'passport' } } },
      ],
    },
    'another check': {
      evidence: [
        { type: { value: 'document' }, check_details: [{ check_method: { value: 'pvr' } }] },
      ],
    },
    'an age of a date that is not held': {
      evidence: [
        {
          type: { value: 'document' },
          document_details: { type: null, date_of_issuance: { max_age: 1e9 } },
        },
      ],
    },
  };
  for (const [title, verification] of Object.entries(unmet)) {
    it(`leaves userinfo with empty claims, an ID token with nothing: ${title}`, () => {
      const input = asked({ name: { essential: true } }, verification);
      assert.deepEqual(told(input), NOTHING);
      assert.equal(told(input, { use: 'id_token' }), undefined);
      assert.deepEqual(disclose(input).names, []);
    });
  }

  it('on one claim leaves that claim out', () => {
    const input = asked({
      name: { value: 'Somebody Else' },
      gender: { values: ['male', 'other'] },
    });
    assert.deepEqual(told(input), { ...NOTHING, claims: { gender: 'male' } });
  });

  it('on the only claim leaves userinfo with empty claims', () => {
    const input = asked({ name: { value: 'Somebody Else', essential: true } });
    assert.deepEqual(told(input), NOTHING);
    assert.equal(told(input, { use: 'id_token' }), undefined);
  });
});

describe('A filter that is met', () => {
  const met: Readonly<Record<string, object>> = {
    'the trust framework': { trust_framework: { value: 'vn_eid', essential: true } },
    'one of several trust frameworks': { trust_framework: { values: ['eidas', 'vn_eid'] } },
    'the level': { assurance_level: { values: ['level_02'] } },
    'an age just reached': { time: { max_age: 3_600 } },
    'one of two kinds of evidence': {
      evidence: [{ type: { value: 'vouch' } }, { type: { value: 'document' } }],
    },
    'a document not expired longer than a day': {
      evidence: [
        {
          type: { value: 'document' },
          document_details: { type: null, date_of_expiry: { max_age: 86_400 } },
        },
      ],
    },
    'one of two checks': {
      evidence: [
        {
          type: { value: 'electronic_record' },
          check_details: [{ check_method: { value: 'bvp' } }, { check_method: { value: 'kbv' } }],
        },
      ],
    },
  };
  for (const [title, verification] of Object.entries(met)) {
    it(title, () => {
      const answer = told(asked({ name: null }, verification));
      assert.deepEqual((answer as { claims: unknown }).claims, NAME);
    });
  }

  it('of a foreigner’s two documents tells the one that fits', () => {
    const document_details = {
      type: { value: 'residence_permit' },
      issuer: { country_code: null },
    };
    const evidence = [{ type: { value: 'document' }, document_details }];
    const person = account('F00000000031');
    const answer = told(asked({ name: null }, { evidence }), { person });
    assert.deepEqual((answer as { verification: unknown }).verification, {
      trust_framework: 'vn_eid',
      evidence: [
        {
          type: 'document',
          document_details: { type: 'residence_permit', issuer: { country_code: 'VNM' } },
        },
      ],
    });
  });

  it('answers each alternative by itself', () => {
    const input = [
      asked({ name: null }, { trust_framework: { value: 'eidas' } }),
      asked({ name: null }),
      asked({ gender: null }, { assurance_level: null }),
    ];
    assert.deepEqual(told(input), [
      { ...NOTHING, claims: NAME },
      {
        verification: { trust_framework: 'vn_eid', assurance_level: 'level_02' },
        claims: { gender: 'male' },
      },
    ]);
    assert.deepEqual(told(input.slice(0, 2)), { ...NOTHING, claims: NAME });
    assert.deepEqual(told(input.slice(0, 1)), NOTHING);
  });

  it('tells how somebody was verified, and nothing about them, where claims is null', () => {
    const input = asked(null, { assurance_level: null, time: null });
    const verification = { trust_framework: 'vn_eid', assurance_level: 'level_02' };
    assert.deepEqual(told(input, { use: 'id_token' }), { verification, claims: {} });
  });

  it('leaves out an object that would be invalid without a member nobody asked for', () => {
    const evidence = [{ type: { value: 'document' }, document_details: { document_number: null } }];
    const answer = told(asked({ name: null }, { evidence })) as { verification: object };
    assert.deepEqual(answer.verification, {
      trust_framework: 'vn_eid',
      evidence: [{ type: 'document' }],
    });
  });
});

describe('A landlord', () => {
  it('gets no evidence, and learns nothing by asking for it', () => {
    const evidence = [{ type: { value: 'document' }, document_details: { type: null } }];
    const options = { policy: landlordPolicy };
    assert.deepEqual(told(asked({ name: null }, { evidence }), options), NOTHING);
    assert.deepEqual(told(asked({ personal_identification_number: null }), options), NOTHING);
    assert.deepEqual(told(asked({ name: null }), options), { ...NOTHING, claims: NAME });
  });
});
