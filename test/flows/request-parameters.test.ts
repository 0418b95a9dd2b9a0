import assert from 'node:assert/strict';

import { importJWK, SignJWT, decodeJwt } from 'jose';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { stepOn } from '../support/session-journey.ts';
import {
  attemptLogin,
  logIn,
  newHolder,
  sharedHolder,
  silently,
} from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { noteSecret } from '../support/session-secrets.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const LOW = 'urn:senid:loa:low';
const SUBSTANTIAL = 'urn:senid:loa:substantial';

type Parameters = Readonly<Record<string, string | undefined>>;

/** OpenID Connect Core 3.1.2.1 and 5.5, parameter by parameter. */
describe('a parameter of an authorization request', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;
  let browser: Browser;
  let idToken: string;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await sharedHolder(senid);
    ({ browser, idToken } = await logIn(senid, client, person));
  });

  const errorOf = async (parameters: Parameters) =>
    (await silently(client, browser, parameters)).get('error');

  it('prompt: its values stand together, but for none', async () => {
    for (const prompt of ['none login', 'login none', 'none consent', 'none select_account']) {
      assert.equal(await errorOf({ prompt }), 'invalid_request', prompt);
    }
    for (const prompt of ['create', 'LOGIN', 'login create', 'constructor']) {
      assert.equal(await errorOf({ prompt }), 'invalid_request', prompt);
    }
    const parameters = { prompt: 'login consent select_account' };
    const asked = new Set<string | undefined>();
    for (const until of ['choose-account', 'sign-in', 'consent']) {
      const options = { browser, parameters, until };
      const { answer } = await attemptLogin(senid, client, person, options);
      asked.add(stepOn(answer));
    }
    assert.deepEqual(asked, new Set(['choose-account', 'sign-in', 'consent']));
    const { response } = await attemptLogin(senid, client, person, { browser, parameters });
    assert.ok(response?.has('code'));
  });

  it('login_hint: fills in a number of ours, and nothing else', async () => {
    for (const [login_hint, filled] of [
      ['099190999999', '099190999999'],
      ['F00000000999', 'F00000000999'],
      ['somebody@example.vn', ''],
      ['"><b>', ''],
      ['0991909999991', ''],
    ] as const) {
      const page = await new Browser().get(client.authorize({ login_hint }).url);
      const input = /<input[^>]*name="identifier"[^>]*>/.exec(page.body)?.[0] ?? '';
      assert.match(input, new RegExp(`value="${filled}"|^(?!.*value=)`), login_hint);
      assert.ok(!page.body.includes('<b>'));
      if (filled !== '') assert.ok(input.includes(filled));
    }
  });

  it('id_token_hint: one that has expired still says who is meant', async () => {
    const claims = decodeJwt(idToken);
    const expired = await signAsProvider({ ...claims, iat: 1_700_000_000, exp: 1_700_000_600 });
    assert.equal(await errorOf({ id_token_hint: expired }), null);
    const other = await newHolder(senid);
    const theirs = await logIn(senid, client, other);
    const hint = await signAsProvider({ ...decodeJwt(theirs.idToken), exp: 1_700_000_600 });
    assert.equal(await errorOf({ id_token_hint: hint }), 'login_required');
  });

  it('id_token_hint: another client’s, another issuer’s and a forged one are refused', async () => {
    const claims = decodeJwt(idToken);
    for (const changed of [
      { aud: 'another' },
      { iss: 'https://evil.example' },
      { sub: undefined },
    ]) {
      const hint = await signAsProvider({ ...claims, ...changed });
      assert.equal(await errorOf({ id_token_hint: hint }), 'invalid_request');
    }
    const [header, payload] = idToken.split('.');
    for (const hint of [`${header}.${payload}.AAAA`, 'x', 'a.b.c', `${header}..`]) {
      assert.equal(await errorOf({ id_token_hint: hint }), 'invalid_request', hint.slice(0, 8));
    }
  });

  it('max_age: a whole number of seconds, and nothing JavaScript takes for one', async () => {
    for (const max_age of ['3600', '999999999999', '0000600']) {
      assert.equal(await errorOf({ max_age }), null, max_age);
    }
    for (const max_age of ['-1', 'NaN', '1.5', '0x10', '1e3', ' 600', 'Infinity', '٣']) {
      assert.equal(await errorOf({ max_age }), 'invalid_request', max_age);
    }
    // An active login is needed, and nobody can be asked for one.
    for (const max_age of ['0', '-0', '000']) {
      assert.equal(await errorOf({ max_age }), 'login_required', max_age);
    }
  });

  it('nonce: comes back as it was sent, and may be left out', async () => {
    const odd = 'ă"\\<>&+ %';
    for (const nonce of [odd, undefined]) {
      const { attempt, response } = await attemptLogin(senid, client, person, {
        browser,
        parameters: { nonce },
      });
      const { body } = await client.redeem(response?.get('code') ?? '', attempt);
      assert.equal(decodeJwt(String(body['id_token']))['nonce'], nonce);
    }
  });

  it('display and claims_locales: taken, whatever they say', async () => {
    for (const display of ['page', 'popup', 'touch', 'wap', 'hologram']) {
      assert.equal(await errorOf({ display }), null, display);
    }
    assert.equal(await errorOf({ claims_locales: 'en ja-Kana-JP vi' }), null);
  });

  it('unknown ones are ignored: "the Authorization Server SHOULD ignore unrecognized request parameters"', async () => {
    assert.equal(await errorOf({ foo: 'bar', 'a[b]': 'c', vtr: 'x', audience: 'x' }), null);
  });

  it('registration and request_uri: refused by their own names', async () => {
    assert.equal(await errorOf({ registration: '{}' }), 'registration_not_supported');
    for (const request_uri of ['https://rp.example/r.jwt', 'urn:x:y', 'file:///etc/passwd']) {
      assert.equal(await errorOf({ request_uri }), 'request_uri_not_supported', request_uri);
    }
  });

  it('claims: sub with a value is whom the answer must be about (5.5.1)', async () => {
    const { sub } = decodeJwt(idToken);
    for (const member of ['id_token', 'userinfo']) {
      const about = (value: unknown) => JSON.stringify({ [member]: { sub: { value } } });
      assert.equal(await errorOf({ claims: about(sub) }), null, member);
      assert.equal(await errorOf({ claims: about('somebody-else') }), 'login_required', member);
    }
  });

  it('claims: an essential acr binds, in whichever member it stands (design, section 2)', async () => {
    const weakly = await logIn(senid, client, await newHolder(senid), { how: 'password' });
    const ask = async (claims: object, more: Parameters = {}) => {
      const parameters = { claims: JSON.stringify(claims), ...more };
      return (await silently(client, weakly.browser, parameters)).get('error');
    };
    const acr = { essential: true, value: SUBSTANTIAL };
    const unmet = 'unmet_authentication_requirements';
    assert.equal(await ask({ userinfo: { acr } }), unmet);
    assert.equal(await ask({ id_token: { acr } }), unmet);
    assert.equal(await ask({ userinfo: { acr: { ...acr, value: LOW } } }), null);
    assert.equal(await ask({ userinfo: { acr: { value: SUBSTANTIAL } } }), null, 'voluntary');
    // The stricter of all of them, wherever it stands.
    const low = { essential: true, value: LOW };
    assert.equal(await ask({ id_token: { acr: low }, userinfo: { acr } }), unmet);
    assert.equal(
      await ask({ id_token: { acr }, userinfo: { acr: low } }, { acr_values: LOW }),
      unmet,
    );
    assert.equal(
      await ask({ userinfo: { acr: { essential: true, values: [] } } }),
      'invalid_request',
    );
    assert.equal(await ask({ userinfo: { acr: { essential: true, value: 'x' } } }), unmet);
  });

  /** With the provider's own key: what it might have signed at another time. */
  async function signAsProvider(claims: object): Promise<string> {
    const jwk = await withStores(senid, async ({ signingKeys }) =>
      (await signingKeys.list()).find(({ alg }) => alg === 'ES256'),
    );
    assert.ok(jwk);
    const token = await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: jwk.kid })
      .sign(await importJWK(jwk.jwk, 'ES256'));
    noteSecret('ID token', token);
    return token;
  }
});
