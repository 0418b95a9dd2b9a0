import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import { runSenid } from '../support/run-senid.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

describe('senid clients', () => {
  let senid: SenidProcess;
  let client: OidcClient;

  before(async () => {
    senid = await sharedSenid();
    client = await OidcClient.register(senid.issuer);
    await withStores(senid, async ({ clients: store }) => {
      const record = await store.find(client.clientId);
      assert.ok(record);
      const seen = 'Tên\u202E\u001B[2Jđổi';
      const organisation = { ...record.policy.organisation, name: { vi: seen, en: seen } };
      await store.save({ ...record, policy: { ...record.policy, organisation } });
    });
  });

  const clients = (...words: string[]) => runSenid(senid, ['clients', ...words]);

  it('list names every relying party on a line of its own, in letters a terminal can take', async () => {
    const { code, output } = await clients('list');
    assert.equal(code, 0);
    const line = output.split('\n').find((each) => each.startsWith(client.clientId)) ?? '';
    assert.match(line, /^\S+ {2}baseline {2}self-registered {2}since \d{4}-\S+ {2}Tên {2}\[2Jđổi$/);
  });

  it('show tells policy and metadata, and no secret', async () => {
    const { code, output } = await clients('show', client.clientId);
    assert.equal(code, 0);
    assert.match(output, /^tier +baseline$/m);
    assert.match(output, /^scopes +openid profile /m);
    assert.match(output, /"token_endpoint_auth_method": "client_secret_basic"/);
    assert.doesNotMatch(output, /client_secret"/);
    assert.equal(output.includes(client.credentials.secret ?? '?'), false);
    assert.doesNotMatch(output, /^refused/m);
  });

  it('show says what the tier of a stored client finds wrong with it', async () => {
    const other = await OidcClient.register(senid.issuer);
    await withStores(senid, async (stores) => {
      const record = await stores.clients.find(other.clientId);
      assert.ok(record);
      await stores.clients.save({ ...record, policy: { ...record.policy, tier: 'bank' } });
    });
    const { output, error } = await clients('show', other.clientId);
    assert.equal(error, '');
    assert.match(output, /^refused +token_endpoint_auth_method is client_secret_basic, /m);
    assert.match(output, /^refused +require_pushed_authorization_requests is false, /m);
  });

  it('remove ends it, and leaves a trace', async () => {
    const { code, output } = await clients('remove', client.clientId);
    assert.deepEqual([code, output], [0, 'removed\n']);
    const again = await clients('remove', client.clientId);
    assert.deepEqual([again.code, again.error], [1, 'senid: there is no such relying party\n']);
    const events = await withStores(senid, ({ audit }) =>
      audit.list({ type: 'client.removed', limit: 9 }),
    );
    const { data } = events.find(({ clientId }) => clientId === client.clientId) ?? {};
    assert.deepEqual(data, { initiator: 'operator' });
  });
});
