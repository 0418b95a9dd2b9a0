import assert from 'node:assert/strict';

import { newId } from '../../ids.ts';
import { formsOf } from '../support/http-agent.ts';
import { OidcClient } from '../support/oidc-client.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { walk } from '../support/session-journey.ts';
import { logIn, newHolder } from '../support/session-login.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

/** What happens in a browser without its person knowing. */
describe('a question nobody is asked', () => {
  let senid: SenidProcess;

  before(async () => {
    senid = await sharedSenid();
  });

  it('tells a service the person never used nothing but that there is no login', async () => {
    const used = await OidcClient.register(senid.issuer);
    const stranger = await OidcClient.register(senid.issuer);
    const person = await newHolder(senid);
    const { browser } = await logIn(senid, used, person);
    const ask = async (parameters: Readonly<Record<string, string>> = {}) => {
      const { url } = stranger.authorize({ prompt: 'none', ...parameters });
      const answer = new URL((await browser.send(url)).headers.get('location') ?? '').searchParams;
      return [answer.get('error'), answer.get('error_uri')];
    };
    const unlocked = await ask();
    assert.equal(unlocked[0], 'login_required');
    assert.deepEqual(await ask({ acr_values: 'urn:senid:loa:substantial' }), unlocked);
    const { accountId } = person;
    const lock = {
      id: newId('lock'),
      accountId,
      ground: 'own_request',
      lockedAt: Date.now(),
    } as const;
    await withStores(senid, ({ accounts }) => accounts.addLock({ ...lock, liftedAt: undefined }));
    assert.deepEqual(await ask(), unlocked);
  });

  it('about logging out does not take the place of the answer to a later login', async () => {
    const client = await OidcClient.register(senid.issuer);
    const person = await newHolder(senid);
    const { browser } = await logIn(senid, client, person);
    for (const path of ['/logout', '/device']) {
      await browser.get(`${senid.issuer}${path}`);
      const { url } = client.authorize({ response_mode: 'form_post', prompt: 'login' });
      const page = await walk(browser, await browser.send(url), { senid, person }, 'never');
      const [form] = formsOf(page.body);
      assert.equal(form?.action, client.redirectUri, path);
      assert.ok(form?.fields['code'], path);
    }
  });
});
