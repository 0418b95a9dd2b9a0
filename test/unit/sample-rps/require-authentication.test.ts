import assert from 'node:assert/strict';

import { filingRequirement } from '../../../clients/sample-rps/portal-api.ts';
import {
  bearerChallenge,
  findShortcoming,
} from '../../../clients/sample-rps/require-authentication.ts';
import { HIGH, LOW, SUBSTANTIAL } from '../../../clients/sample-rps/shared/acr-ladder.ts';
import { stepUpDemand } from '../../../clients/sample-rps/step-up.ts';

const now = 1_800_000_000;
const good = {
  sub: 'somebody',
  client_id: 'sample-portal',
  scope: 'openid residence',
  acr: SUBSTANTIAL,
  auth_time: now - 60,
};
const shortcoming = (token: object) =>
  findShortcoming({ ...good, ...token }, filingRequirement, now);

describe('the resource server of the sample portal (RFC 9470)', () => {
  it('is content with the level it asks for, and with a higher one', () => {
    assert.equal(shortcoming({}), undefined);
    assert.equal(shortcoming({ acr: HIGH }), undefined);
  });

  it('names acr and age together when either falls short', () => {
    for (const token of [
      { acr: LOW },
      { acr: undefined },
      { auth_time: now - 901 },
      { auth_time: undefined },
    ]) {
      const found = shortcoming(token);
      assert.equal(found?.error, 'insufficient_user_authentication');
      assert.equal(found?.acr_values, SUBSTANTIAL);
      assert.equal(found?.max_age, '900');
    }
  });

  it('counts an authentication of exactly 15 minutes ago', () => {
    assert.equal(shortcoming({ auth_time: now - 900 }), undefined);
  });

  it('takes no token that was not verified', () => {
    const found = findShortcoming(undefined, filingRequirement, now);
    assert.equal(found?.error, 'invalid_token');
  });

  it('asks for a scope before it asks for a person', () => {
    assert.equal(shortcoming({ scope: 'openid', acr: LOW })?.error, 'insufficient_scope');
    assert.equal(shortcoming({ scope: 'openid residences' })?.error, 'insufficient_scope');
    assert.equal(shortcoming({ scope: ['residence'] })?.error, 'insufficient_scope');
    assert.equal(shortcoming({ scope: undefined })?.error, 'insufficient_scope');
  });
});

describe('the challenge', () => {
  it('is written as in RFC 9470, section 3', () => {
    assert.equal(
      bearerChallenge({
        error: 'insufficient_user_authentication',
        error_description: 'a higher "level"',
        acr_values: SUBSTANTIAL,
        max_age: undefined,
      }),
      `Bearer error="insufficient_user_authentication", error_description="a higher \\"level\\"", acr_values="${SUBSTANTIAL}"`,
    );
  });

  it('becomes members of the next authorization request', () => {
    const error = 'insufficient_user_authentication';
    const demand = (parameters: object, scheme: 'bearer' | 'dpop' = 'bearer') =>
      stepUpDemand([{ scheme, parameters: { error, ...parameters } }]);
    assert.deepEqual(demand({ acr_values: SUBSTANTIAL, max_age: '900' }), {
      acrValues: SUBSTANTIAL,
      maxAge: 900,
    });
    assert.deepEqual(demand({ acr_values: SUBSTANTIAL }), { acrValues: SUBSTANTIAL });
    assert.deepEqual(demand({ max_age: '0' }), { maxAge: 0 });
    assert.deepEqual(demand({ max_age: '-5' }), {});
    assert.equal(demand({ error: 'invalid_token' }), undefined);
    assert.equal(demand({}, 'dpop'), undefined);
  });
});
