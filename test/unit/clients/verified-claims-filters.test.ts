import assert from 'node:assert/strict';

import { asking } from '../../support/verified-claims.ts';
import { disclose, NOTHING, personaAccount, told } from '../../support/verified-disclosure.ts';

const NAME = { name: 'Nguyễn Văn An' };

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
      const input = asking({ name: { essential: true } }, verification);
      assert.deepEqual(told(input), NOTHING);
      assert.equal(told(input, { use: 'id_token' }), undefined);
      assert.deepEqual(disclose(input).names, []);
    });
  }

  it('on one claim leaves that claim out', () => {
    const input = asking({
      name: { value: 'Somebody Else' },
      gender: { values: ['male', 'other'] },
    });
    assert.deepEqual(told(input), { ...NOTHING, claims: { gender: 'male' } });
  });

  it('on the only claim leaves userinfo with empty claims', () => {
    const input = asking({ name: { value: 'Somebody Else', essential: true } });
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
      const answer = told(asking({ name: null }, verification));
      assert.deepEqual((answer as { claims: unknown }).claims, NAME);
    });
  }

  it('of a foreigner’s two documents tells the one that fits', () => {
    const document_details = {
      type: { value: 'residence_permit' },
      issuer: { country_code: null },
    };
    const evidence = [{ type: { value: 'document' }, document_details }];
    const person = personaAccount('F00000000031');
    const answer = told(asking({ name: null }, { evidence }), { person });
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
      asking({ name: null }, { trust_framework: { value: 'eidas' } }),
      asking({ name: null }),
      asking({ gender: null }, { assurance_level: null }),
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
    const input = asking(null, { assurance_level: null, time: null });
    const verification = { trust_framework: 'vn_eid', assurance_level: 'level_02' };
    assert.deepEqual(told(input, { use: 'id_token' }), { verification, claims: {} });
  });

  it('leaves out an object that would be invalid without a member nobody asked for', () => {
    const evidence = [{ type: { value: 'document' }, document_details: { document_number: null } }];
    const answer = told(asking({ name: null }, { evidence })) as { verification: object };
    assert.deepEqual(answer.verification, {
      trust_framework: 'vn_eid',
      evidence: [{ type: 'document' }],
    });
  });
});
