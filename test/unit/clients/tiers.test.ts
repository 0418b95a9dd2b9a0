import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';

import { tierViolations, type Metadata } from '../../../clients/policy/tier-check.ts';
import { isTier, TIER_RULES, TIERS, type Tier } from '../../../clients/policy/tiers.ts';
import { BANK, CASES, GOOD } from './tier-cases.ts';

const membersRefused = (metadata: Metadata, tier: Tier, sandbox = false) =>
  tierViolations(metadata, TIER_RULES[tier], { sandbox, mutualTls: true }).map(
    ({ member }) => member,
  );

describe('the table of tiers', () => {
  for (const tier of TIERS) {
    it(`has nothing against a good relying party of the tier ${tier}`, () => {
      assert.deepEqual(membersRefused(GOOD[tier], tier), []);
    });

    it(`of ${tier} refuses what it does not allow, names the member, and nothing else`, () => {
      for (const { member, change, refusedBy, because } of CASES) {
        const expected = refusedBy.includes(tier) ? [member] : [];
        const found = new Set(membersRefused({ ...GOOD[tier], ...change }, tier));
        assert.deepEqual([...found], expected, `${JSON.stringify(change)}: ${because}`);
      }
    });
  }

  it('says what was given and what is allowed', () => {
    const [violation] = tierViolations(
      { ...BANK, token_endpoint_auth_method: 'none' },
      TIER_RULES.bank,
      { sandbox: false, mutualTls: true },
    );
    assert.deepEqual(violation, {
      member: 'token_endpoint_auth_method',
      given: 'none',
      allowed: 'private_key_jwt, tls_client_auth, self_signed_tls_client_auth',
    });
  });

  it('lets a site on the developer’s own machine in, in a sandbox alone', () => {
    const local = {
      ...GOOD.baseline,
      redirect_uris: ['http://localhost:8080/cb', 'http://127.0.0.1/cb', 'http://[::1]:1/cb'],
      client_uri: 'http://localhost:8080/',
    };
    assert.deepEqual(membersRefused(local, 'baseline', true), []);
    assert.equal(membersRefused(local, 'baseline').length, 4);
    const elsewhere = { ...GOOD.baseline, redirect_uris: ['http://192.168.1.1/cb'] };
    assert.deepEqual(membersRefused(elsewhere, 'baseline', true), ['redirect_uris']);
  });

  it('refuses RSA keys of fewer than 2048 bits (RFC 7518, section 3.3)', () => {
    const jwksOf = (modulusLength: number) => ({
      keys: [generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'jwk' })],
    });
    for (const tier of TIERS) {
      assert.deepEqual(membersRefused({ ...GOOD[tier], jwks: jwksOf(2048) }, tier), []);
      for (const bits of [1024, 2040]) {
        assert.deepEqual(membersRefused({ ...GOOD[tier], jwks: jwksOf(bits) }, tier), ['jwks']);
      }
    }
  });

  it('holds FAPI 2.0 for the banks: no rotation, the issuer as audience, codes of 60 seconds at most', () => {
    for (const tier of TIERS) {
      const rules = TIER_RULES[tier];
      const bank = tier === 'bank' || tier === 'bank-signed';
      assert.equal(rules.fapi, bank);
      assert.equal(rules.rotatesRefreshTokens, !bank);
      assert.equal(rules.assertionAudience === 'issuer', tier !== 'baseline');
      assert.ok(rules.codeLifetimeSeconds > 0 && rules.codeLifetimeSeconds <= 60);
    }
  });

  it('knows its own names and no others', () => {
    for (const tier of TIERS) assert.ok(isTier(tier));
    for (const other of ['Bank', '', 'toString', '__proto__', undefined, null, 1, ['bank']]) {
      assert.equal(isTier(other), false);
    }
  });
});
