import assert from 'node:assert/strict';

import { endGuardianship, newFamily, registerTaking, type Family } from '../support/acting.ts';
import { askFor, registerCiba } from '../support/ciba-client.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { newestCode, stepOn, wordFor } from '../support/session-journey.ts';
import {
  attemptLogin,
  givePasskey,
  logIn,
  responseOf,
  silently,
} from '../support/session-login.ts';
import { sharedSenid } from '../support/session-server.ts';

const SUBSTANTIAL = 'urn:senid:loa:substantial';

describe('acting for somebody one may not act for', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let family: Family;
  let strangers: Family;

  before(async () => {
    senid = await sharedSenid();
    client = await registerTaking(senid);
    [family, strangers] = [await newFamily(senid), await newFamily(senid)];
  });

  const choosing = (browser = new Browser(), parameters: Record<string, string> = {}) =>
    attemptLogin(senid, client, family.guardian, {
      browser,
      how: 'password',
      until: 'choose-person',
      parameters,
    });
  const actFor = (options: Parameters<typeof logIn>[3] = {}) =>
    logIn(senid, client, family.guardian, { how: 'password', actsFor: '', ...options });

  it('is no choice: neither another’s ward, nor an account id, nor a word of another journey', async () => {
    const { browser, answer } = await choosing();
    const elsewhere = await attemptLogin(senid, client, strangers.guardian, {
      how: 'password',
      until: 'choose-person',
    });
    const words = [
      wordFor(elsewhere.answer, ''),
      wordFor((await choosing()).answer, ''),
      strangers.ward.accountId,
      `act_${strangers.ward.accountId.slice(4)}.${family.guardian.accountId.slice(4)}`,
      '',
    ];
    for (const ward of words) {
      const page = await browser.submit(answer, { ward }, client.redirectUri);
      assert.deepEqual([page.status, stepOn(page)], [422, 'choose-person'], ward);
    }
  });

  it('ends in the middle when the guardianship does', async () => {
    const own = await newFamily(senid);
    const { browser, answer } = await attemptLogin(senid, client, own.guardian, {
      how: 'password',
      actsFor: '',
      until: 'consent',
    });
    assert.equal(stepOn(answer), 'consent');
    await endGuardianship(senid, own.guardianshipId);
    const page = await browser.submit(answer, { continue: '' }, client.redirectUri);
    assert.equal(stepOn(page), 'account-state');
    const end = await browser.submit(page, { cancel: '' }, client.redirectUri);
    assert.equal(responseOf(end, client)?.get('error'), 'access_denied');
  });

  it('does nothing with a page of one person once the journey is for another', async () => {
    const both = await newFamily(senid);
    await newFamily(senid, { guardian: both.guardian });
    const { browser, answer } = await attemptLogin(senid, client, both.guardian, {
      how: 'password',
      actsFor: '',
      until: 'consent',
      parameters: { scope: 'openid profile' },
    });
    const choose = await browser.submit(answer, { 'switch-person': '1' });
    assert.equal(stepOn(choose), 'choose-person');
    const own = await browser.submit(choose, { continue: '' });
    assert.equal(stepOn(own), 'consent');
    // The page for the ward, in another tab, agrees to nothing for the guardian.
    const stale = await browser.submit(answer, { continue: '' }, client.redirectUri);
    assert.equal(stepOn(stale), 'consent');
    assert.equal(responseOf(stale, client), undefined);
  });

  it('is not forged through the claims parameter', async () => {
    const act = { value: { sub: 'somebody' }, essential: true };
    const parameters = { claims: JSON.stringify({ id_token: { act }, userinfo: { act } }) };
    const own = await logIn(senid, client, family.guardian, {
      how: 'password',
      parameters,
    });
    assert.ok(!('act' in own.claims));
    assert.ok(!('act' in (await client.userinfo(own.accessToken)).body));
    const acting = await actFor({ parameters });
    assert.notDeepEqual(acting.claims['act'], { sub: 'somebody' });
  });

  it('goes on nowhere else in silence, nor here unless the service asks for that very person', async () => {
    const { browser, claims, idToken } = await actFor();
    const other = await registerTaking(senid);
    assert.ok(!(await silently(other, browser)).has('code'));
    assert.equal((await silently(client, browser)).get('error'), 'account_selection_required');
    const { claims: same } = await logIn(senid, client, family.guardian, {
      browser,
      parameters: { prompt: 'none', id_token_hint: idToken },
    });
    assert.deepEqual([same['sub'], same['act']], [claims['sub'], claims['act']]);
  });

  it('is asked for anew at a second service, and at one that takes nobody it is the guardian', async () => {
    const { browser } = await actFor();
    const unaware = await OidcClient.register(senid.issuer);
    const { claims } = await logIn(senid, unaware, family.guardian, { browser, how: 'password' });
    assert.ok(!('act' in claims));
    const second = await attemptLogin(senid, await registerTaking(senid), family.guardian, {
      browser,
      how: 'password',
      until: 'choose-person',
    });
    assert.equal(stepOn(second.answer), 'choose-person');
  });

  it('does not turn a hint of the ward’s into the guardian, nor one of the guardian’s into the ward', async () => {
    const acting = await actFor();
    const own = await logIn(senid, client, family.guardian, { how: 'password' });
    const silent = (browser: Browser, hint: string) =>
      silently(client, browser, { id_token_hint: hint });
    assert.equal((await silent(own.browser, acting.idToken)).get('error'), 'login_required');
    const { claims } = await logIn(senid, client, family.guardian, {
      browser: acting.browser,
      parameters: { prompt: 'none', id_token_hint: own.idToken },
    });
    assert.equal(claims['sub'], own.claims['sub']);
    assert.ok(!('act' in claims));
  });

  it('does not mix grants: tokens of both live side by side, each about its own', async () => {
    const acting = await actFor();
    const own = await logIn(senid, client, family.guardian, {
      browser: acting.browser,
      how: 'password',
    });
    for (const { accessToken, claims } of [acting, own]) {
      const { body } = await client.userinfo(accessToken);
      assert.deepEqual([body['sub'], body['act']], [claims['sub'], claims['act']]);
    }
    assert.equal((await client.refresh(acting.refreshToken)).status, 200);
    assert.equal((await client.refresh(own.refreshToken)).status, 200);
  });

  it('is stepped up by the guardian who acts, and by no other guardian of the same ward', async () => {
    const mother = await newFamily(senid, { wardLevel: 2 });
    const father = await newFamily(senid, { ward: mother.ward });
    for (const { guardian } of [mother, father]) await givePasskey(senid, guardian);
    const { browser, claims } = await logIn(senid, client, mother.guardian, {
      how: 'password',
      actsFor: '',
    });
    const sub = { value: String(claims['sub']) };
    const parameters = {
      acr_values: SUBSTANTIAL,
      claims: JSON.stringify({ id_token: { sub } }),
    };
    const { answer } = await attemptLogin(senid, client, mother.guardian, {
      browser,
      parameters,
      until: 'step-up',
    });
    assert.equal(stepOn(answer), 'step-up');
    const { passkey } = father.guardian;
    const page = await browser.submit(answer, { passkey_response: passkey.forceProve(answer) });
    assert.deepEqual([page.status, stepOn(page)], [422, 'step-up']);
    const after = await logIn(senid, client, mother.guardian, { browser, parameters });
    assert.deepEqual([after.claims['sub'], after.claims['act']], [claims['sub'], claims['act']]);
    assert.equal(after.claims['acr'], SUBSTANTIAL);
  });

  it('is asked for by name only where the ward is theirs: anybody else reads of a wrong password', async () => {
    const { claims } = await actFor();
    const sub = { value: String(claims['sub']) };
    const parameters = { claims: JSON.stringify({ id_token: { sub } }) };
    const { browser, answer } = await attemptLogin(senid, client, strangers.guardian, {
      parameters,
      until: 'sign-in',
    });
    const { login: identifier, password } = strangers.guardian;
    const refused = await browser.submit(answer, { identifier, password });
    assert.deepEqual([refused.status, stepOn(refused)], [422, 'sign-in']);
    const right = { identifier: family.guardian.login, password: family.guardian.password };
    const code = await browser.submit(refused, right);
    const choose = await browser.submit(code, { otp: await newestCode(senid) });
    assert.equal(stepOn(choose), 'choose-person');
    assert.doesNotMatch(choose.body, /name="continue"/, 'nobody was asked for but the ward');
  });

  it('is not asked of a person by another’s name (CIBA): what a guardian proved leads to nobody', async () => {
    const ciba = await registerCiba(senid.issuer);
    const { claims } = await actFor();
    const hint = String(claims['authentication_event_id']);
    const { status, body } = await askFor(ciba, { login_hint: hint });
    assert.deepEqual([status, body['error']], [400, 'unknown_user_id']);
  });
});
