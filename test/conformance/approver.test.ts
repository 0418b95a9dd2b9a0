import assert from 'node:assert/strict';

import { askPerson, pollCiba, registerCiba } from '../support/ciba-client.ts';
import type { OidcClient } from '../support/oidc-client.ts';
import { tokensOf } from '../support/oidc-client-answer.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { startApprover, type Approver } from './approver.ts';
import { TEST_LOGIN } from './configuration.ts';

describe('who answers requests of CIBA in the place of the test person', () => {
  let senid: SenidProcess;
  let approver: Approver;
  let client: OidcClient;

  before(async () => {
    senid = await startSenid({ name: 'conformance-approver', args: ['--profile', 'conformance'] });
    approver = await startApprover({ issuer: senid.issuer, login: TEST_LOGIN, port: 0 });
  });
  after(async () => {
    await approver?.close();
    assert.equal(await senid?.stop(), 0, senid.output());
  });
  beforeEach(async () => {
    client = await registerCiba(senid.issuer);
  });

  const ask = () => askPerson(client, { login_hint: TEST_LOGIN, scope: 'openid profile' });
  const answer = async (id: string, action: string) => {
    const query = new URLSearchParams({ auth_req_id: id, action });
    const { status } = await fetch(`${approver.address}/approve?${query}`);
    return status;
  };

  it('has nothing to answer where nothing was asked, and says so', async () => {
    assert.equal(await answer('one-that-nobody-gave', 'allow'), 409);
  });

  it('approves at the pages, signed in or not yet', async () => {
    for (const state of ['not yet', 'signed in']) {
      const id = await ask();
      assert.equal(await answer(id, 'allow'), 204, state);
      assert.ok(tokensOf(await pollCiba(client, id)).idToken);
    }
  });

  it('declines', async () => {
    const id = await ask();
    assert.equal(await answer(id, 'deny'), 204);
    assert.equal((await pollCiba(client, id)).body['error'], 'access_denied');
  });

  it('answers the newest of several', async () => {
    const [older, newer] = [await ask(), await ask()];
    assert.equal(await answer(newer, 'allow'), 204);
    assert.equal((await pollCiba(client, older)).body['error'], 'authorization_pending');
    tokensOf(await pollCiba(client, newer));
    assert.equal(await answer(older, 'deny'), 204);
  });

  it('does nothing that it was not asked for in the suite’s words', async () => {
    const id = await ask();
    assert.equal(await answer(id, 'maybe'), 400);
    assert.equal(await answer('', 'allow'), 400);
    assert.equal((await fetch(`${approver.address}/`)).status, 400);
    assert.equal((await pollCiba(client, id)).body['error'], 'authorization_pending');
  });
});
