import assert from 'node:assert/strict';

import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';

import { tokensOf } from '../support/oidc-client-answer.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { CASES, CLOSED, RECORDS, RECORDS_CLIENT } from '../support/resource-servers.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import {
  attemptLogin,
  logIn,
  newHolder,
  obtainCode,
  sharedHolder,
  silently,
} from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const ASKING = { scope: 'openid profile phone residence', resource: CASES };
const SUBSTANTIAL = 'urn:senid:loa:substantial';

/** RFC 8707 and RFC 9068. */
describe('an access token for an API', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;
  /** The API as a client: it authenticates, and never logs anybody in. */
  let api: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await sharedHolder(senid);
    api = await apiClient(senid, RECORDS_CLIENT);
  });

  /** RFC 9068, section 4: what a resource server must look at. */
  const verify = (token: string, audience = CASES) =>
    jwtVerify(token, createRemoteJWKSet(new URL(`${senid.issuer}/jwks`)), {
      issuer: senid.issuer,
      audience,
      typ: 'at+jwt',
      algorithms: ['ES256', 'EdDSA', 'PS256', 'RS256'],
    });

  async function apiToken(parameters: Readonly<Record<string, string>> = {}) {
    const asked = { ...ASKING, ...parameters };
    const { resource } = asked;
    const outcome = await obtainCode(senid, client, person, { parameters: asked });
    const answer = await client.redeem(outcome.code, outcome.attempt, { resource });
    return { ...tokensOf(answer), browser: outcome.browser, answer: answer.body };
  }

  it('is a JWT with everything RFC 9068 asks for', async () => {
    const { accessToken, idToken, answer } = await apiToken();
    const { payload, protectedHeader } = await verify(accessToken);
    assert.equal(protectedHeader.typ, 'at+jwt');
    assert.equal(protectedHeader.alg, 'ES256');
    assert.ok(protectedHeader.kid);
    const id = decodeJwt(idToken);
    assert.equal(payload.aud, CASES, 'one resource, and nothing else');
    assert.equal(payload['client_id'], client.clientId);
    assert.equal(payload.sub, id.sub, 'the name the client knows the person by');
    assert.equal(payload['acr'], id['acr']);
    assert.equal(payload['auth_time'], id['auth_time']);
    assert.equal(payload['scope'], 'profile residence', 'phone is not for this API');
    assert.equal(answer['scope'], 'profile residence');
    assert.ok(payload.jti);
    const lifetime = Number(payload.exp) - Number(payload.iat);
    assert.equal(lifetime, 300);
    assert.equal(answer['expires_in'], 300);
    const known = 'acr aud auth_time client_id exp iat iss jti scope sub'.split(' ');
    assert.deepEqual(Object.keys(payload).toSorted(), known, 'nothing about the person');
  });

  for (const alg of ['EdDSA', 'PS256', 'RS256']) {
    it(`is signed with ${alg} for an API that wants that`, async () => {
      const resource = `urn:example:${alg}`;
      const { accessToken } = await apiToken({ resource });
      const { protectedHeader, payload } = await verify(accessToken, resource);
      assert.equal(protectedHeader.alg, alg);
      assert.equal(payload['scope'], undefined, 'none of its scopes was asked for');
    });
  }

  it('is not good at userinfo, and one without a resource is not good at the API', async () => {
    const { accessToken, refreshToken } = await apiToken();
    assert.equal((await client.userinfo(accessToken)).status, 401);
    const plain = tokensOf(await client.refresh(refreshToken));
    assert.equal((await client.userinfo(plain.accessToken)).status, 200);
    assert.equal(plain.accessToken.includes('.'), false);
    const { body } = await client.introspect(plain.accessToken);
    assert.equal(body['aud'], undefined);
  });

  it('is for one API at a time, of several that were agreed to', async () => {
    const { url, parameters, verifier } = client.authorize(ASKING);
    const browser = (await logIn(senid, client, person, { parameters: ASKING })).browser;
    const both = await browser.send(`${url}&resource=${encodeURIComponent(RECORDS)}&prompt=none`);
    const code = new URL(both.headers.get('location') ?? '').searchParams.get('code') ?? '';
    assert.ok(code, parameters['resource']);
    const first = tokensOf(await client.redeem(code, { verifier }, { resource: RECORDS }));
    assert.equal(first.scope, 'profile phone');
    const second = tokensOf(await client.refresh(first.refreshToken, { resource: CASES }));
    assert.equal((await verify(second.accessToken)).payload.aud, CASES);
    const other = 'urn:example:RS256';
    const { status, body } = await client.refresh(second.refreshToken, { resource: other });
    assert.equal(status, 400);
    assert.equal(body['error'], 'invalid_target');
  });

  it('may be narrowed when it is refreshed, and never widened', async () => {
    const { refreshToken } = await apiToken();
    const narrow = { resource: CASES, scope: 'openid residence' };
    const { accessToken, ...next } = tokensOf(await client.refresh(refreshToken, narrow));
    assert.equal((await verify(accessToken)).payload['scope'], 'residence');
    const wide = { resource: CASES, scope: 'openid email' };
    const { body } = await client.refresh(next.refreshToken, wide);
    assert.equal(body['error'], 'invalid_scope');
  });

  it('is refused with invalid_target for an API that is unknown, closed, or no URI', async () => {
    const { browser } = await logIn(senid, client, person);
    for (const resource of [
      'https://api.example/unknown',
      `${CASES}/`,
      CASES.toUpperCase(),
      CLOSED,
      `${CASES}#x`,
      '/cases',
    ]) {
      const response = await silently(client, browser, { resource });
      assert.equal(response.get('error'), 'invalid_target', resource);
      assert.equal(response.get('iss'), senid.issuer);
      const pushed = await client.post('/par', client.authorize({ resource }).parameters);
      assert.equal(pushed.body['error'], 'invalid_target', resource);
    }
  });

  it('asks the person about nothing but the data, which is what they agree to', async () => {
    const other = await OidcClient.register(senid.issuer);
    const { answer } = await attemptLogin(senid, other, person, {
      parameters: { scope: 'openid', resource: CASES },
      until: 'consent',
    });
    assert.ok(!answer.body.includes(CASES));
  });

  it('says in introspection what the API needs, to the API it is for (RFC 7662, RFC 9470)', async () => {
    const { accessToken, idToken } = await apiToken({ resource: RECORDS, acr_values: SUBSTANTIAL });
    const id = decodeJwt(idToken);
    for (const asking of [api, client]) {
      const { body } = await asking.introspect(accessToken);
      assert.equal(body['active'], true);
      assert.equal(body['aud'], RECORDS);
      assert.equal(body['sub'], id.sub);
      assert.equal(body['acr'], SUBSTANTIAL);
      assert.equal(body['auth_time'], id['auth_time']);
      assert.equal(body['scope'], 'profile phone');
      assert.equal(body['client_id'], client.clientId);
      assert.equal(Number(body['exp']) - Number(body['iat']), 120);
    }
  });

  it('is told about to no other API, nor what is not a token for an API at all', async () => {
    const forApi = await apiToken({ resource: RECORDS });
    const login = await logIn(senid, client, person);
    for (const token of [login.accessToken, login.refreshToken, forApi.refreshToken]) {
      assert.deepEqual((await api.introspect(token ?? '')).body, { active: false });
    }
  });

  it('ends with the session, the lock and the revocation, where it can be asked about', async () => {
    const { accessToken } = await apiToken({ resource: RECORDS });
    assert.equal((await client.revoke(accessToken)).status, 200);
    assert.equal((await api.introspect(accessToken)).body['active'], false);

    const locked = await newHolder(senid);
    const outcome = await obtainCode(senid, client, locked, {
      parameters: { ...ASKING, resource: RECORDS },
    });
    const answer = await client.redeem(outcome.code, outcome.attempt, { resource: RECORDS });
    const token = tokensOf(answer);
    assert.equal((await api.introspect(token.accessToken)).body['active'], true);
    await withStores(senid, ({ accounts }) =>
      accounts.addLock({
        id: 'lock_of-resource-servers',
        accountId: locked.accountId,
        ground: 'own_request',
        lockedAt: Date.now(),
        liftedAt: undefined,
      }),
    );
    assert.equal((await api.introspect(token.accessToken)).body['active'], false);
    const refreshed = await client.refresh(token.refreshToken, { resource: CASES });
    assert.equal(refreshed.body['error'], 'invalid_grant', 'nor is there a new one');
  });
});

async function apiClient(senid: SenidProcess, clientId: string): Promise<OidcClient> {
  const model = await OidcClient.register(senid.issuer);
  await withStores(senid, async ({ clients }) => {
    const record = await clients.find(model.clientId);
    assert.ok(record);
    const metadata = { ...record.metadata, client_id: clientId };
    await clients.save({ ...record, clientId, metadata });
  });
  return new OidcClient(senid.issuer, model.redirectUri, { ...model.credentials, clientId });
}
