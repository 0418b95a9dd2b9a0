import assert from 'node:assert/strict';

import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';

import { configurationFor, type SuiteConfiguration } from '../conformance/configuration.ts';
import { PLANS, type Plan } from '../conformance/plans.ts';
import type { Answer } from '../support/http-agent.ts';
import { TestAuthority } from '../support/certificates.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { tokensOf, type Tokens } from '../support/oidc-client-answer.ts';
import { postRegistration, type RegistrationOptions } from '../support/oidc-client-registration.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { driveAsSuite, type BrowserScript } from '../support/suite-browser.ts';
import { startSuiteHost, type SuiteHost } from '../support/suite-host.ts';

const WITHOUT_PKCE = { code_challenge: undefined, code_challenge_method: undefined };

interface Scripts {
  readonly browser: readonly BrowserScript[];
  readonly override?: Readonly<Record<string, { readonly browser: readonly BrowserScript[] }>>;
}

/** As conformance-profile.test.ts, for the other plans of OpenID Connect. */
describe('the conformance profile, asked as the other plans ask,', () => {
  let senid: SenidProcess;
  let suite: SuiteHost;

  before(async () => {
    suite = await startSuiteHost();
    senid = await startSenid({
      name: 'conformance-plans',
      args: ['--profile', 'conformance'],
      env: { SENID_EGRESS_ALLOW: suite.origin },
    });
  });
  after(async () => {
    assert.equal(await senid?.stop(), 0, senid.output());
    await suite?.stop();
  });

  async function planOf(name: string): Promise<SuiteConfiguration & Scripts> {
    const plan = PLANS.find((each) => each.name === name);
    assert.ok(plan, name);
    const at = { issuer: senid.issuer, suite: suite.origin };
    return (await configurationFor(plan, at)) as SuiteConfiguration & Scripts;
  }

  const baseOf = ({ alias }: SuiteConfiguration) => `${suite.origin}/test/a/${alias}`;
  const scriptsOf = ({ browser, override = {} }: Scripts, module: string) =>
    override[module]?.browser ?? browser;
  const register = (redirectUri: string, options: RegistrationOptions = {}) =>
    OidcClient.register(senid.issuer, { redirectUri, ...options });

  interface Visit {
    readonly browser?: Browser;
    readonly module?: string;
    readonly parameters?: Readonly<Record<string, string | undefined>>;
  }

  async function logIn(
    configuration: SuiteConfiguration & Scripts,
    client: OidcClient,
    { browser = new Browser(), module = '', parameters = {} }: Visit = {},
  ): Promise<Tokens> {
    const { url } = client.authorize({ ...WITHOUT_PKCE, ...parameters });
    const page = await driveAsSuite(browser, url, scriptsOf(configuration, module));
    const code = new URL(page.url).searchParams.get('code') ?? suite.seen.at(-1)?.body.get('code');
    return tokensOf(await client.redeem(code ?? '', { verifier: '' }));
  }

  it('Form Post: the answer is posted by a form that works without scripts', async () => {
    const configuration = await planOf('formpost-basic');
    const client = await register(`${baseOf(configuration)}/callback`);
    await logIn(configuration, client, { parameters: { response_mode: 'form_post' } });
    const { method, url, body } = suite.seen.at(-1) ?? assert.fail();
    assert.equal(method, 'POST');
    assert.ok(body.get('code') !== null && body.get('iss') === senid.issuer);
    assert.equal(url.search, '');
  });

  it('Dynamic: keys from jwks_uri, RS256 for userinfo, redirect URIs to the letter', async () => {
    const configuration = await planOf('dynamic');
    const redirectUri = `${baseOf(configuration)}/callback?foo=bar`;
    const client = await register(redirectUri, {
      metadata: { userinfo_signed_response_alg: 'RS256', id_token_signed_response_alg: 'RS256' },
    });
    const { accessToken, idToken } = await logIn(configuration, client);
    assert.equal(decodeProtectedHeader(idToken).alg, 'RS256');
    const userinfo = await fetch(`${senid.issuer}/userinfo`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    const signed = await userinfo.text();
    assert.equal(decodeProtectedHeader(signed).alg, 'RS256');
    assert.equal(decodeJwt(signed).sub, decodeJwt(idToken).sub);

    for (const [module, redirect_uri] of [
      ['oidcc-redirect-uri-query-added', `${redirectUri}&more=1`],
      ['oidcc-redirect-uri-query-mismatch', redirectUri.replace('bar', 'baz')],
      ['oidcc-ensure-redirect-uri-in-authorization-request', undefined],
    ] as const) {
      const { url } = client.authorize({ ...WITHOUT_PKCE, redirect_uri });
      await driveAsSuite(new Browser(), url, scriptsOf(configuration, module));
    }
    const fragment = await postRegistration(senid.issuer, { redirect_uris: [`${redirectUri}#x`] });
    assert.equal(fragment.status, 400);
  });

  it('Dynamic: what a client says of itself stands on the page, and a wrong sector is refused', async () => {
    const configuration = await planOf('dynamic');
    const redirectUri = `${baseOf(configuration)}/callback`;
    const { publicKey } = await generateKeyPair('ES256');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'one', use: 'sig', alg: 'ES256' };
    const metadata = {
      jwks_uri: suite.serve('/jwks.json', { keys: [jwk] }),
      logo_uri: `${suite.origin}/logo.png`,
      policy_uri: `${suite.origin}/policy`,
      tos_uri: `${suite.origin}/tos`,
    };
    const client = await register(redirectUri, { metadata });
    assert.ok(
      (await logIn(configuration, client, { module: 'oidcc-registration-logo-uri' })).idToken,
    );
    // The suite's own is https, which this host is not: only the refusal can be seen here.
    const bad = await postRegistration(senid.issuer, {
      redirect_uris: [redirectUri],
      sector_identifier_uri: suite.serve('/bad.json', ['https://elsewhere.example/']),
    });
    assert.equal(bad.status, 400);
  });

  it('RP-initiated logout: back at the relying party, logged out, or told why not', async () => {
    const configuration = await planOf('rp-initiated-logout');
    const goodbye = `${baseOf(configuration)}/post_logout_redirect`;
    const client = await register(`${baseOf(configuration)}/callback`, {
      metadata: { post_logout_redirect_uris: [goodbye] },
    });
    const leave = async (
      module: string,
      query: (hint: string) => Readonly<Record<string, string>>,
    ): Promise<{ page: Answer; browser: Browser }> => {
      const browser = new Browser();
      const { idToken } = await logIn(configuration, client, { browser, module });
      const address = `${senid.issuer}/logout?${new URLSearchParams(query(idToken))}`;
      const page = await driveAsSuite(browser, address, scriptsOf(configuration, module));
      return { page, browser };
    };
    const back = await leave('oidcc-rp-initiated-logout', (hint) => {
      return { id_token_hint: hint, post_logout_redirect_uri: goodbye, state: 'bye' };
    });
    assert.equal(back.page.url, `${goodbye}?state=bye`);
    const silent = await back.browser.send(
      client.authorize({ ...WITHOUT_PKCE, prompt: 'none' }).url,
    );
    assert.match(silent.headers.get('location') ?? '', /error=login_required/);

    const bent = (hint: string) => `${hint.slice(0, -6)}AAAAAA`;
    for (const [module, query] of [
      ['oidcc-rp-initiated-logout-no-params', () => ({})],
      ['oidcc-rp-initiated-logout-only-state', () => ({ state: 'x' })],
      [
        'oidcc-rp-initiated-logout-no-post-logout-redirect-uri',
        (id_token_hint: string) => ({ id_token_hint }),
      ],
      [
        'oidcc-rp-initiated-logout-bad-post-logout-redirect-uri',
        (id_token_hint: string) => ({ id_token_hint, post_logout_redirect_uri: `${goodbye}/bad` }),
      ],
      [
        'oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri',
        (id_token_hint: string) => ({ id_token_hint, post_logout_redirect_uri: `${goodbye}?a=b` }),
      ],
      [
        'oidcc-rp-initiated-logout-modified-id-token-hint',
        (hint: string) => ({ id_token_hint: bent(hint), post_logout_redirect_uri: goodbye }),
      ],
      [
        'oidcc-rp-initiated-logout-bad-id-token-hint',
        () => ({ id_token_hint: 'bad', post_logout_redirect_uri: goodbye }),
      ],
    ] as const) {
      const { page } = await leave(module, query);
      assert.ok(page.url.startsWith(senid.issuer), `${module}: ${page.url}`);
    }
  });

  it('Back-channel logout: a logout token arrives with the sid of the ID token', async () => {
    const configuration = await planOf('backchannel-logout');
    const base = baseOf(configuration);
    const goodbye = `${base}/post_logout_redirect`;
    const client = await register(`${base}/callback`, {
      metadata: {
        post_logout_redirect_uris: [goodbye],
        backchannel_logout_uri: `${base}/backchannel_logout`,
        backchannel_logout_session_required: true,
      },
    });
    const browser = new Browser();
    const { idToken } = await logIn(configuration, client, { browser });
    const query = new URLSearchParams({
      id_token_hint: idToken,
      post_logout_redirect_uri: goodbye,
      state: 'bye',
    });
    const address = `${senid.issuer}/logout?${query}`;
    const page = await driveAsSuite(browser, address, scriptsOf(configuration, ''));
    assert.equal(page.url, `${goodbye}?state=bye`);
    const deadline = Date.now() + 20_000;
    const delivered = () =>
      suite.seen.find(({ url }) => url.pathname.endsWith('/backchannel_logout'))?.body;
    while (delivered() === undefined && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const token = decodeJwt(delivered()?.get('logout_token') ?? '');
    assert.equal(token['sid'], decodeJwt(idToken)['sid']);
    assert.ok('http://schemas.openid.net/event/backchannel-logout' in Object(token['events']));
    assert.equal(token['nonce'], undefined);
  });

  it('Third-party-initiated login: the address is kept and told again, and has to be https', async () => {
    const metadata = {
      redirect_uris: [`${baseOf(await planOf('3rdparty-init-login'))}/callback`],
      initiate_login_uri: 'https://suite.example/login',
    };
    const created = await postRegistration(senid.issuer, metadata);
    const body = (await created.json()) as Record<string, string>;
    assert.equal(body['initiate_login_uri'], metadata.initiate_login_uri);
    const read = await fetch(body['registration_client_uri'] ?? '', {
      headers: { authorization: `Bearer ${body['registration_access_token']}` },
    });
    assert.equal(
      ((await read.json()) as typeof body)['initiate_login_uri'],
      metadata.initiate_login_uri,
    );
    const plain = { ...metadata, initiate_login_uri: 'http://suite.example/login' };
    const refused = await postRegistration(senid.issuer, plain);
    assert.equal(refused.status, 400);
    assert.equal(((await refused.json()) as typeof body)['error'], 'invalid_client_metadata');
  });
});

const isRegisteredHere = ({ clients }: Plan) => clients.kind !== 'registered-by-suite';

describe('the configurations of plans whose clients are registered beforehand', () => {
  let authority: TestAuthority;
  let senid: SenidProcess;

  before(async () => {
    authority = new TestAuthority().trustHere();
    const args = ['--profile', 'conformance'];
    senid = await startSenid({ name: 'conformance-clients', authority, args });
  });
  after(async () => {
    assert.equal(await senid?.stop(), 0, senid.output());
    authority.remove();
  });

  for (const plan of PLANS.filter(isRegisteredHere)) {
    it(`${plan.name}: two clients that are there, with keys of their own`, async () => {
      const at = { issuer: senid.issuer, suite: 'https://suite.example:8443' };
      const configuration = await configurationFor(plan, { ...at, approver: 'http://approver' });
      assert.doesNotMatch(JSON.stringify(configuration), /\{\{/);
      const [one, two] = [memberOf(configuration, 'client'), memberOf(configuration, 'client2')];
      assert.ok(one['client_id'] !== undefined && one['client_id'] !== two['client_id']);
      assert.notDeepEqual(one['jwks'] ?? one['client_secret'], two['jwks'] ?? two['client_secret']);
      const { clients } = plan;
      const approval = configuration['automated_ciba_approval_url'];
      assert.equal(
        approval,
        clients.kind === 'ciba'
          ? 'http://approver/approve?auth_req_id={auth_req_id}&action={action}'
          : undefined,
      );
      if (clients.kind !== 'fapi' && clients.kind !== 'ciba') return;
      const isBound = clients.kind === 'ciba' || clients.constraint === 'mtls';
      const certified = isBound || clients.auth === 'mtls';
      assert.equal(certified, 'mtls' in configuration && 'mtls2' in configuration);
      const { resourceUrl } = memberOf(configuration, 'resource');
      assert.equal(resourceUrl, `${isBound ? senid.mutualTlsOrigin : senid.issuer}/userinfo`);
    });
  }

  function memberOf(configuration: SuiteConfiguration, name: string): Record<string, unknown> {
    const member = configuration[name];
    assert.ok(typeof member === 'object' && member !== null, name);
    return { ...member };
  }
});
