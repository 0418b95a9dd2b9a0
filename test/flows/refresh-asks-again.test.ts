import assert from 'node:assert/strict';

import { newId } from '../../ids.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import type { Browser } from '../support/session-browser.ts';
import { logIn, newHolder, silently } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const LOW = 'urn:senid:loa:low';
const SUBSTANTIAL = 'urn:senid:loa:substantial';

/** What happens in the register meanwhile is written by a second process's stores, as the command line does it. */
describe('a refresh asks again whether everything still holds', () => {
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
  });

  const refusedWith = async (refreshToken: string | undefined) => {
    const { status, body } = await client.refresh(refreshToken);
    assert.equal(status, 400);
    return body['error'];
  };

  const removePasskeys = ({ accountId }: Person) =>
    withStores(senid, async ({ passkeys }) => {
      for (const { id } of await passkeys.listByAccount(accountId))
        await passkeys.remove(id, Date.now());
    });

  it('ends when the passkey it rested on was removed and the level asked for needs it', async () => {
    const person = await newHolder(senid);
    const { refreshToken, browser } = await logIn(senid, client, person, {
      parameters: { acr_values: SUBSTANTIAL },
    });
    await removePasskeys(person);
    assert.equal(await refusedWith(refreshToken), 'invalid_grant');
    const response = await silently(client, browser, { acr_values: SUBSTANTIAL });
    assert.match(String(response.get('error')), /login_required|unmet_authentication_requirements/);
  });

  it('is lowered when the passkey was removed and what is left still satisfies the request', async () => {
    const person = await newHolder(senid);
    const password = await logIn(senid, client, person, { how: 'password' });
    const parameters = { acr_values: SUBSTANTIAL };
    const { browser } = password;
    await logIn(senid, client, person, { browser, parameters });
    const high = await logIn(senid, client, person, { browser, parameters: { acr_values: LOW } });
    assert.equal(high.claims['acr'], SUBSTANTIAL, 'the strongest reached is told');
    await removePasskeys(person);
    const tokens = tokensOf(await client.refresh(high.refreshToken));
    const { payload } = await client.verify(tokens.idToken);
    assert.equal(payload['acr'], LOW);
    assert.deepEqual(payload['amr'], ['pwd', 'otp', 'sms', 'mfa']);
    assert.equal((await client.introspect(tokens.accessToken)).body['acr'], LOW);
    const again = tokensOf(await client.refresh(tokens.refreshToken));
    assert.equal((await client.verify(again.idToken)).payload['acr'], LOW, 'and stays lowered');
  });

  it('ends while the account is locked, and so do userinfo and introspection', async () => {
    const person = await newHolder(senid);
    const { accessToken, refreshToken } = await logIn(senid, client, person);
    await withStores(senid, ({ accounts }) =>
      accounts.addLock({
        id: newId('lock'),
        accountId: person.accountId,
        ground: 'own_request',
        lockedAt: Date.now(),
        liftedAt: undefined,
      }),
    );
    assert.equal((await client.userinfo(accessToken)).status, 401);
    assert.deepEqual((await client.introspect(accessToken)).body, { active: false });
    assert.equal(await refusedWith(refreshToken), 'invalid_grant');
  });

  it('ends when the consent was withdrawn, and userinfo gives nothing of the person any more', async () => {
    const person = await newHolder(senid);
    const { accessToken, refreshToken, browser } = await logIn(senid, client, person, {
      parameters: { scope: 'openid profile' },
    });
    assert.ok('name' in (await client.userinfo(accessToken)).body);
    await withStores(senid, async ({ consents }) => {
      const latest = await consents.latest(person.accountId, client.clientId);
      assert.ok(latest);
      await consents.append({
        ...latest,
        id: newId('con'),
        kind: 'withdrawn',
        decidedAt: Date.now(),
        expiresAt: undefined,
      });
    });
    const { body } = await client.userinfo(accessToken);
    assert.ok(!('name' in body) && !('birthdate' in body));
    assert.equal(await refusedWith(refreshToken), 'invalid_grant');
    const response = await silently(client, browser, { scope: 'openid profile' });
    assert.equal(response.get('error'), 'consent_required');
  });

  it('ends with the session, unless the person agreed to offline_access', async () => {
    const person = await newHolder(senid);
    for (const { scope, survives } of [
      { scope: 'openid', survives: false },
      { scope: 'openid offline_access', survives: true },
    ]) {
      const at = await OidcClient.register(senid.issuer);
      const login = await logIn(senid, at, person, { parameters: { scope, prompt: 'consent' } });
      await logOut(login.browser, senid.issuer);
      const { status } = await at.refresh(login.refreshToken);
      assert.equal(status, survives ? 200 : 400, scope);
    }
  });
});

async function logOut(browser: Browser, issuer: string): Promise<void> {
  await browser.submit(await browser.get(`${issuer}/logout`), { logout: 'yes' });
}
