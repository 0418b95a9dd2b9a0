import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

import { decodeProtectedHeader } from 'jose';

import { configurationFor } from '../conformance/configuration.ts';
import { PLANS } from '../conformance/plans.ts';
import { OidcClient, type AuthorizationAttempt } from '../support/oidc-client.ts';
import { tokensOf, type Tokens } from '../support/oidc-client-answer.ts';
import type { RegistrationOptions } from '../support/oidc-client-registration.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { driveAsSuite, type BrowserScript } from '../support/suite-browser.ts';
import { startSuiteHost, type SuiteHost } from '../support/suite-host.ts';

type Parameters = Readonly<Record<string, string | undefined>>;

const WITHOUT_PKCE = { code_challenge: undefined, code_challenge_method: undefined };

/**
 * What the modules of the suite's plan do, one after another, through the browser scripts of our own configuration files:
 * the suite itself is not here.
 */
describe('the conformance profile, asked as the Basic plan asks,', () => {
  let senid: SenidProcess;
  let suite: SuiteHost;
  let configuration: Awaited<ReturnType<typeof configurationFor>>;
  let client: OidcClient;

  before(async () => {
    suite = await startSuiteHost();
    senid = await startSenid({
      name: 'conformance',
      args: ['--profile', 'conformance'],
      env: { SENID_EGRESS_ALLOW: suite.origin },
    });
    const [plan] = PLANS;
    assert.ok(plan);
    configuration = await configurationFor(plan, { issuer: senid.issuer, suite: suite.origin });
    client = await register();
  });
  after(async () => {
    assert.equal(await senid?.stop(), 0, senid.output());
    await suite?.stop();
  });

  const redirectUri = () => `${suite.origin}/test/a/${configuration.alias}/callback`;
  const register = (options: RegistrationOptions = {}) =>
    OidcClient.register(senid.issuer, { redirectUri: redirectUri(), ...options });
  const scriptsOf = (module: string): readonly BrowserScript[] => {
    const { override = {}, browser } = configuration as unknown as {
      readonly override?: Readonly<Record<string, { browser: readonly BrowserScript[] }>>;
      readonly browser: readonly BrowserScript[];
    };
    return override[module]?.browser ?? browser;
  };

  interface Response {
    readonly attempt: AuthorizationAttempt;
    readonly response: URLSearchParams;
  }

  /** An authorization request as the suite sends it, and what comes back to it. */
  async function authorize(
    parameters: Parameters = {},
    { browser = new Browser(), module = '', of = client } = {},
  ): Promise<Response> {
    const attempt = of.authorize({ ...WITHOUT_PKCE, ...parameters });
    const page = await driveAsSuite(browser, attempt.url, scriptsOf(module));
    return { attempt, response: new URL(page.url).searchParams };
  }

  async function tokens(
    parameters: Parameters = {},
    options: { browser?: Browser; module?: string; of?: OidcClient } = {},
  ): Promise<Tokens & { claims: Readonly<Record<string, unknown>> }> {
    const { attempt, response } = await authorize(parameters, options);
    assert.equal(response.get('state'), attempt.state, response.toString());
    const { of = client } = options;
    const verifier = parameters['code_challenge'] === undefined ? '' : attempt.verifier;
    const redeemed = tokensOf(await of.redeem(response.get('code') ?? '', { verifier }));
    const { payload } = await of.verify(redeemed.idToken);
    return { ...redeemed, claims: payload };
  }

  const refusal = async (parameters: Parameters, browser = new Browser()) => {
    const answer = await browser.send(client.authorize({ ...WITHOUT_PKCE, ...parameters }).url);
    return new URL(answer.headers.get('location') ?? 'about:blank').searchParams.get('error');
  };

  it('says loudly what it is', () => {
    assert.match(senid.output(), /CONFORMANCE PROFILE: a target for test suites/);
    assert.match(senid.output(), /Every one-time code is 424242/);
  });

  it('oidcc-server, oidcc-idtoken-signature: a login without PKCE, signed with RS256 and a kid', async () => {
    const { idToken, claims } = await tokens();
    const { alg, kid } = decodeProtectedHeader(idToken);
    assert.equal(alg, 'RS256');
    assert.ok(kid);
    assert.equal(claims['aud'], client.clientId);
  });

  it('oidcc-ensure-request-without-nonce-succeeds-for-code-flow, …-with-valid-pkce-succeeds', async () => {
    assert.equal((await tokens({ nonce: undefined })).claims['nonce'], undefined);
    const attempt = client.authorize();
    const page = await driveAsSuite(new Browser(), attempt.url, scriptsOf(''));
    const code = new URL(page.url).searchParams.get('code') ?? '';
    assert.equal((await client.redeem(code, attempt)).status, 200);
  });

  it('oidcc-userinfo-get, -post-header, -post-body, and every scope', async () => {
    const scope = 'openid profile email address phone';
    const { accessToken, claims } = await tokens({ scope });
    const address = `${senid.issuer}/userinfo`;
    const authorization = { authorization: `Bearer ${accessToken}` };
    for (const init of [
      { headers: authorization },
      { method: 'POST', headers: authorization },
      { method: 'POST', body: new URLSearchParams({ access_token: accessToken }) },
    ]) {
      const response = await fetch(address, init);
      const body = (await response.json()) as Record<string, unknown>;
      assert.equal(response.status, 200, JSON.stringify(body));
      assert.equal(body['sub'], claims['sub']);
      for (const claim of ['name', 'email', 'email_verified', 'address', 'phone_number']) {
        assert.ok(claim in body, claim);
      }
    }
  });

  it('parameters that change nothing, and those that are not known, do no harm', async () => {
    for (const parameters of [
      { display: 'page' },
      { display: 'popup' },
      { ui_locales: 'se', claims_locales: 'se' },
      { login_hint: 'somebody@example.vn' },
      { extra: 'foobar' },
      { scope: 'email openid' },
    ]) {
      assert.ok((await tokens(parameters)).accessToken, JSON.stringify(parameters));
    }
  });

  it('oidcc-ensure-request-with-acr-values-succeeds: all of acr_values_supported, and one of them comes back', async () => {
    const discovery = await fetch(`${senid.issuer}/.well-known/openid-configuration`);
    const { acr_values_supported: values } = (await discovery.json()) as {
      acr_values_supported: readonly string[];
    };
    const { claims } = await tokens({ acr_values: values.join(' ') });
    assert.ok(values.includes(String(claims['acr'])), String(claims['acr']));
  });

  it('oidcc-prompt-none-logged-in, -not-logged-in, oidcc-id-token-hint, oidcc-max-age-10000', async () => {
    assert.equal(await refusal({ prompt: 'none' }), 'login_required');
    const browser = new Browser();
    const first = await tokens({ max_age: '15000' }, { browser });
    for (const parameters of [
      { prompt: 'none' },
      { prompt: 'none', id_token_hint: first.idToken },
      { max_age: '10000' },
    ]) {
      const { claims } = await tokens(parameters, { browser });
      assert.equal(claims['sub'], first.claims['sub']);
      assert.equal(claims['auth_time'], first.claims['auth_time'], JSON.stringify(parameters));
    }
  });

  it('oidcc-prompt-login, oidcc-max-age-1: the sign-in page again, and a later auth_time', async () => {
    const browser = new Browser();
    const first = await tokens({}, { browser });
    for (const [module, parameters] of [
      ['oidcc-prompt-login', { prompt: 'login' }],
      ['oidcc-max-age-1', { max_age: '1' }],
    ] as const) {
      await delay(2_000);
      const again = await tokens(parameters, { browser, module });
      assert.equal(again.claims['sub'], first.claims['sub']);
      assert.ok(Number(again.claims['auth_time']) > Number(first.claims['auth_time']), module);
    }
  });

  it('oidcc-codereuse: a second use of the code is refused, and ends what the first gave', async () => {
    const { response } = await authorize();
    const code = response.get('code') ?? '';
    const { accessToken } = tokensOf(await client.redeem(code, { verifier: '' }));
    assert.equal((await client.redeem(code, { verifier: '' })).body['error'], 'invalid_grant');
    assert.equal((await client.userinfo(accessToken)).status, 401);
  });

  it('oidcc-response-type-missing, oidcc-ensure-registered-redirect-uri: refused, where it is safe to say so', async () => {
    assert.equal(await refusal({ response_type: undefined }), 'invalid_request');
    const { url } = client.authorize({ redirect_uri: `${redirectUri()}/elsewhere` });
    await driveAsSuite(new Browser(), url, scriptsOf('oidcc-ensure-registered-redirect-uri'));
  });

  it('oidcc-request-uri-unsigned…, oidcc-unsigned-request-object…: refused by their names', async () => {
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`;
    assert.equal(await refusal({ request_uri: `${suite.origin}/r` }), 'request_uri_not_supported');
    const said = await refusal({ request: none });
    assert.ok(['request_not_supported', 'invalid_request_object'].includes(said ?? ''), said ?? '');
  });

  it('oidcc-ensure-post-request-succeeds', async () => {
    const attempt = client.authorize(WITHOUT_PKCE);
    const browser = new Browser();
    const answer = await browser.send(`${senid.issuer}/authorize`, {
      method: 'POST',
      body: new URLSearchParams(attempt.parameters),
      headers: { origin: suite.origin, 'sec-fetch-site': 'cross-site' },
    });
    const next = new URL(answer.headers.get('location') ?? '', senid.issuer).href;
    const page = await driveAsSuite(browser, next, scriptsOf(''));
    assert.ok(new URL(page.url).searchParams.has('code'), page.url);
  });

  it('oidcc-claims-essential, oidcc-refresh-token', async () => {
    const claims = JSON.stringify({ userinfo: { name: { essential: true } } });
    const given = await tokens({ claims, scope: 'openid offline_access', prompt: 'consent' });
    const userinfo = await client.userinfo(given.accessToken);
    assert.ok(userinfo.body['name']);
    const refreshed = tokensOf(await client.refresh(given.refreshToken));
    assert.equal((await client.verify(refreshed.idToken)).payload.sub, given.claims['sub']);
  });

  it('a public client is held to PKCE here too', async () => {
    const open = await register({ authentication: 'none' });
    const answer = await new Browser().send(open.authorize(WITHOUT_PKCE).url);
    assert.match(answer.headers.get('location') ?? '', /error=invalid_request/);
  });

  it('the hook rotates every key, and keeps the old ones published', async () => {
    const kids = async () => {
      const { keys } = (await (await fetch(`${senid.issuer}/jwks`)).json()) as {
        keys: readonly { kid: string }[];
      };
      return keys.map(({ kid }) => kid);
    };
    const before = await kids();
    const hook = await fetch(`${senid.issuer}/conformance/rotate-keys`, { method: 'POST' });
    const { rotated } = (await hook.json()) as { rotated: readonly string[] };
    const after = await kids();
    assert.ok(rotated.length > 0 && rotated.every((kid) => !before.includes(kid)));
    for (const kid of [...before, ...rotated]) assert.ok(after.includes(kid), kid);
    assert.ok((await tokens()).idToken);
  });
});
