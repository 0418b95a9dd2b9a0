import assert from 'node:assert/strict';

import * as oidc from 'openid-client';

import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { walk } from '../support/session-journey.ts';
import { sharedHolder } from '../support/session-login.ts';
import { sharedSenid } from '../support/session-server.ts';

const REDIRECT_URI = 'https://stock-rp.example/callback';

/** All a service has to write: discovery, registration, and a certified library. Nothing here knows SenID. */
describe('a stock relying party', () => {
  let senid: SenidProcess;

  before(async () => {
    senid = await sharedSenid();
  });

  for (const method of ['client_secret_basic', 'none'] as const) {
    it(`logs people in as a ${method} client through discovery and registration alone`, async () => {
      const options = { execute: [oidc.allowInsecureRequests] };
      const authentication = method === 'none' ? oidc.None() : oidc.ClientSecretBasic();
      const registration = {
        client_name: 'Dịch vụ mẫu',
        redirect_uris: [REDIRECT_URI],
        token_endpoint_auth_method: method,
        grant_types: ['authorization_code', 'refresh_token'],
      };
      const provider = await oidc.dynamicClientRegistration(
        new URL(senid.issuer),
        registration,
        authentication,
        options,
      );

      const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
      const expectedState = oidc.randomState();
      const expectedNonce = oidc.randomNonce();
      const url = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: REDIRECT_URI,
        scope: 'openid profile',
        acr_values: 'urn:senid:loa:substantial',
        code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
        state: expectedState,
        nonce: expectedNonce,
      });

      const callback = await visit(senid, url);
      const tokens = await oidc.authorizationCodeGrant(provider, callback, {
        pkceCodeVerifier,
        expectedState,
        expectedNonce,
      });
      const claims = tokens.claims();
      assert.ok(claims);
      assert.equal(claims['acr'], 'urn:senid:loa:substantial');
      const userinfo = await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub);
      assert.equal(typeof userinfo.name, 'string');
      const refreshed = await oidc.refreshTokenGrant(provider, tokens.refresh_token ?? '');
      assert.equal(refreshed.claims()?.sub, claims.sub);
      await oidc.tokenRevocation(provider, refreshed.refresh_token ?? '');
      await assert.rejects(oidc.fetchUserInfo(provider, refreshed.access_token, claims.sub));
    });
  }
});

/** The person's part, in their browser. */
async function visit(senid: SenidProcess, url: URL): Promise<URL> {
  const browser = new Browser();
  const person = await sharedHolder(senid);
  const end = await walk(browser, await browser.send(url.href), { senid, person }, REDIRECT_URI);
  return new URL(end.headers.get('location') ?? '');
}
