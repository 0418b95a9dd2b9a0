import assert from 'node:assert/strict';

import { TestAuthority } from '../../support/certificates.ts';
import { FapiParty, type FapiWish } from '../../support/fapi-party.ts';
import { startSenid, type SenidProcess } from '../../support/senid-process.ts';
import { newHolder } from '../../support/session-login.ts';
import type { Person } from '../../support/session-people.ts';

const COMBINATIONS: readonly FapiWish[] = (['bank', 'bank-signed'] as const).flatMap((tier) => [
  { tier, authentication: 'private_key_jwt', constraint: 'dpop' },
  { tier, authentication: 'private_key_jwt', constraint: 'mtls' },
  { tier, authentication: 'tls_client_auth', constraint: 'dpop' },
  { tier, authentication: 'tls_client_auth', constraint: 'mtls' },
  { tier, authentication: 'self_signed_tls_client_auth', constraint: 'mtls' },
  { tier, authentication: 'private_key_jwt', constraint: 'dpop', alg: 'PS256' },
  { tier, authentication: 'private_key_jwt', constraint: 'dpop', alg: 'EdDSA' },
]);

describe('FAPI 2.0 with openid-client', () => {
  let authority: TestAuthority;
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    authority = new TestAuthority().trustHere();
    senid = await startSenid({ name: 'fapi', authority });
    person = await newHolder(senid);
  });

  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
    authority.remove();
  });

  for (const wish of COMBINATIONS) {
    const { tier, authentication, constraint, alg = 'ES256' } = wish;
    it(`${tier}: ${authentication} with ${constraint}, ${alg}`, async () => {
      const party = await FapiParty.register(senid, authority, wish);
      const tokens = await party.logIn(person);
      assert.equal(tokens.token_type, constraint === 'dpop' ? 'dpop' : 'bearer');
      assert.equal((await party.userinfo(tokens)).sub, tokens.claims()?.sub);

      const { active, cnf, client_id } = await party.introspect(tokens.access_token);
      assert.deepEqual({ active, client_id }, { active: true, client_id: party.clientId });
      const thumbprint = cnf?.[constraint === 'dpop' ? 'jkt' : 'x5t#S256'];
      assert.match(String(thumbprint), /^[\w-]{43}$/);

      // FAPI 2.0 Security Profile, section 5.3.2.1: refresh tokens are not rotated.
      const refreshToken = tokens.refresh_token ?? '';
      for (const use of ['first', 'second']) {
        const refreshed = await party.refresh(refreshToken);
        assert.equal(refreshed.refresh_token, refreshToken, use);
        assert.equal((await party.userinfo(refreshed)).sub, tokens.claims()?.sub);
      }
    });
  }
});
