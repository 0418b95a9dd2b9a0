import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn } from '../support/session-login.ts';
import { persona } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

const SUBSTANTIAL = 'urn:senid:loa:substantial';

/** The sandbox's own people (design, section 7). */
describe('the personas', () => {
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
  });

  for (const name of ['an', 'kim'] as const) {
    it(`${name} of level 2 gets a first passkey on the way to substantial`, async () => {
      const person = await persona(senid, name);
      const parameters = { acr_values: SUBSTANTIAL };
      const { claims } = await logIn(senid, client, person, { how: 'password', parameters });
      assert.equal(claims['acr'], SUBSTANTIAL);
      assert.equal(claims['account_level'], 2);
    });
  }

  for (const name of ['binh', 'chen'] as const) {
    it(`${name} of level 1 logs in at low, and is told why substantial is out of reach`, async () => {
      const person = await persona(senid, name);
      const { browser, claims } = await logIn(senid, client, person, { how: 'password' });
      assert.equal(claims['acr'], 'urn:senid:loa:low');
      assert.equal(claims['account_level'], 1);
      const parameters = { acr_values: SUBSTANTIAL };
      const { answer } = await attemptLogin(senid, client, person, { browser, parameters });
      assert.equal(stepOn(answer), 'level-unreachable');
      const end = await browser.submit(answer, { continue: '' }, client.redirectUri);
      assert.match(end.headers.get('location') ?? '', /error=unmet_authentication_requirements/);
    });
  }

  it('chen, born in a year alone, is of age all the same', async () => {
    const person = await persona(senid, 'chen');
    const { accessToken } = await logIn(senid, client, person, {
      how: 'password',
      parameters: { scope: 'openid profile' },
    });
    const { body } = await client.userinfo(accessToken);
    assert.equal(body['birthdate'], '1996');
    assert.equal(body['age_over_18'], true);
  });

  for (const name of ['cuong', 'park', 'khoi'] as const) {
    it(`${name} cannot use the account: after the proof a page says why, and the relying party does not learn it`, async () => {
      const person = await persona(senid, name);
      const { browser, answer } = await attemptLogin(senid, client, person, { how: 'password' });
      assert.equal(stepOn(answer), 'account-state');
      const end = await browser.submit(answer, { cancel: '' }, client.redirectUri);
      const { searchParams } = new URL(end.headers.get('location') ?? '');
      assert.equal(searchParams.get('error'), 'access_denied');
      assert.doesNotMatch(searchParams.toString(), /lock|expire|young|age/);
    });
  }
});
