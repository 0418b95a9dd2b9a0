import assert from 'node:assert/strict';

import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';

import type { Answer } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { logIn, sharedHolder, silently, type LoggedIn } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

const HOME = 'https://rp-of-logout-requests.example/goodbye';

/** OpenID Connect RP-Initiated Logout 1.0, sections 2 to 4, sentence by sentence. */
describe('a request for logout', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;
  let login: LoggedIn;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer, {
      metadata: { post_logout_redirect_uris: [HOME] },
    });
    person = await sharedHolder(senid);
    login = await logIn(senid, client, person);
  });

  const ask = (parameters: Record<string, string>, browser: Browser = login.browser) =>
    browser.get(`${senid.issuer}/logout?${new URLSearchParams(parameters)}`, HOME);
  const isQuestion = (page: Answer) => {
    assert.equal(page.status, 200);
    assert.match(page.body, /name="xsrf"/);
  };
  const staysLoggedIn = async () => assert.ok((await silently(client, login.browser)).has('code'));

  it('asks the person where there is no id_token_hint, and where there is one', async () => {
    isQuestion(await ask({}));
    isQuestion(await ask({ client_id: client.clientId }));
    isQuestion(await ask({ client_id: client.clientId, post_logout_redirect_uri: HOME }));
    isQuestion(await ask({ id_token_hint: login.idToken, logout_hint: 'who it may be' }));
    await staysLoggedIn();
  });

  it('may come by POST, as a form of another site', async () => {
    const fields = { id_token_hint: login.idToken, post_logout_redirect_uri: HOME, state: 'x' };
    const posted = await new Browser().send(`${senid.issuer}/logout`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: 'https://rp-of-logout-requests.example', 'sec-fetch-site': 'cross-site' },
    });
    assert.equal(posted.status, 303);
    isQuestion(
      await login.browser.get(new URL(posted.headers.get('location') ?? '', senid.issuer).href),
    );
    await staysLoggedIn();
  });

  it('speaks the language that is wished for', async () => {
    assert.match((await ask({ ui_locales: 'en' })).body, /<html[^>]* lang="en"/);
    assert.match((await ask({ ui_locales: 'vi' })).body, /<html[^>]* lang="vi"/);
  });

  it('goes back at once where nobody is logged in, and only to a registered address', async () => {
    for (const given of [{ client_id: client.clientId }, { id_token_hint: login.idToken }]) {
      const home = { ...given, post_logout_redirect_uri: HOME, state: 'a b&c' };
      const back = await ask(home, new Browser());
      assert.equal(back.status, 303);
      assert.equal(back.headers.get('location'), `${HOME}?state=a+b%26c`);
    }
    const nowhere = await ask({ post_logout_redirect_uri: HOME }, new Browser());
    assert.equal(nowhere.status, 200, 'without a client there is no address to go to');
    assert.equal(new URL(nowhere.url).pathname, '/logout/success');
    const evil = { client_id: client.clientId, post_logout_redirect_uri: 'https://evil.example/' };
    assert.equal((await ask(evil, new Browser())).status, 400);
  });

  it('leaves no session behind where there was none', async () => {
    const browser = new Browser();
    await ask({ client_id: client.clientId, post_logout_redirect_uri: HOME }, browser);
    assert.equal(browser.session, undefined);
  });

  it('takes a hint that has expired, and was issued for a session that has ended', async () => {
    const early = await logIn(senid, client, person);
    const page = await ask({ id_token_hint: early.idToken }, early.browser);
    await early.browser.submit(page, { continue: '' });
    const { exp = 0 } = decodeJwt(early.idToken);
    assert.ok(exp > 0);
    isQuestion(await ask({ id_token_hint: early.idToken }));
  });

  const forgeries: Readonly<Record<string, () => Promise<Record<string, string>>>> = {
    'that somebody else signed': async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES256');
      const { kid } = await exportJWK(publicKey);
      const forged = new SignJWT(decodeJwt(login.idToken)).setProtectedHeader({
        alg: 'ES256',
        kid: kid ?? 'own',
      });
      return { id_token_hint: await forged.sign(privateKey) };
    },
    'that nobody signed': async () => {
      const head = Buffer.from('{"alg":"none"}').toString('base64url');
      return { id_token_hint: `${head}.${login.idToken.split('.')[1]}.` };
    },
    'with other claims': async () => {
      const [head, , signature] = login.idToken.split('.');
      const claims = { ...decodeJwt(login.idToken), iss: 'https://other.example' };
      const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
      return { id_token_hint: `${head}.${payload}.${signature}` };
    },
    'of another relying party than client_id': async () => {
      const other = await OidcClient.register(senid.issuer);
      return { id_token_hint: login.idToken, client_id: other.clientId };
    },
    'whose relying party has not registered the address': async () => {
      const other = await OidcClient.register(senid.issuer);
      const { idToken } = await logIn(senid, other, person);
      return { id_token_hint: idToken, post_logout_redirect_uri: HOME };
    },
    'that is none': async () => ({ id_token_hint: 'nonsense', post_logout_redirect_uri: HOME }),
  };
  for (const [what, forge] of Object.entries(forgeries)) {
    it(`is refused with a hint ${what}, and goes nowhere`, async () => {
      const parameters = await forge();
      for (const browser of [login.browser, new Browser()]) {
        const page = await ask(parameters, browser);
        assert.equal(page.status, 400);
        assert.equal(page.headers.get('location'), null);
        assert.doesNotMatch(page.body, /name="xsrf"/);
      }
      await staysLoggedIn();
    });
  }

  it('is refused when a parameter comes twice', async () => {
    const twice = `client_id=${client.clientId}&client_id=${client.clientId}`;
    assert.equal((await login.browser.get(`${senid.issuer}/logout?${twice}`)).status, 400);
  });

  it('cannot be answered from another site', async () => {
    const page = await ask({ id_token_hint: login.idToken });
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const others = await new Browser().send(`${senid.issuer}/logout/confirm`, {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    });
    assert.ok(others.status >= 400 && others.status < 500, 'without the cookie');
    await staysLoggedIn();
  });
});
