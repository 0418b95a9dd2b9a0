import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import {
  compactDecrypt,
  createRemoteJWKSet,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type JWTPayload,
} from 'jose';

import { assertionForm, OidcClient } from '../support/oidc-client.ts';
import { logIn } from '../support/session-login.ts';
import { noteSecret } from '../support/session-secrets.ts';
import type { Proof, World } from './world.ts';

/** A client that has asked for one algorithm, and what somebody's login at it gave. */
async function loginWith({ senid, person }: World, metadata: Readonly<Record<string, unknown>>) {
  const client = await OidcClient.register(senid.issuer, { metadata });
  return { client, login: await logIn(senid, client, person) };
}

export const idTokenSigning: Proof = async (alg, world) => {
  const { client, login } = await loginWith(world, { id_token_signed_response_alg: alg });
  const { protectedHeader } = await client.verify(login.idToken);
  assert.equal(protectedHeader.alg, alg);
};

export const userinfoSigning: Proof = async (alg, world) => {
  const { client, login } = await loginWith(world, { userinfo_signed_response_alg: alg });
  const { payload, header } = await verified(world, await userinfoJwt(client, login.accessToken));
  assert.equal(header.alg, alg);
  // OIDC Core 5.3.2: "If signed, the UserInfo Response MUST contain the Claims iss and aud as members."
  assert.equal(payload.iss, client.issuer);
  assert.equal(payload.aud, client.clientId);
  assert.equal(payload.sub, login.claims['sub']);
};

/** Every algorithm with one encoding, and every encoding with one algorithm. */
export const idTokenEncryption = {
  alg: (async (alg, world) => encryptedIdToken(world, alg, 'A256GCM')) satisfies Proof,
  enc: (async (enc, world) => encryptedIdToken(world, 'ECDH-ES', enc)) satisfies Proof,
};
export const userinfoEncryption = {
  alg: (async (alg, world) => encryptedUserinfo(world, alg, 'A128CBC-HS256')) satisfies Proof,
  enc: (async (enc, world) => encryptedUserinfo(world, 'RSA-OAEP-256', enc)) satisfies Proof,
};

async function encryptedIdToken({ senid, person }: World, alg: string, enc: string) {
  const { publicJwk, decrypt } = await encryptionKey(alg, enc);
  const client = await OidcClient.register(senid.issuer, {
    metadata: {
      id_token_encrypted_response_alg: alg,
      id_token_encrypted_response_enc: enc,
      jwks: { keys: [publicJwk] },
    },
  });
  // The login verifies the ID token: opened first.
  client.verify = async (idToken) => {
    const jwks = createRemoteJWKSet(new URL(`${senid.issuer}/jwks`));
    const signed = await decrypt(idToken);
    return jwtVerify(signed, jwks, { issuer: senid.issuer, audience: client.clientId });
  };
  const { claims } = await logIn(senid, client, person);
  assert.ok(claims['sub']);
}

async function encryptedUserinfo(world: World, alg: string, enc: string) {
  const { publicJwk, decrypt } = await encryptionKey(alg, enc);
  const { client, login } = await loginWith(world, {
    userinfo_signed_response_alg: 'ES256',
    userinfo_encrypted_response_alg: alg,
    userinfo_encrypted_response_enc: enc,
    jwks: { keys: [publicJwk] },
  });
  const jwe = await userinfoJwt(client, login.accessToken);
  const { payload } = await verified(world, await decrypt(jwe));
  assert.equal(payload.sub, login.claims['sub']);
  assert.equal(payload.aud, client.clientId);
}

async function encryptionKey(alg: string, enc: string) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const kid = randomUUID();
  return {
    publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'enc' },
    async decrypt(jwe: string) {
      const { plaintext, protectedHeader } = await compactDecrypt(jwe, privateKey);
      assert.equal(protectedHeader.alg, alg);
      assert.equal(protectedHeader.enc, enc);
      assert.equal(protectedHeader.kid, kid);
      // OIDC Core 10.2: nested, and so said.
      assert.equal(protectedHeader.cty, 'JWT');
      return Buffer.from(plaintext).toString();
    },
  };
}

async function userinfoJwt({ issuer }: OidcClient, accessToken: string): Promise<string> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const response = await fetch(`${issuer}/userinfo`, { headers });
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^application\/jwt/);
  return response.text();
}

async function verified({ senid }: World, jwt: string) {
  const jwks = createRemoteJWKSet(new URL(`${senid.issuer}/jwks`));
  const { payload, protectedHeader } = await jwtVerify(jwt, jwks, { issuer: senid.issuer });
  return { payload, header: protectedHeader };
}

/** RFC 7523, with a key of the algorithm; the assertion is good for the pushed request endpoint. */
export const assertionSigning: Proof = async (alg, { senid }) => {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const client = await OidcClient.register(senid.issuer, {
    authentication: 'private_key_jwt',
    metadata: {
      token_endpoint_auth_signing_alg: alg,
      jwks: { keys: [{ ...(await exportJWK(publicKey)), alg, use: 'sig' }] },
    },
  });
  const now = Math.floor(Date.now() / 1000);
  const { clientId } = client;
  const claims: JWTPayload = { iss: clientId, sub: clientId, aud: senid.issuer, jti: randomUUID() };
  const assertion = await new SignJWT({ ...claims, iat: now, exp: now + 60 })
    .setProtectedHeader({ alg })
    .sign(privateKey);
  noteSecret('client assertion', assertion);
  const answer = await client.post('/par', {
    ...client.authorize().parameters,
    ...assertionForm(assertion),
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
};
