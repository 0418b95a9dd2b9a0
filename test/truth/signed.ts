import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';

import { DpopProver } from '../support/dpop-prover.ts';
import { formsOf } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { logIn, obtainCode } from '../support/session-login.ts';
import type { Proof, World } from './world.ts';

/** Requests that relying parties sign, answers that we sign for them, and proofs of possession. */

/** RFC 9101, by value; pushed and in the address. */
export const requestObjects: Proof = async (alg, { senid, browser }) => {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const client = await OidcClient.register(senid.issuer, {
    metadata: {
      request_object_signing_alg: alg,
      jwks: { keys: [{ ...(await exportJWK(publicKey)), alg, use: 'sig' }] },
    },
  });
  const { parameters } = client.authorize({ prompt: 'none' });
  const request = await new SignJWT({ ...parameters, jti: randomUUID() })
    .setProtectedHeader({ alg, typ: 'oauth-authz-req+jwt' })
    .setIssuer(client.clientId)
    .setAudience(senid.issuer)
    .setExpirationTime('1 minute')
    .setNotBefore('0 seconds')
    .sign(privateKey);
  const pushed = await client.post('/par', { request, client_id: client.clientId });
  assert.equal(pushed.status, 201, JSON.stringify(pushed.body));
  const query = new URLSearchParams({ client_id: client.clientId, request });
  const answer = await browser.send(`${senid.issuer}/authorize?${query}`);
  const location = new URL(answer.headers.get('location') ?? 'x:');
  // Nothing but the state inside the object can be told back.
  assert.equal(location.searchParams.get('state'), parameters['state']);
};

/** JARM (JWT Secured Authorization Response Mode for OAuth 2.0). */
export const authorizationSigning: Proof = async (alg, world) => {
  const metadata = { authorization_signed_response_alg: alg };
  const { senid, browser } = world;
  const client = await OidcClient.register(senid.issuer, { metadata });
  const { url } = client.authorize({ prompt: 'none', response_mode: 'jwt' });
  const location = new URL((await browser.send(url)).headers.get('location') ?? 'x:');
  const { header } = await verified(world, location.searchParams.get('response'), client);
  assert.equal(header.alg, alg);
};

/** JARM, section 2.3, for one of its modes: where the JWT is, and what is in it. */
export function jarm(where: 'query' | 'fragment' | 'form_post', mode: string) {
  return async (world: World): Promise<void> => {
    const { client, browser } = world;
    const { url, state, verifier } = client.authorize({ prompt: 'none', response_mode: mode });
    const answer = await browser.send(url);
    const location = new URL(answer.headers.get('location') ?? 'x:');
    const sent = {
      query: location.searchParams.get('response'),
      fragment: new URLSearchParams(location.hash.slice(1)).get('response'),
      form_post: formsOf(answer.body)[0]?.fields['response'],
    };
    const { payload } = await verified(world, sent[where], client);
    assert.equal(payload['state'], state);
    const redeemed = await client.redeem(String(payload['code']), { verifier });
    assert.equal(redeemed.status, 200, JSON.stringify(redeemed.body));
  };
}

/** RFC 9701. */
export const introspectionSigning: Proof = async (alg, world) => {
  const { senid, person } = world;
  const metadata = { introspection_signed_response_alg: alg };
  const client = await OidcClient.register(senid.issuer, { metadata });
  const { accessToken } = await logIn(senid, client, person);
  const { headers: credentials } = await client.authentication();
  const response = await fetch(`${senid.issuer}/introspect`, {
    method: 'POST',
    headers: { ...credentials, accept: 'application/token-introspection+jwt' },
    body: new URLSearchParams({ token: accessToken }),
  });
  const { header, payload } = await verified(world, await response.text(), client);
  assert.equal(header.alg, alg);
  assert.equal(header.typ, 'token-introspection+jwt');
  const told = payload['token_introspection'] as Readonly<Record<string, unknown>>;
  assert.equal(told['active'], true);
};

/** RFC 9449: a token that only its key can use. */
export const dpopSigning: Proof = async (alg, { senid, person, client }) => {
  const { code, attempt } = await obtainCode(senid, client, person);
  // RFC 9864 and before: two names for one algorithm.
  const prover = await DpopProver.create(alg);
  const at = (path: string) => ({ htm: 'POST', htu: `${senid.issuer}${path}` });
  const form = {
    grant_type: 'authorization_code',
    code,
    code_verifier: attempt.verifier,
    redirect_uri: client.redirectUri,
  };
  const asked = await client.post('/token', form, { dpop: await prover.proof(at('/token')) });
  assert.equal(asked.body['error'], 'use_dpop_nonce');
  const nonce = asked.headers.get('dpop-nonce') ?? undefined;
  const proof = await prover.proof({ ...at('/token'), nonce });
  const { body } = await client.post('/token', form, { dpop: proof });
  assert.equal(body['token_type'], 'DPoP', JSON.stringify(body));
  const accessToken = String(body['access_token']);
  const userinfo = { htm: 'GET', htu: `${senid.issuer}/userinfo`, nonce, accessToken };
  const answer = await fetch(userinfo.htu, {
    headers: { authorization: `DPoP ${accessToken}`, dpop: await prover.proof(userinfo) },
  });
  assert.equal(answer.status, 200);
};

async function verified(
  { senid }: World,
  jwt: string | null | undefined,
  { clientId }: OidcClient,
) {
  const jwks = createRemoteJWKSet(new URL(`${senid.issuer}/jwks`));
  const expected = { issuer: senid.issuer, audience: clientId };
  const { payload, protectedHeader } = await jwtVerify(jwt ?? '', jwks, expected);
  return { payload, header: protectedHeader };
}
