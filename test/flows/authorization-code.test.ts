import assert from 'node:assert/strict';

import { formsOf } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { attemptLogin, logIn, obtainCode, sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

describe('the authorization code flow', () => {
  let senid: SenidProcess;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    person = await sharedHolder(senid);
  });

  for (const authentication of ['private_key_jwt', 'client_secret_basic', 'none'] as const) {
    for (const push of [false, true]) {
      it(`logs a person in at a ${authentication} client, its request ${push ? 'pushed' : 'in the URL'}`, async () => {
        const client = await OidcClient.register(senid.issuer, { authentication });
        const { claims, accessToken } = await logIn(senid, client, person, { push });
        const { status, body } = await client.userinfo(accessToken);
        assert.equal(status, 200);
        assert.equal(body['sub'], claims['sub']);
      });
    }
  }

  it('puts into every ID token who it is, how surely, since when, and the evidence for it', async () => {
    const client = await OidcClient.register(senid.issuer);
    const { claims } = await logIn(senid, client, person);
    assert.equal(claims['acr'], 'urn:senid:loa:substantial');
    assert.deepEqual(claims['amr'], ['pop', 'user', 'hwk', 'mfa']);
    assert.equal(claims['account_level'], 2);
    assert.equal(claims['authentication_level'], 2);
    assert.match(String(claims['authentication_event_id']), /^evt_/);
    assert.ok(Math.abs(Number(claims['auth_time']) - Date.now() / 1000) < 600);
    assert.deepEqual(
      Object.keys(claims).toSorted(),
      [
        'account_level',
        'acr',
        'amr',
        'aud',
        'auth_time',
        'authentication_event_id',
        'authentication_level',
        'exp',
        'iat',
        'iss',
        'nonce',
        'sub',
      ],
      'and nothing else',
    );
  });

  it('names the issuer in answers and in errors (RFC 9207)', async () => {
    const client = await OidcClient.register(senid.issuer);
    const { response } = await attemptLogin(senid, client, person, {
      parameters: { prompt: 'none' },
    });
    assert.equal(response?.get('error'), 'login_required');
    assert.equal(response.get('iss'), senid.issuer);
    await obtainCode(senid, client, person);
  });

  it('answers by form_post too, on a page whose policy lets the form reach the relying party', async () => {
    const client = await OidcClient.register(senid.issuer);
    const { browser } = await obtainCode(senid, client, person);
    const { url, state, verifier } = client.authorize({
      prompt: 'none',
      response_mode: 'form_post',
    });
    const page = await browser.get(url);
    const [form] = formsOf(page.body);
    assert.equal(form?.action, client.redirectUri);
    assert.equal(form.fields['state'], state);
    assert.equal(form.fields['iss'], senid.issuer);
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.match(policy, new RegExp(`form-action[^;]* ${new URL(client.redirectUri).origin}`));
    assert.match(policy, /script-src 'nonce-/);
    assert.equal((await client.redeem(form.fields['code'] ?? '', { verifier })).status, 200);
  });

  for (const alg of ['ES256', 'RS256', 'PS256', 'EdDSA']) {
    it(`signs ID tokens with ${alg} for a client that ${alg === 'ES256' ? 'says nothing' : 'asks for it'}`, async () => {
      const metadata = alg === 'ES256' ? {} : { id_token_signed_response_alg: alg };
      const client = await OidcClient.register(senid.issuer, { metadata });
      const { idToken } = await logIn(senid, client, person);
      const { protectedHeader } = await client.verify(idToken);
      assert.equal(protectedHeader.alg, alg);
    });
  }

  it('tells two sectors two subjects, and one sector always the same', async () => {
    const here = { redirectUri: 'https://sector-one.example/a' };
    const alsoHere = { redirectUri: 'https://sector-one.example/b' };
    const elsewhere = { redirectUri: 'https://sector-two.example/a' };
    const subjects = [];
    for (const options of [here, here, alsoHere, elsewhere]) {
      const client = await OidcClient.register(senid.issuer, options);
      subjects.push((await logIn(senid, client, person)).claims['sub']);
    }
    const [first, again, neighbour, stranger] = subjects;
    assert.equal(first, again);
    assert.equal(first, neighbour);
    assert.notEqual(first, stranger);
    assert.ok(!subjects.some((sub) => String(sub).includes(person.login)));
    assert.ok(!subjects.includes(person.accountId));
  });

  it('demands PKCE with S256 of every client', async () => {
    const client = await OidcClient.register(senid.issuer, { authentication: 'private_key_jwt' });
    for (const parameters of [
      { code_challenge: undefined, code_challenge_method: undefined },
      { code_challenge_method: 'plain' },
    ]) {
      const { response } = await attemptLogin(senid, client, person, { parameters });
      assert.equal(response?.get('error'), 'invalid_request');
      assert.equal(response.get('code'), null);
    }
  });

  it('redeems a code only with the verifier, the client and the redirect URI it was made for', async () => {
    const client = await OidcClient.register(senid.issuer);
    const other = await OidcClient.register(senid.issuer, { redirectUri: client.redirectUri });
    const browser = new Browser();
    const wrong = [
      async (code: string) => client.redeem(code, { verifier: 'x'.repeat(64) }),
      async (code: string, verifier: string) => other.redeem(code, { verifier }),
      async (code: string, verifier: string) =>
        client.post('/token', {
          grant_type: 'authorization_code',
          code,
          code_verifier: verifier,
          redirect_uri: `${client.redirectUri}/`,
        }),
    ];
    for (const redeem of wrong) {
      const { code, attempt } = await obtainCode(senid, client, person, { browser });
      const { status, body } = await redeem(code, attempt.verifier);
      assert.equal(status, 400);
      assert.equal(body['error'], 'invalid_grant');
    }
  });
});
