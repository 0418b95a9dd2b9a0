import assert from 'node:assert/strict';

import { sampleRegistrations } from '../../../clients/sample-rps/registrations.ts';
import { acrName } from '../../../clients/sample-rps/shared/acr-ladder.ts';

const registrations = sampleRegistrations({
  bankOrigin: 'http://localhost:3001',
  landlordOrigin: 'http://localhost:3002',
  portalOrigin: 'http://localhost:3003',
  portalSecret: 'secret',
});
const named = (clientId: string) => registrations.find((each) => each.clientId === clientId);

describe('the registrations of the samples', () => {
  it('tell the person in both languages why each scope is asked for, and ask for no other', () => {
    for (const { policy, metadata } of registrations) {
      assert.deepEqual(Object.keys(policy.purposes), policy.entitledScopes);
      assert.equal(metadata['scope'], ['openid', ...policy.entitledScopes].join(' '));
      for (const { vi, en } of Object.values(policy.purposes)) assert.ok(vi !== '' && en !== '');
      assert.ok(policy.optionalScopes.every((scope) => policy.entitledScopes.includes(scope)));
      assert.notEqual(acrName(policy.acrFloor), undefined);
    }
  });

  it('keep every client apart from the others: pairwise subjects, one organisation each', () => {
    const organisations = registrations.map(({ policy }) => policy.organisation.id);
    assert.equal(new Set(organisations).size, 3);
    for (const { metadata } of registrations) assert.equal(metadata['subject_type'], 'pairwise');
  });

  it('let the bank reuse no session, and hold it to "substantial" and pushed requests', () => {
    const bank = named('sample-bank');
    assert.equal(bank?.policy.reuse, 'never');
    assert.equal(bank?.policy.acrFloor, 'urn:senid:loa:substantial');
    assert.equal(bank?.metadata['require_pushed_authorization_requests'], true);
    assert.equal(bank?.metadata['jwks_uri'], 'http://localhost:3001/jwks.json');
  });

  it('give the landlord neither a secret nor a scope that holds a number', () => {
    const landlord = named('sample-landlord');
    assert.equal(landlord?.metadata['token_endpoint_auth_method'], 'none');
    assert.equal('client_secret' in (landlord?.metadata ?? {}), false);
    assert.deepEqual(landlord?.policy.entitledScopes, ['tenant_check']);
  });
});
