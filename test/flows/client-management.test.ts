import assert from 'node:assert/strict';

import { OidcClient } from '../support/oidc-client.ts';
import { askRegistration, managedOf, newcomer, type Managed } from '../support/registration.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { Browser } from '../support/session-browser.ts';
import { logIn, sharedHolder } from '../support/session-login.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

/** RFC 7592 */
describe('a relying party that looks after its own registration', () => {
  let senid: SenidProcess;

  before(async () => {
    senid = await sharedSenid();
  });

  const register = async (more: Readonly<Record<string, unknown>> = {}): Promise<Managed> =>
    managedOf(await askRegistration(`${senid.issuer}/register`, { body: newcomer(more) }));
  const ask = ({ uri, token }: Managed, method: string, body?: unknown) =>
    askRegistration(uri, { method, token, body });
  const clientOf = ({ metadata }: Managed) =>
    new OidcClient(senid.issuer, String((metadata['redirect_uris'] as string[])[0]), {
      clientId: String(metadata['client_id']),
      secret: typeof metadata['client_secret'] === 'string' ? metadata['client_secret'] : undefined,
      key: undefined,
    });
  const events = (clientId: unknown) =>
    withStores(senid, async ({ audit }) =>
      (await audit.list({ limit: 500 }))
        .filter((event) => event.clientId === clientId)
        .map(({ type, data }) => ({ type, data })),
    );

  it('reads what is registered, and the token goes on being good (section 2.1)', async () => {
    const managed = await register({ purposes: { profile: 'To greet you' } });
    const answers = [await ask(managed, 'GET'), await ask(managed, 'GET')];
    for (const answer of answers) {
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.deepEqual(managedOf(answer), managed);
    }
  });

  it('replaces the whole: what it leaves out is removed (section 2.2)', async () => {
    const managed = await register({
      contacts: ['dev@rp.example'],
      software_id: 'x',
      purposes: { profile: 'To greet you' },
      post_logout_redirect_uris: ['https://rp.example/bye'],
    });
    const { contacts: _gone, software_id: _also, ...kept } = managed.metadata;
    const changed = { ...kept, client_name: 'Tên mới', purposes: null, tos_uri: '' };
    const answer = await ask(managed, 'PUT', changed);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const after = managedOf(answer);
    assert.equal(after.metadata['client_name'], 'Tên mới');
    assert.equal(after.metadata['client_secret'], managed.metadata['client_secret']);
    for (const member of ['contacts', 'software_id', 'purposes', 'tos_uri']) {
      assert.equal(member in after.metadata, false, member);
    }
    assert.equal(
      answer.body['client_id_issued_at'],
      (await ask(after, 'GET')).body['client_id_issued_at'],
    );
    assert.deepEqual(managedOf(await ask(after, 'GET')), after);
    await withStores(senid, async ({ clients }) => {
      const record = await clients.find(String(after.metadata['client_id']));
      assert.equal(record?.policy.organisation.name.vi, 'Tên mới');
      assert.deepEqual(record?.policy.purposes, {});
    });
  });

  it('gets a new token with each update, and the one before is good no more', async () => {
    const managed = await register();
    const after = managedOf(await ask(managed, 'PUT', managed.metadata));
    assert.notEqual(after.token, managed.token);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? managed.metadata : undefined;
      assert.equal((await ask(managed, method, body)).status, 401, method);
    }
    assert.equal((await ask(after, 'GET')).status, 200);
  });

  it('is believed at once where it moves its redirect URI, and nowhere else any more', async () => {
    const managed = await register();
    const [before] = managed.metadata['redirect_uris'] as string[];
    const moved = String(before).replace('/callback', '/moved');
    const client = clientOf(managed);
    const authorize = async (redirect_uri: string) =>
      (await new Browser().send(client.authorize({ redirect_uri }).url)).status;
    assert.equal(await authorize(String(before)), 303);
    assert.equal(await authorize(moved), 400);
    await ask(managed, 'PUT', { ...managed.metadata, redirect_uris: [moved] });
    assert.equal(await authorize(moved), 303);
    assert.equal(await authorize(String(before)), 400);
  });

  it('gets a secret when it comes to need one, and keeps none when it does not', async () => {
    const managed = await register({ token_endpoint_auth_method: 'none' });
    assert.equal('client_secret' in managed.metadata, false);
    const confidential = managedOf(
      await ask(managed, 'PUT', {
        ...managed.metadata,
        token_endpoint_auth_method: 'client_secret_basic',
      }),
    );
    assert.match(String(confidential.metadata['client_secret']), /^[\w-]{43,}$/);
    const { client_secret: _secret, ...metadata } = confidential.metadata;
    const open = managedOf(
      await ask(confidential, 'PUT', { ...metadata, token_endpoint_auth_method: 'none' }),
    );
    assert.equal('client_secret' in open.metadata, false);
  });

  it('is gone once it removes itself: codes, tokens, logins and its own token (section 2.3)', async () => {
    const person = await sharedHolder(senid);
    const managed = await register({ grant_types: ['authorization_code', 'refresh_token'] });
    const client = clientOf(managed);
    const { accessToken, refreshToken } = await logIn(senid, client, person);
    const removed = await ask(managed, 'DELETE');
    assert.equal(removed.status, 204);
    assert.equal((await client.userinfo(accessToken)).status, 401);
    const refresh = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const { status, body } = await client.post('/token', refresh);
    assert.deepEqual([status, body['error']], [401, 'invalid_client']);
    assert.equal((await new Browser().send(client.authorize().url)).status, 400);
    for (const method of ['GET', 'DELETE']) {
      assert.equal((await ask(managed, method)).status, 401, method);
    }
    assert.equal((await ask(managed, 'PUT', managed.metadata)).status, 401);
  });

  it('leaves a trace of all of it in the audit trail, and no secret', async () => {
    const managed = await register();
    const after = managedOf(await ask(managed, 'PUT', managed.metadata));
    await ask(after, 'DELETE');
    assert.deepEqual(await events(managed.metadata['client_id']), [
      { type: 'client.removed', data: { initiator: 'relying_party' } },
      { type: 'client.updated', data: { tier: 'baseline' } },
      { type: 'client.registered', data: { origin: 'self-registered', tier: 'baseline' } },
    ]);
  });
});
