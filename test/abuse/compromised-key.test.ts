import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { importJWK, SignJWT, type JSONWebKeySet } from 'jose';

import { OidcClient } from '../support/oidc-client.ts';
import { runSenid } from '../support/run-senid.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { logIn, newHolder, type LoggedIn } from '../support/session-login.ts';
import { withStores } from '../support/session-server.ts';

describe('a signing key that was stolen and taken away', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let login: LoggedIn;
  let forged: string;
  let stolen: string;

  before(async () => {
    senid = await startSenid({ name: 'compromised-key' });
    client = await OidcClient.register(senid.issuer);
    login = await logIn(senid, client, await newHolder(senid));
    const [key] = await withStores(senid, async ({ signingKeys }) =>
      (await signingKeys.list()).filter(({ alg }) => alg === 'ES256'),
    );
    assert.ok(key);
    stolen = key.kid;
    forged = await new SignJWT({ ...login.claims, sub: 'somebody-else' })
      .setProtectedHeader({ alg: 'ES256', kid: stolen })
      .sign(await importJWK(key.jwk, 'ES256'));
    await client.verify(forged);
    const { code, error } = await runSenid(senid, ['keys', 'retire', stolen, '--compromised']);
    assert.equal(code, 0, error);
    const deadline = Date.now() + 5_000;
    while ((await published()).includes(stolen)) {
      assert.ok(Date.now() < deadline, 'known to every process within five seconds');
      await pause(100);
    }
  });
  after(async () => {
    assert.equal(await senid.stop(), 0, senid.output());
  });

  const published = async () => {
    const { keys } = (await (await fetch(`${senid.issuer}/jwks`)).json()) as JSONWebKeySet;
    return keys.map(({ kid }) => kid);
  };

  it('verifies nothing any more, not what it signed by right either', async () => {
    for (const token of [forged, login.idToken]) {
      await assert.rejects(client.verify(token), /no applicable key/);
    }
  });

  it('is no hint at the authorization endpoint', async () => {
    for (const id_token_hint of [forged, login.idToken]) {
      const { url } = client.authorize({ prompt: 'none', id_token_hint });
      const answer = await login.browser.send(url);
      const location = new URL(answer.headers.get('location') ?? '');
      assert.equal(location.searchParams.get('error'), 'invalid_request');
      assert.equal(location.searchParams.has('code'), false);
    }
  });

  it('is no hint at logout', async () => {
    for (const id_token_hint of [forged, login.idToken]) {
      const query = new URLSearchParams({ id_token_hint });
      const answer = await new Browser().send(`${senid.issuer}/logout?${query}`);
      assert.equal(answer.status, 400);
    }
  });

  it('costs nobody their login: session and refresh token go on, under another key', async () => {
    const { status, body } = await client.refresh(login.refreshToken);
    assert.equal(status, 200);
    const { protectedHeader } = await client.verify(String(body['id_token']));
    assert.notEqual(protectedHeader.kid, stolen);
    const { url } = client.authorize({ prompt: 'none' });
    assert.match((await login.browser.send(url)).headers.get('location') ?? '', /[?&]code=/);
  });
});
