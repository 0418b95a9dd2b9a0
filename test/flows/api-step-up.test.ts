import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { tokensOf } from '../support/oidc-client-answer.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { stepOn, walk } from '../support/session-journey.ts';
import { givePasskey, logIn, obtainCode, type LoginOptions } from '../support/session-login.ts';
import { newPerson, type Person } from '../support/session-people.ts';

const SUBSTANTIAL = 'urn:senid:loa:substantial';
const API = '/api/procedures/temporary-residence';

/** RFC 9470 between three programs: the portal's pages, its API, and SenID. */
describe('an API that asks for a step-up', () => {
  let senid: SenidProcess;
  let person: Person;
  let portal: OidcClient;

  before(async () => {
    senid = await startSenid({ samples: true, name: 'api-step-up' });
    person = await newPerson(senid);
    await givePasskey(senid, person);
    const secret = readFileSync(
      join(senid.folder, 'secrets', 'sample-portal-secret'),
      'utf8',
    ).trim();
    portal = new OidcClient(senid.issuer, `${senid.portal}/callback`, {
      clientId: 'sample-portal',
      secret,
      key: undefined,
    });
  });

  after(() => senid.stop());

  /** Logs in for the API (RFC 8707): the token is for it and for nothing else. */
  async function apiLogin(options: LoginOptions, at = portal) {
    const resource = `${senid.portal}/api`;
    const parameters = { scope: 'openid residence', resource, ...options.parameters };
    const outcome = await obtainCode(senid, at, person, { ...options, parameters });
    const answer = await at.redeem(outcome.code, outcome.attempt, { resource });
    const tokens = tokensOf(answer);
    const { payload } = await at.verify(tokens.idToken);
    return { ...tokens, browser: outcome.browser, claims: payload };
  }

  const callApi = (token: string) =>
    fetch(`${senid.portal}${API}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, origin: senid.portal },
    });

  it('challenges a token of a weak login, and serves the one it leads to', async () => {
    const weak = await apiLogin({ how: 'password' });
    assert.equal(weak.claims['acr'], 'urn:senid:loa:low');
    const refused = await callApi(weak.accessToken);
    assert.equal(refused.status, 401);
    const challenge = refused.headers.get('www-authenticate') ?? '';
    assert.match(challenge, /error="insufficient_user_authentication"/);
    const acrValues = /acr_values="([^"]+)"/.exec(challenge)?.[1];
    const maxAge = /max_age="(\d+)"/.exec(challenge)?.[1];
    assert.equal(acrValues, SUBSTANTIAL);

    const strong = await apiLogin({
      browser: weak.browser,
      parameters: { acr_values: acrValues, max_age: maxAge },
    });
    assert.equal(strong.claims['sub'], weak.claims['sub']);
    assert.equal(strong.claims['acr'], SUBSTANTIAL);
    const filed = await callApi(strong.accessToken);
    assert.equal(filed.status, 201);
    assert.equal(((await filed.json()) as { filed_by: { acr: string } }).filed_by.acr, SUBSTANTIAL);
    assert.equal((await callApi(weak.accessToken)).status, 401, 'the weak one stays weak');
  });

  it('serves no token that was not made for it, however strong', async () => {
    const parameters = { scope: 'openid residence', acr_values: SUBSTANTIAL };
    const { accessToken, idToken } = await logIn(senid, portal, person, { parameters });
    for (const token of [accessToken, idToken]) {
      const refused = await callApi(token);
      assert.equal(refused.status, 401);
      assert.match(refused.headers.get('www-authenticate') ?? '', /error="invalid_token"/);
    }
  });

  it('serves any relying party that was given one: the audience decides', async () => {
    const other = await OidcClient.register(senid.issuer);
    const parameters = { acr_values: SUBSTANTIAL };
    const { accessToken } = await apiLogin({ parameters }, other);
    assert.equal((await callApi(accessToken)).status, 201);
  });

  it('is told when the scope is missing before it is told of people (RFC 6750, section 3.1)', async () => {
    const { accessToken } = await apiLogin({ parameters: { scope: 'openid profile' } });
    const refused = await callApi(accessToken);
    assert.equal(refused.status, 403);
    assert.match(refused.headers.get('www-authenticate') ?? '', /error="insufficient_scope"/);
  });

  it('sends nobody round in circles: who cannot reach the level comes back with an error', async () => {
    const weak = await newPerson(senid, { level: 1 });
    const browser = new Browser();
    const behaviour = { senid, person: weak, how: 'password' } as const;
    await walk(browser, await browser.send(`${senid.portal}/login`), behaviour, 'never');
    const asked = await browser.send(`${senid.portal}/procedure`, {
      method: 'POST',
      headers: { origin: senid.portal, 'sec-fetch-site': 'same-origin' },
    });
    const page = await browser.follow(asked);
    assert.equal(stepOn(page), 'level-unreachable');
    const before = browser.history.length;
    const end = await browser.submit(page, { continue: '' });
    assert.ok(end.url.startsWith(`${senid.portal}/callback`));
    assert.match(end.body, /unmet_authentication_requirements/);
    assert.ok(browser.history.length - before < 6, 'no second try');
  });

  it('is answered by the portal in the browser: one step-up, and the paper is filed', async () => {
    const browser = new Browser();
    const behaviour = { senid, person, how: 'password' } as const;
    const login = await walk(
      browser,
      await browser.send(`${senid.portal}/login`),
      behaviour,
      'never',
    );
    assert.equal(login.url, `${senid.portal}/`);
    const asked = await browser.send(`${senid.portal}/procedure`, {
      method: 'POST',
      headers: { origin: senid.portal, 'sec-fetch-site': 'same-origin' },
    });
    const page = await browser.follow(asked);
    assert.equal(stepOn(page), 'step-up');
    const end = await walk(browser, page, { senid, person }, 'never');
    assert.equal(end.url, `${senid.portal}/`);
    assert.match(end.body, /TT-[0-9A-F]{8}/);
  });
});
