import assert from 'node:assert/strict';

import { tierViolations, type Metadata } from '../../../clients/policy/tier-check.ts';
import { tierDefaults } from '../../../clients/policy/tier-defaults.ts';
import { TIER_RULES, type Tier } from '../../../clients/policy/tiers.ts';
import { BASE, FAPI } from './tier-cases.ts';

const membersRefused = (metadata: Metadata, tier: Tier) =>
  tierViolations(metadata, TIER_RULES[tier], { sandbox: false, mutualTls: true }).map(
    ({ member }) => member,
  );

describe('what a tier fills in', () => {
  /** What the library assumes where nothing was said. */
  const library = {
    token_endpoint_auth_method: 'client_secret_basic',
    id_token_signed_response_alg: 'ES256',
    introspection_signed_response_alg: 'RS256',
    authorization_signed_response_alg: 'RS256',
    require_pushed_authorization_requests: false,
    dpop_bound_access_tokens: false,
  };
  const filled = (tier: Tier, given: Metadata) => ({
    ...BASE,
    ...library,
    ...given,
    ...tierDefaults({ ...library, ...given }, given, TIER_RULES[tier]),
  });

  it('is everything it demands, so that asking for the tier is enough', () => {
    for (const tier of ['baseline', ...FAPI] as const) {
      assert.deepEqual(membersRefused(filled(tier, {}), tier), []);
    }
    assert.deepEqual(membersRefused(filled('public-service', {}), 'public-service'), [
      'backchannel_logout_uri',
    ]);
  });

  it('never takes the place of what was said', () => {
    for (const given of [
      { token_endpoint_auth_method: 'client_secret_basic' },
      { require_pushed_authorization_requests: false },
      { dpop_bound_access_tokens: false },
      { introspection_signed_response_alg: 'RS256' },
    ]) {
      for (const [member, value] of Object.entries(given)) {
        if (member === 'dpop_bound_access_tokens') {
          assert.equal(filled('bank', given).dpop_bound_access_tokens, value);
        }
        assert.deepEqual(membersRefused(filled('bank', given), 'bank'), [member]);
      }
    }
  });

  it('leaves the choice between DPoP and a certificate to whoever made it', () => {
    const given = { tls_client_certificate_bound_access_tokens: true };
    assert.equal(filled('bank', given).dpop_bound_access_tokens, false);
    assert.deepEqual(membersRefused(filled('bank', given), 'bank'), []);
  });
});
