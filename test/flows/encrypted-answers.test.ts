import assert from 'node:assert/strict';

import { exportJWK, generateKeyPair } from 'jose';

import { postRegistration } from '../support/oidc-client-registration.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { obtainCode, sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

/** What works is shown algorithm by algorithm in `discovery-truth.test.ts`; here what does not. */
describe('an answer that is to be encrypted', () => {
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
  });

  const keyOf = async (alg: string, more: object = {}) => {
    const { publicKey } = await generateKeyPair(alg, { extractable: true });
    return { ...(await exportJWK(publicKey)), alg, use: 'enc', ...more };
  };

  it('is never sent in the clear for want of a key: the client is told what is missing', async () => {
    for (const [what, key] of [
      ['only a key for signatures', await keyOf('ES256', { use: 'sig' })],
      ['a key for another algorithm', await keyOf('RSA-OAEP-256')],
    ] as const) {
      const client = await OidcClient.register(senid.issuer, {
        metadata: {
          id_token_encrypted_response_alg: 'ECDH-ES',
          id_token_encrypted_response_enc: 'A128GCM',
          jwks: { keys: [key] },
        },
      });
      const { code, attempt } = await obtainCode(senid, client, person);
      const { status, body } = await client.redeem(code, attempt);
      assert.equal(status, 400, what);
      assert.equal(body['error'], 'invalid_client_metadata', what);
      assert.match(String(body['error_description']), /encryption key.*ECDH-ES/, what);
      assert.equal(body['id_token'], undefined);
      assert.equal(body['access_token'], undefined);
    }
  });

  it('cannot be registered without saying where the keys are, nor with what is not offered', async () => {
    const redirect_uris = ['https://encrypted.example/callback'];
    const jwks = { keys: [await keyOf('ECDH-ES')] };
    for (const metadata of [
      { id_token_encrypted_response_alg: 'ECDH-ES' },
      { id_token_encrypted_response_enc: 'A128GCM', jwks },
      { id_token_encrypted_response_alg: 'ECDH-ES+A192KW', jwks },
      {
        id_token_encrypted_response_alg: 'ECDH-ES',
        id_token_encrypted_response_enc: 'A192GCM',
        jwks,
      },
      { userinfo_encrypted_response_alg: 'RSA1_5', jwks },
      { userinfo_encrypted_response_alg: 'dir', jwks },
      { request_object_encryption_alg: 'ECDH-ES', jwks },
      { authorization_encrypted_response_alg: 'ECDH-ES', jwks },
      { introspection_encrypted_response_alg: 'ECDH-ES', jwks },
    ]) {
      const answer = await postRegistration(senid.issuer, { redirect_uris, ...metadata });
      const body = (await answer.json()) as {
        error?: string;
        id_token_encrypted_response_alg?: string;
      };
      const ignored =
        answer.status === 201 && !Object.keys(body).some((name) => /encrypt/.test(name));
      assert.ok(ignored || body.error === 'invalid_client_metadata', JSON.stringify(metadata));
    }
  });
});
