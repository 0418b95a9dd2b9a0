import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, newHolder, responseOf, silently } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

const LOW = 'urn:senid:loa:low';
const SUBSTANTIAL = 'urn:senid:loa:substantial';

describe('a step-up', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await newHolder(senid);
  });

  it('raises the session of the same person by a passkey alone', async () => {
    const weak = await logIn(senid, client, person, { how: 'password' });
    assert.equal(weak.claims['acr'], LOW);
    assert.deepEqual(weak.claims['amr'], ['pwd', 'otp', 'sms', 'mfa']);
    const { browser } = weak;
    const parameters = { acr_values: SUBSTANTIAL };
    const options = { browser, parameters, until: 'step-up' };
    assert.equal(stepOn((await attemptLogin(senid, client, person, options)).answer), 'step-up');
    const strong = await logIn(senid, client, person, { browser, parameters });
    assert.equal(strong.claims['acr'], SUBSTANTIAL);
    assert.equal(strong.claims['sub'], weak.claims['sub']);
    assert.ok(Number(strong.claims['auth_time']) >= Number(weak.claims['auth_time']));
    assert.ok((await silently(client, browser, parameters)).has('code'), 'and lasts');
  });

  it('that is cancelled ends with unmet_authentication_requirements, the session as it was', async () => {
    const { browser, claims } = await logIn(senid, client, person, { how: 'password' });
    const parameters = { acr_values: SUBSTANTIAL };
    const options = { browser, parameters, until: 'step-up' };
    const { answer } = await attemptLogin(senid, client, person, options);
    const end = await browser.submit(answer, { cancel: '' }, client.redirectUri);
    assert.equal(responseOf(end, client)?.get('error'), 'unmet_authentication_requirements');
    const after = await logIn(senid, client, person, { browser, parameters: { prompt: 'none' } });
    assert.equal(after.claims['acr'], LOW);
    assert.equal(after.claims['sub'], claims['sub']);
  });

  for (const { asked, told } of [
    { asked: 'phr', told: 'phr' },
    { asked: 'phrh', told: 'phrh' },
    { asked: 'LoA1', told: SUBSTANTIAL },
    { asked: LOW, told: SUBSTANTIAL },
    { asked: `urn:senid:loa:high ${SUBSTANTIAL}`, told: SUBSTANTIAL },
  ]) {
    it(`to ${asked} by a device-bound passkey is told as ${told}`, async () => {
      const parameters = { acr_values: asked };
      const { claims } = await logIn(senid, client, person, { parameters });
      assert.equal(claims['acr'], told);
    });
  }

  it('is binding as an essential claim, and answered in its words', async () => {
    const acr = { essential: true, values: ['phrh', 'phr'] };
    const parameters = { claims: JSON.stringify({ id_token: { acr } }) };
    const { browser } = await logIn(senid, client, person, { how: 'password' });
    const { claims } = await logIn(senid, client, person, { browser, parameters });
    assert.equal(claims['acr'], 'phrh');
  });

  it('is not asked of somebody for a voluntary acr claim', async () => {
    const acr = { values: [SUBSTANTIAL] };
    const parameters = { claims: JSON.stringify({ id_token: { acr } }) };
    const { claims } = await logIn(senid, client, person, { how: 'password', parameters });
    assert.equal(claims['acr'], LOW);
  });
});
