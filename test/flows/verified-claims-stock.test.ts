import assert from 'node:assert/strict';

import { compactDecrypt, createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import * as oidc from 'openid-client';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { walk } from '../support/session-journey.ts';
import { logIn, sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';
import { asking, claimsParameter, verifiedClaimsOf } from '../support/verified-claims.ts';

const REDIRECT_URI = 'https://stock-kyc.example/callback';
const REQUEST = [
  asking({ name: { essential: true } }, { trust_framework: { value: 'vn_eid' }, time: null }),
  asking({ gender: { essential: true } }),
];
const names = (answers: ReturnType<typeof verifiedClaimsOf>) =>
  answers.map(({ claims }) => Object.keys(claims));

describe('Verified claims at a relying party nobody here wrote', () => {
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
  });

  it('are asked for with openid-client, and come in ID token and userinfo', async () => {
    const provider = await oidc.dynamicClientRegistration(
      new URL(senid.issuer),
      { client_name: 'Dịch vụ mẫu', redirect_uris: [REDIRECT_URI] },
      oidc.ClientSecretBasic(),
      { execute: [oidc.allowInsecureRequests] },
    );
    const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: REDIRECT_URI,
      scope: 'openid',
      claims: claimsParameter(REQUEST, ['userinfo', 'id_token']),
      code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    });
    const browser = new Browser();
    const start = await browser.send(url.href);
    const answer = await walk(browser, start, { senid, person }, REDIRECT_URI);
    const callback = new URL(answer.headers.get('location') ?? '');
    const tokens = await oidc.authorizationCodeGrant(provider, callback, { pkceCodeVerifier });
    const claims = tokens.claims();
    assert.ok(claims);
    assert.deepEqual(names(verifiedClaimsOf(claims)), [['name'], ['gender']]);
    const userinfo = await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub);
    assert.deepEqual(names(verifiedClaimsOf(userinfo)), [['name'], ['gender']]);
  });

  it('come signed and encrypted where the client registered it so', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ECDH-ES');
    const key = { ...(await exportJWK(publicKey)), use: 'enc', alg: 'ECDH-ES' };
    const client = await OidcClient.register(senid.issuer, {
      metadata: {
        jwks: { keys: [key] },
        userinfo_signed_response_alg: 'ES256',
        userinfo_encrypted_response_alg: 'ECDH-ES',
        userinfo_encrypted_response_enc: 'A256GCM',
      },
    });
    const { accessToken } = await logIn(senid, client, person, {
      parameters: { claims: claimsParameter(REQUEST) },
    });
    const response = await fetch(`${senid.issuer}/userinfo`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    assert.match(response.headers.get('content-type') ?? '', /^application\/jwt/);
    const { plaintext } = await compactDecrypt(await response.text(), privateKey);
    const jwks = createRemoteJWKSet(new URL(`${senid.issuer}/jwks`));
    const { payload } = await jwtVerify(plaintext, jwks, { audience: client.clientId });
    assert.deepEqual(names(verifiedClaimsOf(payload)), [['name'], ['gender']]);
  });
});
