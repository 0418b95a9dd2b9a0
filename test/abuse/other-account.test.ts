import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import type { Browser } from '../support/session-browser.ts';
import { newestCode, stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, newHolder, responseOf } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid } from '../support/session-server.ts';

const SUBSTANTIAL = 'urn:senid:loa:substantial';

describe('another account during a step-up', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let first: Person;
  let second: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    [first, second] = [await newHolder(senid), await newHolder(senid)];
  });

  /** Still the first person, no stronger than before. */
  async function assertUnchanged(browser: Browser, sub: unknown): Promise<void> {
    const { claims } = await logIn(senid, client, first, {
      browser,
      parameters: { prompt: 'none' },
    });
    assert.equal(claims['sub'], sub);
    assert.equal(claims['acr'], 'urn:senid:loa:low');
  }

  it('is refused with its passkey, and the first session is as it was', async () => {
    const { browser, claims } = await logIn(senid, client, first, { how: 'password' });
    const parameters = { acr_values: SUBSTANTIAL };
    const { answer } = await attemptLogin(senid, client, first, {
      browser,
      parameters,
      until: 'step-up',
    });
    const foreign = { passkey_response: second.passkey.forceProve(answer) };
    const page = await browser.submit(answer, foreign, client.redirectUri);
    assert.equal(page.status, 422);
    assert.equal(stepOn(page), 'step-up');
    await assertUnchanged(browser, claims['sub']);
  });

  it('is refused with its password, and the first session is as it was', async () => {
    const { browser, claims } = await logIn(senid, client, first, { how: 'password' });
    const parameters = { prompt: 'login' };
    const { answer } = await attemptLogin(senid, client, first, {
      browser,
      parameters,
      until: 'sign-in',
    });
    const { login: identifier, password } = second;
    const page = await browser.submit(answer, { identifier, password }, client.redirectUri);
    assert.equal(page.status, 422);
    assert.equal(stepOn(page), 'sign-in');
    await assertUnchanged(browser, claims['sub']);
  });

  it('reads like a wrong password, so that nobody tests passwords of others here', async () => {
    const { browser } = await logIn(senid, client, first, { how: 'password' });
    const parameters = { prompt: 'login' };
    const { answer } = await attemptLogin(senid, client, first, {
      browser,
      parameters,
      until: 'sign-in',
    });
    const identifier = second.login;
    const right = await browser.submit(answer, { identifier, password: second.password });
    const wrong = await browser.submit(answer, { identifier, password: 'wrong' });
    const problem = (body: string) => /<div[^>]*govuk-error-summary[\s\S]*?<\/div>/.exec(body)?.[0];
    assert.ok(problem(right.body));
    assert.equal(problem(right.body), problem(wrong.body));
  });

  it('cannot put its passkey on the account that is being stepped up', async () => {
    const { browser } = await logIn(senid, client, first, { how: 'password' });
    const parameters = { acr_values: SUBSTANTIAL };
    const { answer } = await attemptLogin(senid, client, first, {
      browser,
      parameters,
      until: 'step-up',
    });
    const page = await browser.send(`${answer.url}/step-up`, {
      method: 'POST',
      body: new URLSearchParams({ csrf: csrfOf(answer.body), 'add-passkey': '' }),
    });
    assert.notEqual(
      stepOn(await browser.follow(page)),
      'add-passkey',
      'who holds one needs it first',
    );
  });

  it('takes over only when the person says it is not them, and begins from nothing', async () => {
    const { browser, claims } = await logIn(senid, client, first, { how: 'passkey' });
    const old = browser.session;
    const parameters = { prompt: 'select_account' };
    const options = { browser, parameters, until: 'choose-account' };
    const { answer } = await attemptLogin(senid, client, first, options);
    assert.equal(stepOn(answer), 'choose-account');
    const signIn = await browser.submit(answer, { 'not-you': '' });
    const { login: identifier, password } = second;
    const codePage = await browser.submit(signIn, { identifier, password });
    const consent = await browser.submit(codePage, { otp: await newestCode(senid) });
    assert.equal(stepOn(consent), 'consent');
    const end = await browser.submit(consent, { continue: '' }, client.redirectUri);
    assert.ok(responseOf(end, client)?.has('code'));
    assert.notEqual(browser.session, old);
    const after = await logIn(senid, client, second, { browser, parameters: { prompt: 'none' } });
    assert.notEqual(after.claims['sub'], claims['sub']);
    assert.equal(
      after.claims['acr'],
      'urn:senid:loa:low',
      'the passkey of the first counts for nothing',
    );
  });
});

function csrfOf(body: string): string {
  return /name="csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';
}
