import assert from 'node:assert/strict';

import { bornYearsAgo, newFamily, newOrganisation, registerTaking } from '../support/acting.ts';
import type { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, logIn, responseOf } from '../support/session-login.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';
import { entitledClient } from '../support/verified-claims.ts';

const ASKED = { scope: 'openid profile' };

describe('what is shared about somebody who is acted for', () => {
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await registerTaking(senid);
  });

  const consentOf = (accountId: `acc_${string}`) =>
    withStores(senid, ({ consents }) => consents.latest(accountId, client.clientId));

  it('rests on a child’s own yes beside the guardian’s from 7 on, and the record says both', async () => {
    const { guardian, ward } = await newFamily(senid);
    const options = { how: 'password', actsFor: '', parameters: ASKED } as const;
    const asked = await attemptLogin(senid, client, guardian, { ...options, until: 'assent' });
    assert.equal(stepOn(asked.answer), 'assent');
    assert.equal(await consentOf(ward.accountId), undefined, 'one yes alone is none');
    const { browser } = asked;
    const end = await browser.submit(asked.answer, { continue: '' }, client.redirectUri);
    assert.ok(responseOf(end, client)?.has('code'));
    const consent = await consentOf(ward.accountId);
    assert.deepEqual([consent?.actorId, consent?.assent], [guardian.accountId, 'given']);
    assert.equal(
      await consentOf(guardian.accountId),
      undefined,
      'and it is none of the guardian’s',
    );
  });

  it('is not shared when the child says no: the service is told that nobody agreed, and nothing is on record', async () => {
    const { guardian, ward } = await newFamily(senid);
    const options = { how: 'password', actsFor: '', parameters: ASKED } as const;
    const { browser, answer } = await attemptLogin(senid, client, guardian, {
      ...options,
      until: 'assent',
    });
    const end = await browser.submit(answer, { cancel: '' }, client.redirectUri);
    assert.equal(responseOf(end, client)?.get('error'), 'access_denied');
    assert.equal(await consentOf(ward.accountId), undefined);
  });

  it('needs the guardian alone under 7', async () => {
    const { guardian, ward } = await newFamily(senid, { wardBorn: bornYearsAgo(6) });
    await logIn(senid, client, guardian, { how: 'password', actsFor: '', parameters: ASKED });
    const consent = await consentOf(ward.accountId);
    assert.deepEqual([consent?.actorId, consent?.assent], [guardian.accountId, undefined]);
  });

  it('is the ward’s: what the guardian agreed to for themself answers nothing, and the reverse', async () => {
    const { guardian } = await newFamily(senid);
    const how = 'password';
    const own = await logIn(senid, client, guardian, { how, parameters: ASKED });
    const { browser } = own;
    const forWard = { browser, how, actsFor: '', parameters: ASKED, until: 'consent' } as const;
    const { answer } = await attemptLogin(senid, client, guardian, forWard);
    assert.equal(stepOn(answer), 'consent');
    const { guardian: second } = await newFamily(senid);
    const first = await logIn(senid, client, second, { how, actsFor: '', parameters: ASKED });
    const again = await attemptLogin(senid, client, second, {
      browser: first.browser,
      how,
      parameters: ASKED,
      until: 'consent',
    });
    assert.equal(stepOn(again.answer), 'consent');
  });
});

describe('an organisation', () => {
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await registerTaking(senid);
  });

  it('is signed in by its representative: its name, no level, and nothing that only people have', async () => {
    const { guardian } = await newOrganisation(senid);
    const options = { how: 'password', actsFor: '', parameters: ASKED } as const;
    const { claims, accessToken } = await logIn(senid, client, guardian, options);
    assert.ok(claims['act']);
    assert.ok(!('account_level' in claims));
    const { body } = await client.userinfo(accessToken);
    assert.match(String(body['name']), /^Tổ chức /);
    for (const name of ['birthdate', 'gender', 'age_over_14', 'age_over_18']) {
      assert.ok(!(name in body), name);
    }
  });

  it('is told by its number where the service may ask for one, and by nothing that people have', async () => {
    const entitled = await entitledClient(senid, {
      entitledScopes: ['identity'],
      takesActors: true,
    });
    const { guardian, ward } = await newOrganisation(senid);
    const parameters = { scope: 'openid identity' };
    const { accessToken, claims } = await logIn(senid, entitled, guardian, {
      how: 'password',
      actsFor: '',
      parameters,
    });
    const { body } = await entitled.userinfo(accessToken);
    const { sub, act, organisation_number: number, subject_type: type } = body;
    assert.deepEqual([sub, act], [claims['sub'], claims['act']]);
    assert.deepEqual([number, type], [ward.login, 'organisation']);
    for (const name of ['personal_identification_number', 'document', 'nationalities']) {
      assert.ok(!(name in body), name);
    }
    assert.ok(
      !JSON.stringify([body, claims]).includes(guardian.login),
      'not by its representative’s',
    );
  });

  it('reaches what its representative reaches', async () => {
    const { guardian } = await newOrganisation(senid);
    const parameters = { acr_values: 'urn:senid:loa:substantial' };
    const { claims } = await logIn(senid, client, guardian, {
      how: 'password',
      actsFor: '',
      parameters,
    });
    assert.equal(claims['acr'], 'urn:senid:loa:substantial');
  });

  it('never signs in by its number, and reads like a wrong password', async () => {
    const { guardian, ward } = await newOrganisation(senid);
    const { browser, answer } = await attemptLogin(senid, client, guardian, { until: 'sign-in' });
    const { login: identifier, password } = ward;
    const page = await browser.submit(answer, { identifier, password });
    assert.deepEqual([page.status, stepOn(page)], [422, 'sign-in']);
  });

  it('is nobody’s to sign in for whose account is of level 1', async () => {
    const { guardian } = await newOrganisation(senid, 1);
    const { claims } = await logIn(senid, client, guardian, { how: 'password' });
    assert.ok(!('act' in claims));
  });
});
