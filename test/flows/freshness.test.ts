import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { stepOn } from '../support/session-journey.ts';
import {
  attemptLogin,
  logIn,
  newHolder,
  sharedHolder,
  silently,
} from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

/** A person who authenticated so long ago is too old for `max_age=1`. */
const LONGER_THAN_MAX_AGE_MS = 2_100;

describe('how fresh a login is', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await sharedHolder(senid);
  });

  it('counts within max_age and not beyond it', async () => {
    const first = await logIn(senid, client, person);
    await wait(LONGER_THAN_MAX_AGE_MS);
    const { browser } = first;
    const within = await silently(client, browser, { max_age: '600' });
    assert.ok(within.has('code'));
    const beyond = await silently(client, browser, { max_age: '1' });
    assert.equal(beyond.get('error'), 'login_required');
    const second = await logIn(senid, client, person, { browser, parameters: { max_age: '1' } });
    assert.ok(Number(second.claims['auth_time']) > Number(first.claims['auth_time']));
    assert.notEqual(
      second.claims['authentication_event_id'],
      first.claims['authentication_event_id'],
    );
  });

  for (const parameters of [{ prompt: 'login' }, { max_age: '0' }]) {
    it(`asks for a new proof with ${new URLSearchParams(parameters)}, however fresh the session`, async () => {
      const first = await logIn(senid, client, person);
      const { browser } = first;
      const { answer } = await attemptLogin(senid, client, person, {
        browser,
        parameters,
        until: 'continue-as',
      });
      assert.equal(stepOn(answer), 'continue-as');
      const again = await logIn(senid, client, person, { browser, parameters });
      assert.equal(again.claims['sub'], first.claims['sub']);
      assert.ok(Number(again.claims['auth_time']) >= Number(first.claims['auth_time']));
    });
  }

  it('is what the client registered as default_max_age, when the request says nothing', async () => {
    const strict = await OidcClient.register(senid.issuer, { metadata: { default_max_age: 1 } });
    const { browser } = await logIn(senid, strict, person);
    await wait(LONGER_THAN_MAX_AGE_MS);
    assert.equal((await silently(strict, browser)).get('error'), 'login_required');
  });

  it('refuses prompt=none together with max_age=0', async () => {
    const { browser } = await logIn(senid, client, person);
    const response = await silently(client, browser, { max_age: '0' });
    assert.match(String(response.get('error')), /^(login_required|invalid_request)$/);
    assert.equal(response.get('code'), null);
  });

  it('never refreshes an old passkey by a fresh password', async () => {
    const holder = await newHolder(senid);
    const passkey = await logIn(senid, client, holder);
    const { browser } = passkey;
    await wait(LONGER_THAN_MAX_AGE_MS);
    const password = await logIn(senid, client, holder, {
      browser,
      how: 'password',
      parameters: { prompt: 'login', acr_values: 'urn:senid:loa:low' },
    });
    assert.equal(password.claims['acr'], 'urn:senid:loa:low');
    assert.ok(Number(password.claims['auth_time']) > Number(passkey.claims['auth_time']));

    const both = await logIn(senid, client, holder, {
      browser,
      parameters: { acr_values: 'urn:senid:loa:substantial' },
    });
    assert.equal(both.claims['auth_time'], passkey.claims['auth_time'], 'that of the passkey');
    const strict = { max_age: '1', acr_values: 'urn:senid:loa:substantial' };
    const { error } = Object.fromEntries(await silently(client, browser, strict));
    assert.match(String(error), /^(login_required|unmet_authentication_requirements)$/);
    const { answer } = await attemptLogin(senid, client, holder, {
      browser,
      parameters: strict,
      until: 'step-up',
    });
    assert.equal(stepOn(answer), 'step-up', 'only the passkey will do');
  });

  it('takes an id_token_hint of the person signed in, and refuses one of somebody else', async () => {
    const other = await newHolder(senid);
    const { browser, idToken } = await logIn(senid, client, person);
    const others = await logIn(senid, client, other);
    assert.ok((await silently(client, browser, { id_token_hint: idToken })).has('code'));
    const silent = await silently(client, browser, { id_token_hint: others.idToken });
    assert.equal(silent.get('error'), 'login_required');
    const { response, answer } = await attemptLogin(senid, client, person, {
      browser,
      parameters: { id_token_hint: others.idToken },
    });
    assert.equal(response, undefined, 'the person asked for has to sign in');
    assert.equal(stepOn(answer), 'sign-in');
    assert.ok((await silently(client, browser)).has('code'), 'the session is as it was');
  });

  it('refuses who signs in instead of the person hinted at', async () => {
    const other = await newHolder(senid);
    const { idToken } = await logIn(senid, client, person);
    const { response, answer } = await attemptLogin(senid, client, other, {
      parameters: { id_token_hint: idToken },
    });
    assert.equal(response, undefined);
    assert.equal(
      stepOn(answer),
      'sign-in',
      'a right password of somebody else reads like a wrong one',
    );
  });

  it('refuses a claims request for the subject of somebody else', async () => {
    const { browser, claims } = await logIn(senid, client, person);
    const asking = (value: unknown) => ({
      claims: JSON.stringify({ id_token: { sub: { value } } }),
    });
    const right = await silently(client, browser, asking(claims['sub']));
    assert.ok(right.has('code'));
    const wrong = await silently(client, browser, asking('somebody-else'));
    assert.equal(wrong.get('error'), 'login_required');
  });
});
