import assert from 'node:assert/strict';

import { decodeJwt } from 'jose';

import { newFamily, registerTaking, takeActors, type Family } from '../support/acting.ts';
import { pollDevice, registerDevice, startDevice } from '../support/device-client.ts';
import { approveDevice } from '../support/device-person.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { CASES } from '../support/resource-servers.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, givePasskey, logIn, obtainCode } from '../support/session-login.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

const SUBSTANTIAL = 'urn:senid:loa:substantial';

/** RFC 8693, section 4.1: `sub` is whom it is about, `act` is who acts. */
describe('somebody who acts for another', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let family: Family;

  before(async () => {
    senid = await sharedSenid();
    client = await registerTaking(senid);
    family = await newFamily(senid);
    await givePasskey(senid, family.guardian);
  });

  const actFor = (options: Parameters<typeof logIn>[3] = {}, at = client) =>
    logIn(senid, at, family.guardian, { actsFor: '', ...options });
  const both = (claims: Readonly<Record<string, unknown>>) => [claims['sub'], claims['act']];

  it('is named beside the ward in ID token, userinfo and introspection', async () => {
    const { claims, accessToken } = await actFor({ parameters: { scope: 'openid profile' } });
    const own = await logIn(senid, client, family.guardian);
    assert.notEqual(claims['sub'], own.claims['sub']);
    assert.deepEqual(claims['act'], { sub: own.claims['sub'] }, 'as this client knows them');
    assert.ok(!('act' in own.claims));
    const { body } = await client.userinfo(accessToken);
    assert.deepEqual(both(body), both(claims));
    assert.equal(body['age_over_14'], false, 'the claims are the ward’s');
    assert.equal(claims['account_level'], 1);
    const introspected = await client.introspect(accessToken);
    assert.deepEqual(both(introspected.body), both(claims));
  });

  it('is told to the guardian once a day; who acts for nobody is told nothing', async () => {
    const { guardian, ward } = await newFamily(senid);
    await givePasskey(senid, guardian);
    const noticesOf = ({ accountId }: Family['ward']) =>
      withStores(senid, ({ notices }) => notices.ofAccount(accountId, 10));
    await logIn(senid, client, guardian);
    assert.deepEqual(await noticesOf(ward), []);
    for (let count = 0; count < 2; count += 1)
      await logIn(senid, client, guardian, { actsFor: '' });
    assert.deepEqual(
      (await noticesOf(ward)).map(({ kind }) => kind),
      ['signed_in_on_behalf'],
    );
    assert.deepEqual(
      (await noticesOf(guardian)).map(({ kind }) => kind),
      ['passkey_added'],
    );
  });

  it('is pairwise, as the ward is: two relying parties share neither', async () => {
    const other = await registerTaking(senid);
    const [here, there] = [await actFor(), await actFor({}, other)];
    const subs = [here, there].flatMap(({ claims }) => [
      claims['sub'],
      (claims['act'] as { sub: string }).sub,
    ]);
    assert.equal(new Set(subs).size, 4);
  });

  it('is in a JWT access token for an API, and its `sub` is the ward', async () => {
    const parameters = { scope: 'openid profile', resource: CASES };
    const { code, attempt } = await obtainCode(senid, client, family.guardian, {
      actsFor: '',
      parameters,
    });
    const tokens = tokensOf(await client.redeem(code, attempt, { resource: CASES }));
    const { payload } = await client.verify(tokens.idToken);
    assert.ok(payload['act']);
    assert.deepEqual(both(decodeJwt(tokens.accessToken)), both(payload));
  });

  it('stays named, and the ward the same, when tokens are refreshed', async () => {
    const { claims, refreshToken } = await actFor();
    const { payload } = await client.verify(tokensOf(await client.refresh(refreshToken)).idToken);
    assert.deepEqual(both(payload), both(claims));
  });

  it('reaches what both accounts allow: with a passkey of their own, no more than the ward’s level', async () => {
    const { claims } = await actFor();
    assert.equal(claims['acr'], 'urn:senid:loa:low');
    const parameters = { acr_values: SUBSTANTIAL };
    const { answer } = await attemptLogin(senid, client, family.guardian, {
      actsFor: '',
      parameters,
    });
    assert.equal(stepOn(answer), 'level-unreachable');
    const older = await newFamily(senid, { guardian: family.guardian, wardLevel: 2 });
    const name = await nameOf(older.ward.accountId);
    const second = await actFor({ actsFor: name, parameters });
    assert.deepEqual([second.claims['acr'], second.claims['account_level']], [SUBSTANTIAL, 2]);
  });

  it('is offered nobody at a relying party that has not agreed to `act`', async () => {
    const unaware = await OidcClient.register(senid.issuer);
    const { claims } = await logIn(senid, unaware, family.guardian);
    assert.ok(!('act' in claims));
    const { answer } = await attemptLogin(senid, unaware, family.ward, { how: 'password' });
    assert.equal(stepOn(answer), 'account-state');
    assert.doesNotMatch(answer.body, /name="guardian"/);
  });

  it('is shown the way from the page a child meets alone', async () => {
    const browser = new Browser();
    const { answer } = await attemptLogin(senid, client, family.ward, { browser, how: 'password' });
    assert.equal(stepOn(answer), 'account-state');
    const signIn = await browser.submit(answer, { guardian: '1' });
    assert.equal(stepOn(signIn), 'sign-in');
    const { passkey } = family.guardian;
    const next = await browser.submit(signIn, { passkey_response: passkey.prove(signIn) });
    assert.equal(stepOn(next), 'choose-person');
  });

  it('acts on another device as well, where the client takes it', async () => {
    const device = await registerDevice(senid.issuer);
    await takeActors(senid, device.clientId);
    const start = await startDevice(device);
    await approveDevice(senid, start.userCode, { person: family.guardian, actsFor: '' });
    const { payload } = await device.verify(tokensOf(await pollDevice(device, start)).idToken);
    assert.ok((payload['act'] as { sub?: string }).sub);
  });

  async function nameOf(accountId: Family['ward']['accountId']): Promise<string> {
    const account = await withStores(senid, ({ accounts }) => accounts.findById(accountId));
    return account?.name ?? '';
  }
});
