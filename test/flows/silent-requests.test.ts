import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { logIn, newHolder, sharedHolder, silently } from '../support/session-login.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const LOW = 'urn:senid:loa:low';
const SUBSTANTIAL = 'urn:senid:loa:substantial';
const HIGH = 'urn:senid:loa:high';

describe('prompt=none', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let holder: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    holder = await sharedHolder(senid);
  });

  const errorFor = async (
    browser: Browser,
    parameters: Readonly<Record<string, string | undefined>> = {},
    at = client,
  ) => (await silently(at, browser, parameters)).get('error');

  it('says login_required when nobody is signed in, whatever level is asked for', async () => {
    for (const acr_values of [undefined, LOW, SUBSTANTIAL]) {
      assert.equal(await errorFor(new Browser(), { acr_values }), 'login_required');
    }
  });

  it('gives a code when session, level and consent are there', async () => {
    const { browser } = await logIn(senid, client, holder);
    for (const acr_values of [undefined, LOW, SUBSTANTIAL, 'phr', 'phrh', 'LoA1']) {
      assert.equal(await errorFor(browser, { acr_values }), null);
    }
  });

  it('says unmet_authentication_requirements when the session is too weak', async () => {
    const person = await newPerson(senid);
    const { browser, claims } = await logIn(senid, client, person, { how: 'password' });
    assert.equal(claims['acr'], LOW);
    for (const acr_values of [SUBSTANTIAL, HIGH, 'phr', 'phrh']) {
      assert.equal(await errorFor(browser, { acr_values }), 'unmet_authentication_requirements');
    }
    assert.equal(await errorFor(browser, { acr_values: LOW }), null);
  });

  it('says unmet_authentication_requirements for a level nobody can reach yet', async () => {
    const { browser } = await logIn(senid, client, holder);
    assert.equal(
      await errorFor(browser, { acr_values: HIGH }),
      'unmet_authentication_requirements',
    );
  });

  it('says consent_required when the person has not agreed', async () => {
    const { browser } = await logIn(senid, client, holder);
    assert.equal(await errorFor(browser, { scope: 'openid email' }), 'consent_required');
  });

  it('says login_required to another organisation: one authentication serves one relying party', async () => {
    const { browser } = await logIn(senid, client, holder);
    const other = await OidcClient.register(senid.issuer);
    assert.equal(await errorFor(browser, {}, other), 'login_required');
  });

  it('says access_denied once the account is locked, and not why', async () => {
    const person = await newHolder(senid);
    const { browser } = await logIn(senid, client, person);
    await withStores(senid, ({ accounts }) =>
      accounts.addLock({
        id: 'lock_of-silent-requests',
        accountId: person.accountId,
        ground: 'authority_request',
        lockedAt: Date.now(),
        liftedAt: undefined,
      }),
    );
    const response = await silently(client, browser);
    assert.equal(response.get('error'), 'access_denied');
    assert.doesNotMatch(response.toString(), /lock|authority/);
  });

  it('stands alone: with another prompt the request is invalid', async () => {
    assert.equal(await errorFor(new Browser(), { prompt: 'none login' }), 'invalid_request');
  });
});
