import assert from 'node:assert/strict';

import { CLOSED } from '../support/resource-servers.ts';
import { responseOf } from '../support/session-login.ts';
import { ELSEWHERE } from './elsewhere.ts';
import { ENDPOINTS } from './endpoints.ts';
import * as keys from './keys.ts';
import { backchannelLogout } from './logout.ts';
import * as requests from './requests.ts';
import * as signed from './signed.ts';
import { VERIFIED_CLAIMS } from './verified-claims.ts';
import { metadataOf, type Proof } from './world.ts';

/**
 * One row for each member of the discovery document, no more and no fewer: whoever turns a feature on adds what shows
 * that it works. A list is proven value by value.
 */
export const ROWS: Readonly<Record<string, Proof>> = {
  ...ENDPOINTS,
  ...ELSEWHERE,
  ...VERIFIED_CLAIMS,

  async issuer(value, { senid, client, browser }) {
    assert.equal(value, senid.issuer);
    // RFC 8414, section 3: both documents, one truth.
    const oauth = await metadataOf(senid, '/.well-known/oauth-authorization-server');
    assert.deepEqual(oauth, await metadataOf(senid));
    const answer = await browser.send(client.authorize({ prompt: 'none' }).url);
    assert.equal(responseOf(answer, client)?.get('iss'), value);
  },

  /** RFC 9207, section 2: "in all authorization responses, including error responses". */
  async authorization_response_iss_parameter_supported(value, { client, browser, senid }) {
    assert.equal(value, 'true');
    for (const response_mode of ['query', 'fragment']) {
      for (const scope of ['openid', 'openid email']) {
        const { url } = client.authorize({ prompt: 'none', response_mode, scope });
        const answer = await browser.send(url);
        const location = answer.headers.get('location') ?? '';
        assert.ok(location.includes(`iss=${encodeURIComponent(senid.issuer)}`), location);
      }
    }
  },

  async claims_parameter_supported(value, world) {
    assert.equal(value, 'true');
    await requests.claims('phone_number', world);
  },

  async claim_types_supported(value, world) {
    assert.equal(value, 'normal');
    await requests.claims('email', world);
  },

  /** What is refused is shown by `refusals.ts`. */
  request_uri_parameter_supported: async (value) => assert.equal(value, 'false'),

  async response_types_supported(value, { client, browser }) {
    const { url } = client.authorize({ prompt: 'none', response_type: value });
    assert.ok(responseOf(await browser.send(url), client)?.has(value));
  },

  async code_challenge_methods_supported(value, { client, browser }) {
    const { url } = client.authorize({ prompt: 'none', code_challenge_method: value });
    assert.ok(responseOf(await browser.send(url), client)?.has('code'));
  },

  backchannel_logout_supported: backchannelLogout(false),
  backchannel_logout_session_supported: backchannelLogout(true),
  /** RFC 9728, section 4: each is known, and open to this client or closed to it. */
  async protected_resources(resource, { client, browser }) {
    const { url } = client.authorize({ prompt: 'none', resource });
    const response = responseOf(await browser.send(url), client);
    const wanted = resource === CLOSED ? 'invalid_target' : null;
    assert.equal(response?.get('error'), wanted);
  },

  acr_values_supported: requests.acrValues,
  claims_supported: requests.claims,
  claims_locales_supported: requests.claimsLocales,
  display_values_supported: requests.displays,
  grant_types_supported: requests.grantTypes,
  prompt_values_supported: requests.prompts,
  response_modes_supported: requests.responseModes,
  scopes_supported: requests.scopes,
  subject_types_supported: requests.subjectTypes,
  token_endpoint_auth_methods_supported: requests.clientAuthentication,
  ui_locales_supported: requests.uiLocales,

  id_token_signing_alg_values_supported: keys.idTokenSigning,
  id_token_encryption_alg_values_supported: keys.idTokenEncryption.alg,
  id_token_encryption_enc_values_supported: keys.idTokenEncryption.enc,
  userinfo_signing_alg_values_supported: keys.userinfoSigning,
  userinfo_encryption_alg_values_supported: keys.userinfoEncryption.alg,
  userinfo_encryption_enc_values_supported: keys.userinfoEncryption.enc,
  token_endpoint_auth_signing_alg_values_supported: keys.assertionSigning,

  request_parameter_supported: (_value, world) => signed.requestObjects('ES256', world),
  request_object_signing_alg_values_supported: signed.requestObjects,
  authorization_signing_alg_values_supported: signed.authorizationSigning,
  introspection_signing_alg_values_supported: signed.introspectionSigning,
  dpop_signing_alg_values_supported: signed.dpopSigning,
};
