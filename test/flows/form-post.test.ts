import assert from 'node:assert/strict';

import { formsOf, type Answer } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { walk } from '../support/session-journey.ts';
import { logIn, sharedHolder } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { noteSecret } from '../support/session-secrets.ts';
import { sharedSenid } from '../support/session-server.ts';

const FORM_POST = { response_mode: 'form_post' };

/** OAuth 2.0 Form Post Response Mode 1.0, section 2, and RFC 9207. */
describe('response_mode=form_post', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    person = await sharedHolder(senid);
  });

  /** The fields of the answer; nothing else may be a control of the form. */
  function answerOf(page: Answer): Readonly<Record<string, string>> {
    assert.equal(page.status, 200, 'the page is no error, whatever it carries');
    assert.equal(page.headers.get('cache-control'), 'no-store');
    const forms = formsOf(page.body);
    assert.equal(forms.length, 1);
    const [form] = forms;
    assert.equal(form?.action, client.redirectUri);
    assert.deepEqual(form.buttons, [], 'a button with a name would be a parameter');
    noteSecret('authorization code', form.fields['code']);
    return form.fields;
  }

  it('carries the code, the state and the issuer at the end of a whole login', async () => {
    const browser = new Browser();
    const { url, state, verifier } = client.authorize(FORM_POST);
    const page = await walk(browser, await browser.send(url), { senid, person }, 'never');
    const answer = answerOf(page);
    assert.deepEqual(Object.keys(answer).toSorted(), ['code', 'iss', 'state']);
    assert.equal(answer['state'], state);
    assert.equal(answer['iss'], senid.issuer);
    assert.equal((await client.redeem(answer['code'] ?? '', { verifier })).status, 200);
  });

  it('puts nothing of the answer into an address', async () => {
    const { browser } = await logIn(senid, client, person);
    const before = browser.history.length;
    answerOf(await browser.get(client.authorize({ ...FORM_POST, prompt: 'none' }).url));
    for (const { location } of browser.history.slice(before)) {
      assert.doesNotMatch(location ?? '', /[?&#](code|iss)=/);
    }
  });

  it('carries errors in the same way, with the issuer and the state', async () => {
    const { url, state } = client.authorize({ ...FORM_POST, prompt: 'none' });
    const answer = answerOf(await new Browser().get(url));
    assert.equal(answer['error'], 'login_required');
    assert.equal(answer['state'], state);
    assert.equal(answer['iss'], senid.issuer);
  });

  it('carries what the person decided: back to the service without a login', async () => {
    const browser = new Browser();
    const page = await browser.get(client.authorize(FORM_POST).url);
    const answer = answerOf(await browser.submit(page, { cancel: '' }));
    assert.equal(answer['error'], 'access_denied');
    assert.equal(answer['iss'], senid.issuer);
  });

  it('escapes what a relying party may have put into its state', async () => {
    const state = '"\'<script&amp;\u2028é';
    const { url } = client.authorize({ ...FORM_POST, prompt: 'none', state });
    const page = await new Browser().get(url);
    assert.equal(answerOf(page)['state'], state);
    assert.doesNotMatch(page.body, /<script&/);
  });

  it('works without scripts, and with one that a nonce lets in', async () => {
    const { url } = client.authorize({ ...FORM_POST, prompt: 'none' });
    const page = await new Browser().get(url);
    assert.match(page.body, /<button[^>]* type="submit"|<button type="submit"/);
    const policy = page.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([\w-]+)';/.exec(policy)?.[1] ?? 'none';
    const scripts = [...page.body.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    assert.ok(scripts.length > 0);
    for (const tag of scripts) assert.ok(tag.includes(`nonce="${nonce}"`), tag);
    const { origin } = new URL(client.redirectUri);
    assert.match(policy, new RegExp(`form-action 'self' ${origin.replaceAll('.', '[.]')};`));
    assert.equal(page.headers.get('referrer-policy'), 'origin', 'else the post says Origin: null');
  });

  it('is in the language the request asks for, and names the service', async () => {
    for (const [ui_locales, text] of [
      ['vi', 'Tiếp tục đến dịch vụ'],
      ['en', 'Continue to the service'],
    ] as const) {
      const { url } = client.authorize({ ...FORM_POST, prompt: 'none', ui_locales });
      const page = await new Browser().get(url);
      assert.ok(page.body.includes(text), ui_locales);
      assert.match(page.body, new RegExp(`<html lang="${ui_locales}"`));
      assert.ok(page.body.includes('Dịch vụ thử'));
    }
  });

  it('is never a way to an address that is not registered', async () => {
    const redirect_uri = 'https://evil.example/callback';
    const { url } = client.authorize({ ...FORM_POST, prompt: 'none', redirect_uri });
    const page = await new Browser().get(url);
    assert.equal(page.status, 400);
    assert.doesNotMatch(page.body, /<form[^>]*evil/);
    assert.doesNotMatch(page.headers.get('content-security-policy') ?? '', /evil/);
  });
});
