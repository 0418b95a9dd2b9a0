import assert from 'node:assert/strict';

import type { Account } from '../../../accounts/account.ts';
import { bankPolicy, landlordPolicy } from '../../../clients/sample-rps/registrations.ts';
import { asking } from '../../support/verified-claims.ts';
import { disclose, NOTHING, personaAccount, told } from '../../support/verified-disclosure.ts';

const NAME = { name: 'Nguyễn Văn An' };
const an = personaAccount('099090000011');

describe('An answer to a request for verified claims', () => {
  it('holds the claims asked for and the trust framework, and nothing that was not asked for', () => {
    assert.deepEqual(told(asking({ name: null, birthdate: {}, gender: { essential: false } })), {
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
    assert.deepEqual(told(asking({ name: null }, verification)), {
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
    assert.deepEqual(told(asking({ ...odd, name: null })), { ...NOTHING, claims: NAME });
    assert.deepEqual(told(asking(odd)), NOTHING);
    assert.deepEqual(told(asking(odd), { use: 'id_token' }), undefined);
  });

  it('looks nothing up under names that objects have by birth', () => {
    const claims: unknown = JSON.parse('{"__proto__": null, "constructor": {}, "toString": null}');
    assert.deepEqual(told(asking(claims)), NOTHING);
    assert.deepEqual(disclose(asking(claims)).names, []);
  });

  it('leaves out a birth date of which only the year is known: the schema knows whole dates', () => {
    const person = personaAccount('F00000000048');
    const answer = told(asking({ birthdate: null, age_over_18: null }), { person });
    assert.deepEqual(answer, { ...NOTHING, claims: { age_over_18: true } });
  });

  it('has an address only where it is in the data of the account: citizens of level 02', () => {
    const policy = { ...bankPolicy, entitledScopes: ['address', 'profile'] };
    const claims = { name: null, address: null };
    const names = (person: Account) => disclose(asking(claims), { policy, person }).names;
    assert.ok(names(an).includes('verified_claims.claims.address'));
    assert.ok(!names(personaAccount('099185000028')).includes('verified_claims.claims.address'));
    assert.ok(!names(personaAccount('F00000000031')).includes('verified_claims.claims.address'));
  });

  it('is undefined of an organisation, which has no identity of this kind', () => {
    const person = { ...an, subjectType: 'organisation' } as const;
    assert.deepEqual(told(asking({ name: null }), { person }), NOTHING);
  });
});

describe('A landlord', () => {
  it('gets no evidence, and learns nothing by asking for it', () => {
    const evidence = [{ type: { value: 'document' }, document_details: { type: null } }];
    const options = { policy: landlordPolicy };
    assert.deepEqual(told(asking({ name: null }, { evidence }), options), NOTHING);
    assert.deepEqual(told(asking({ personal_identification_number: null }), options), NOTHING);
    assert.deepEqual(told(asking({ name: null }), options), { ...NOTHING, claims: NAME });
  });
});
