import assert from 'node:assert/strict';

import { decodeJwt, decodeProtectedHeader } from 'jose';

import { tokensOf } from '../support/oidc-client-answer.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { CASES, CLOSED, RECORDS } from '../support/resource-servers.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { walk } from '../support/session-journey.ts';
import { logIn, obtainCode, responseOf, sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

const SCOPE = 'openid profile phone residence';

/** RFC 8707, section 3, and RFC 9068, sections 4 and 5. */
describe('a token for another API than the one agreed to', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await sharedHolder(senid);
  });

  const codeFor = (parameters: Readonly<Record<string, string>> = {}) =>
    obtainCode(senid, client, person, { parameters: { scope: SCOPE, ...parameters } });

  it('is not given at the token endpoint to who did not ask for it before', async () => {
    for (const resource of [CASES, CLOSED, 'https://evil.example/']) {
      const { code, attempt } = await codeFor();
      const { status, body } = await client.redeem(code, attempt, { resource });
      assert.equal(status, 400, resource);
      assert.equal(body['error'], 'invalid_target', resource);
    }
  });

  it('is not given beside the right one', async () => {
    const { code, attempt } = await codeFor({ resource: CASES });
    const { headers } = await client.authentication();
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      code_verifier: attempt.verifier,
      redirect_uri: client.redirectUri,
      resource: CASES,
    });
    form.append('resource', RECORDS);
    const answer = await fetch(`${senid.issuer}/token`, { method: 'POST', headers, body: form });
    assert.equal(answer.status, 400);
    assert.equal(((await answer.json()) as { error: string }).error, 'invalid_target');
  });

  it('is not asked for in the address beside what was pushed', async () => {
    const { url, ...attempt } = await client.push({ scope: SCOPE, resource: CASES });
    const browser = new Browser();
    const start = await browser.send(`${url}&resource=${encodeURIComponent(RECORDS)}`);
    const end = await walk(browser, start, { senid, person }, client.redirectUri);
    const code = responseOf(end, client)?.get('code') ?? '';
    const { body } = await client.redeem(code, attempt, { resource: RECORDS });
    assert.equal(body['error'], 'invalid_target');
  });

  it('is not got by naming very many', async () => {
    const { browser } = await logIn(senid, client, person);
    const many = new URLSearchParams(client.authorize({ prompt: 'none' }).parameters);
    for (let count = 0; count < 150; count += 1) many.append('resource', `urn:example:no-${count}`);
    const answer = await browser.send(`${senid.issuer}/authorize?${many}`);
    assert.equal(responseOf(answer, client)?.get('error'), 'invalid_target');
  });

  it('says nothing a client may put into it', async () => {
    const injected = JSON.stringify({
      id_token: { authentication_event_id: { value: 'evt_forged' }, acr: null },
      userinfo: { name: null },
      access_token: { role: { value: 'admin' } },
    });
    const { code, attempt } = await codeFor({ resource: CASES, claims: injected });
    const { accessToken } = tokensOf(await client.redeem(code, attempt, { resource: CASES }));
    const payload = decodeJwt(accessToken);
    for (const member of ['role', 'name', 'claims', 'authentication_event_id', 'phone_number']) {
      assert.equal(payload[member], undefined, member);
    }
  });

  it('is never mistaken for an ID token, nor an ID token for it', async () => {
    const { code, attempt } = await codeFor({ resource: CASES });
    const { accessToken, idToken } = tokensOf(
      await client.redeem(code, attempt, { resource: CASES }),
    );
    assert.equal(decodeProtectedHeader(accessToken).typ, 'at+jwt');
    assert.notEqual(decodeProtectedHeader(idToken).typ, 'at+jwt');
    assert.notEqual(decodeJwt(accessToken).aud, client.clientId);
    for (const token of [idToken, accessToken]) {
      assert.equal((await client.userinfo(token)).status, 401);
    }
    // Not recorded as an address of ours: it is the attacker's.
    const { url } = client.authorize({ prompt: 'none', id_token_hint: accessToken });
    const { headers } = await fetch(url, { redirect: 'manual' });
    assert.match(headers.get('location') ?? '', /[?&]error=invalid_request&/);
  });

  it('is not told about to a stranger who introspects', async () => {
    const { code, attempt } = await codeFor({ resource: RECORDS });
    const tokens = tokensOf(await client.redeem(code, attempt, { resource: RECORDS }));
    const stranger = await OidcClient.register(senid.issuer);
    const open = await OidcClient.register(senid.issuer, { authentication: 'none' });
    for (const token of [tokens.accessToken, tokens.refreshToken ?? '']) {
      assert.deepEqual((await stranger.introspect(token)).body, { active: false });
      assert.notEqual((await open.introspect(token)).body['active'], true);
    }
  });
});
