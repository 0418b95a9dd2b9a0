import assert from 'node:assert/strict';

import { tokensOf } from '../support/oidc-client-answer.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import type { Browser } from '../support/session-browser.ts';
import { stepOn, walk } from '../support/session-journey.ts';
import { attemptLogin, logIn, newHolder, responseOf, silently } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

describe('two people at one browser', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let first: Person;
  let second: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    [first, second] = [await newHolder(senid), await newHolder(senid)];
  });

  async function takeOver(browser: Browser, person: Person): Promise<void> {
    const parameters = { prompt: 'select_account' };
    const options = { browser, parameters, until: 'choose-account' };
    const { answer } = await attemptLogin(senid, client, person, options);
    const signIn = await browser.post(answer, { 'not-you': '' });
    const end = await walk(browser, signIn, { senid, person }, client.redirectUri);
    assert.ok(responseOf(end, client)?.has('code'));
  }

  it('do not agree for one another: a page of the first tab is worth nothing after the second', async () => {
    const { browser } = await logIn(senid, client, first);
    const parameters = { scope: 'openid profile phone' };
    const { answer } = await attemptLogin(senid, client, first, {
      browser,
      parameters,
      until: 'consent',
    });
    assert.equal(stepOn(answer), 'consent');
    await takeOver(browser, second);
    const late = await browser.submit(answer, { continue: '' }, client.redirectUri);
    assert.equal(responseOf(late, client)?.get('code') ?? null, null);
    const consent = await withStores(senid, ({ consents }) =>
      consents.latest(second.accountId, client.clientId),
    );
    assert.ok(!consent?.acceptedScopes.includes('profile'), 'nobody showed the second this page');
    assert.equal((await silently(client, browser, parameters)).get('error'), 'consent_required');
  });

  it('do not step up for one another: whatever comes of the first tab is about who is signed in now', async () => {
    const { browser, claims } = await logIn(senid, client, first, { how: 'password' });
    const parameters = { acr_values: 'urn:senid:loa:substantial' };
    const { answer, attempt } = await attemptLogin(senid, client, first, {
      browser,
      parameters,
      until: 'step-up',
    });
    await takeOver(browser, second);
    const passkey_response = first.passkey.prove(answer);
    const late = await browser.submit(answer, { passkey_response }, client.redirectUri);
    const now = await logIn(senid, client, second, { browser, parameters: { prompt: 'none' } });
    assert.notEqual(now.claims['sub'], claims['sub'], 'the second is still signed in');
    const code = responseOf(late, client)?.get('code');
    if (typeof code !== 'string') return;
    const { idToken } = tokensOf(await client.redeem(code, attempt));
    assert.equal((await client.verify(idToken)).payload.sub, now.claims['sub']);
  });
});
