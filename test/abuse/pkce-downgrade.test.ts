import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import { postRegistration } from '../support/oidc-client-registration.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { attemptLogin, obtainCode, responseOf, sharedHolder } from '../support/session-login.ts';
import { sharedSenid } from '../support/session-server.ts';

const WITHOUT_PKCE = { code_challenge: undefined, code_challenge_method: undefined };

/** RFC 9700, section 2.1.1: PKCE, or, for a confidential client that says so, `nonce`. */
describe('PKCE is not given up by accident:', () => {
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer, { metadata: { require_pkce: false } });
  });

  const refusalOf = async (of: OidcClient, parameters: Record<string, string | undefined>) => {
    const answer = await new Browser().send(of.authorize(parameters).url);
    return responseOf(answer, of)?.get('error');
  };

  it('a confidential client that registered to go without must send a nonce instead', async () => {
    const person = await sharedHolder(senid);
    const { attempt, code } = await obtainCode(senid, client, person, { parameters: WITHOUT_PKCE });
    const withVerifier = await client.redeem(code, attempt);
    assert.equal(withVerifier.body['error'], 'invalid_grant', 'a verifier without a challenge');

    const next = await obtainCode(senid, client, person, { parameters: WITHOUT_PKCE });
    const tokens = tokensOf(await client.redeem(next.code, { verifier: '' }));
    assert.equal((await client.verify(tokens.idToken)).payload['nonce'], next.attempt.nonce);

    assert.equal(await refusalOf(client, { ...WITHOUT_PKCE, nonce: undefined }), 'invalid_request');
  });

  it('its PKCE, where there is one, holds', async () => {
    const person = await sharedHolder(senid);
    const { code } = await obtainCode(senid, client, person);
    const { body } = await client.redeem(code, { verifier: 'x'.repeat(64) });
    assert.equal(body['error'], 'invalid_grant');
    const unused = await attemptLogin(senid, client, person, {
      parameters: { code_challenge_method: 'plain' },
    });
    assert.equal(unused.response?.get('error'), 'invalid_request');
  });

  it('everybody else needs it, and may not register to go without', async () => {
    const usual = await OidcClient.register(senid.issuer);
    assert.equal(await refusalOf(usual, WITHOUT_PKCE), 'invalid_request');
    const { issuer } = senid;
    for (const metadata of [
      { token_endpoint_auth_method: 'none' },
      { tier: 'bank' },
      { tier: 'public-service' },
    ]) {
      const response = await postRegistration(issuer, {
        redirect_uris: ['https://rp-without-pkce.example/callback'],
        require_pkce: false,
        ...metadata,
      });
      const body = (await response.json()) as Record<string, unknown>;
      assert.equal(response.status, 400, JSON.stringify(metadata));
      assert.equal(body['error'], 'invalid_client_metadata');
    }
  });

  it('and what it registered is true or false, nothing else', async () => {
    for (const require_pkce of ['false', 0, null, []]) {
      const response = await postRegistration(senid.issuer, {
        redirect_uris: ['https://rp-without-pkce.example/callback'],
        require_pkce,
      });
      const { require_pkce: kept } = (await response.json()) as { require_pkce?: unknown };
      assert.ok(response.status === 400 || kept === undefined, String(require_pkce));
    }
  });
});
