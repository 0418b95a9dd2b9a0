import assert from 'node:assert/strict';

import type { Stores } from '../../adapters/stores.ts';
import { newId } from '../../ids.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { stepOn } from '../support/session-journey.ts';
import { attemptLogin, newHolder, obtainCode, responseOf } from '../support/session-login.ts';
import type { Person } from '../support/session-people.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

type Change = (stores: Stores, person: Person, client: OidcClient) => Promise<void>;

const lockAccount: Change = ({ accounts }, { accountId }) =>
  accounts.addLock({
    id: newId('lock'),
    accountId,
    ground: 'own_request',
    lockedAt: Date.now(),
    liftedAt: undefined,
  });

const removePasskey: Change = async ({ passkeys }, { accountId }) => {
  for (const { id } of await passkeys.listByAccount(accountId))
    await passkeys.remove(id, Date.now());
};

const withdrawConsent: Change = async ({ consents }, { accountId }, { clientId }) => {
  const latest = await consents.latest(accountId, clientId);
  assert.ok(latest);
  const now = Date.now() + 1;
  await consents.append({
    ...latest,
    id: newId('con'),
    kind: 'withdrawn',
    decidedAt: now,
    expiresAt: undefined,
  });
};

const changes: readonly (readonly [string, Change, string])[] = [
  ['the account is locked', lockAccount, 'access_denied'],
  ['the passkey is removed', removePasskey, 'unmet_authentication_requirements'],
  ['the consent is withdrawn', withdrawConsent, 'consent_required'],
];

/** Everything is looked at again wherever something is handed out, not only where it was proven. */
describe('a login during which', () => {
  let senid: SenidProcess;
  let client: OidcClient;
  let person: Person;
  const parameters = { acr_values: 'urn:senid:loa:substantial', prompt: 'consent' };

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
  });

  beforeEach(async () => {
    person = await newHolder(senid);
  });

  for (const [title, change, error] of changes) {
    it(`${title} ends with an error when it returns from its last page`, async () => {
      const { browser, answer } = await attemptLogin(senid, client, person, {
        parameters,
        until: 'consent',
      });
      const finished = await browser.post(answer, { continue: '' });
      await withStores(senid, (stores) => change(stores, person, client));
      const end = await browser.follow(finished, client.redirectUri);
      const response = responseOf(end, client);
      assert.equal(response?.get('code') ?? null, null);
      assert.ok(
        [error, 'login_required'].includes(String(response?.get('error'))),
        response?.toString(),
      );
    });

    it(`${title} gives no tokens when its code comes to be redeemed`, async () => {
      const { code, attempt } = await obtainCode(senid, client, person, { parameters });
      await withStores(senid, (stores) => change(stores, person, client));
      const { status, body } = await client.redeem(code, attempt);
      assert.equal(status, 400);
      assert.equal(body['error'], 'invalid_grant');
    });
  }

  it('the account is locked tells the person so, on the page they press next', async () => {
    const { browser, answer } = await attemptLogin(senid, client, person, {
      parameters,
      until: 'consent',
    });
    await withStores(senid, (stores) => lockAccount(stores, person, client));
    const page = await browser.submit(answer, { continue: '' }, client.redirectUri);
    assert.equal(stepOn(page), 'account-state');
    const consent = await withStores(senid, ({ consents }) =>
      consents.latest(person.accountId, client.clientId),
    );
    assert.equal(consent, undefined, 'and nothing was agreed to');
  });

  it('the passkey is removed asks for another proof, on the page they press next', async () => {
    const { browser, answer } = await attemptLogin(senid, client, person, {
      parameters,
      until: 'consent',
    });
    await withStores(senid, (stores) => removePasskey(stores, person, client));
    const page = await browser.submit(answer, { continue: '' }, client.redirectUri);
    assert.notEqual(stepOn(page), 'consent');
    assert.equal(responseOf(page, client), undefined);
  });
});
