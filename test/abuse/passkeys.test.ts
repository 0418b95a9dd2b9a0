import assert from 'node:assert/strict';

import { formsOf } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, givePasskey, logIn, newHolder, silently } from '../support/session-login.ts';
import { newPerson, type Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';
import { SoftwarePasskey } from '../support/software-passkey.ts';
import type { CeremonyBehaviour } from '../support/virtual-authenticator-behaviour.ts';

const SUBSTANTIAL = 'urn:senid:loa:substantial';

describe('a passkey that is not what it says', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let holder: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    holder = await newHolder(senid);
  });

  const lies: readonly (readonly [string, Partial<CeremonyBehaviour>])[] = [
    ['did not verify the person', { userVerified: false }],
    ['did not see the person', { userPresent: false, userVerified: false }],
    ['answered on another site', { origin: 'https://evil.example' }],
    ['answered on another port', { origin: 'http://localhost:1' }],
    ['answered for another relying party', { rpId: 'evil.example' }],
    ['answered another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['answered a registration', { clientDataType: 'webauthn.create' }],
    ['has become one that is synced', { backupEligible: true, backedUp: true }],
    ['belongs to another account', { userHandle: 'AAAA' }],
    ['does not say whose it is', { userHandle: null }],
    ['has counted less than before: a copy', { counter: 1 }],
  ];
  for (const [title, lie] of lies) {
    it(`opens nothing when it ${title}`, async () => {
      await logIn(senid, client, holder);
      const { browser, answer } = await attemptLogin(senid, client, holder, { until: 'sign-in' });
      const passkey_response = holder.passkey.prove(answer, lie);
      const page = await browser.submit(answer, { passkey_response }, client.redirectUri);
      assert.equal(page.status, 422);
      assert.equal(stepOn(page), 'sign-in');
      assert.equal((await silently(client, browser)).get('error'), 'login_required');
    });
  }

  it('is not registered when it did not verify the person, or for another site', async () => {
    for (const lie of [
      { userVerified: false },
      { origin: 'https://evil.example' },
      { rpId: 'evil.example' },
      { challenge: 'AAAA' },
    ]) {
      const person = await newPerson(senid);
      const options = {
        how: 'password',
        parameters: { acr_values: SUBSTANTIAL },
        until: 'add-passkey',
      } as const;
      const { browser, answer } = await attemptLogin(senid, client, person, options);
      const passkey_response = person.passkey.register(answer, lie);
      const page = await browser.submit(answer, { passkey_response }, client.redirectUri);
      assert.equal(page.status, 422);
      assert.equal(stepOn(page), 'add-passkey');
    }
  });

  it('is not hardware-protected when it can be synced: enough for phr, never for phrh', async () => {
    const passkey = new SoftwarePasskey(senid.issuer, { backupEligible: true, backedUp: true });
    const person = { ...(await newPerson(senid)), passkey };
    await givePasskey(senid, person);
    const { browser, claims } = await logIn(senid, client, person, {
      parameters: { acr_values: 'phr' },
    });
    assert.equal(claims['acr'], 'phr');
    assert.ok(
      Array.isArray(claims['amr']) &&
        claims['amr'].includes('swk') &&
        !claims['amr'].includes('hwk'),
    );
    const silent = await silently(client, browser, { acr_values: 'phrh' });
    assert.equal(silent.get('error'), 'unmet_authentication_requirements');
  });

  it('is not added by who knows password and code alone, where there is one already', async () => {
    const passkey = new SoftwarePasskey(senid.issuer, { backupEligible: true });
    const victim = { ...(await newPerson(senid)), passkey };
    await givePasskey(senid, victim);
    const thief = { ...victim, passkey: new SoftwarePasskey(senid.issuer) };
    const options = {
      how: 'password',
      parameters: { acr_values: 'phrh' },
      until: 'step-up',
    } as const;
    const { browser, answer } = await attemptLogin(senid, client, thief, options);
    assert.equal(stepOn(answer), 'step-up');
    const asked = await browser.submit(answer, { 'add-passkey': '' });
    assert.equal(stepOn(asked), 'step-up', 'the passkey there is comes first');
    const csrf = formsOf(asked.body)[0]?.fields['csrf'] ?? '';
    const forced = await browser.send(`${answer.url}/add-passkey`, {
      method: 'POST',
      body: new URLSearchParams({ csrf, passkey_response: '{}' }),
    });
    assert.notEqual(stepOn(await browser.follow(forced)), 'add-passkey');
  });
});
