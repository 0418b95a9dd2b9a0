import assert from 'node:assert/strict';

import { askRegistration, managedOf, newcomer, type Managed } from '../support/registration.ts';
import type { SenidProcess } from '../support/senid-process.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

describe('an update of a registration that wants more', () => {
  let senid: SenidProcess;

  before(async () => {
    senid = await sharedSenid();
  });

  const register = async (more: Readonly<Record<string, unknown>> = {}): Promise<Managed> =>
    managedOf(await askRegistration(`${senid.issuer}/register`, { body: newcomer(more) }));
  const put = ({ uri, token, metadata }: Managed, change: Readonly<Record<string, unknown>>) =>
    askRegistration(uri, { method: 'PUT', token, body: { ...metadata, ...change } });
  const read = ({ uri, token }: Managed) => askRegistration(uri, { method: 'GET', token });

  /** Refused, and nothing has changed; the token is good still. */
  async function refuses(managed: Managed, change: Readonly<Record<string, unknown>>) {
    const { status, body } = await put(managed, change);
    assert.equal(status, 400, JSON.stringify(change));
    assert.match(
      String(body['error']),
      /^invalid_(client_metadata|redirect_uri|request)$/,
      JSON.stringify(change),
    );
    assert.deepEqual(managedOf(await read(managed)), managed, JSON.stringify(change));
    return body;
  }

  it('does not change the tier, up or down, nor the scopes', async () => {
    const managed = await register({ scope: 'openid profile' });
    for (const tier of ['public-service', 'bank', 'bank-signed', 'none', ['baseline']]) {
      await refuses(managed, { tier });
    }
    const body = await refuses(managed, { tier: 'bank' });
    assert.match(String(body['error_description']), /baseline is not changed by an update/);
    await refuses(managed, { scope: 'openid identity' });
    await refuses(managed, { scope: 'openid everything' });
  });

  it('does not move the browser to where it must not go', async () => {
    const managed = await register();
    for (const uri of [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://rp.example/callback',
      'https://rp.example/callback#fragment',
      'https://user:pass@rp.example/callback',
      'https://rp.example\\@evil.example/',
      '//evil.example',
      'not a uri',
      '',
      1,
      null,
      { href: 'https://rp.example' },
    ]) {
      await refuses(managed, { redirect_uris: [uri] });
      await refuses(managed, { post_logout_redirect_uris: [uri] });
    }
    await refuses(managed, { redirect_uris: [] });
    await refuses(managed, { redirect_uris: undefined });
    for (const member of ['client_uri', 'logo_uri', 'policy_uri', 'tos_uri']) {
      for (const uri of ['javascript:alert(1)', 'http://rp.example/', '//x', 'x', 1]) {
        await refuses(managed, { [member]: uri });
      }
    }
    for (const uri of ['http://rp.example/', 'http://localhost/', 'javascript:alert(1)']) {
      await refuses(managed, { initiate_login_uri: uri });
      await refuses(managed, { sector_identifier_uri: uri });
    }
  });

  it('weakens nothing: flows, algorithms, ways to prove itself, subjects, secrets', async () => {
    const managed = await register();
    for (const change of [
      { response_types: ['token'] },
      { response_types: ['code id_token'] },
      { grant_types: ['implicit'] },
      { grant_types: ['password'] },
      { grant_types: ['client_credentials'] },
      { id_token_signed_response_alg: 'none' },
      { id_token_signed_response_alg: 'HS256' },
      { token_endpoint_auth_method: 'client_secret_jwt' },
      { token_endpoint_auth_method: 'private_key_jwt' },
      { subject_type: 'public' },
      { client_secret: 'x' },
      { client_secret: '' },
      { client_secret: null },
      { client_secret: ['x'] },
    ]) {
      await refuses(managed, change);
    }
  });

  it('is about the client it names, and says nothing that is ours to say', async () => {
    const [managed, other] = [await register(), await register()];
    await refuses(managed, { client_id: other.metadata['client_id'] });
    await refuses(managed, { client_id: 'sample-bank' });
    await refuses(managed, { client_id: undefined });
    for (const [member, value] of [
      ['registration_access_token', 'mine'],
      ['registration_client_uri', 'https://evil.example/'],
      ['client_secret_expires_at', 9_999_999_999],
      ['client_id_issued_at', 1],
    ] as const) {
      await refuses(managed, { [member]: value });
    }
    const ours = { policy: { entitledScopes: ['identity'] }, origin: 'seeded', acrFloor: 'none' };
    const after = managedOf(await put(managed, ours));
    for (const member of Object.keys(ours)) assert.equal(member in after.metadata, false, member);
  });

  it('is made with a token of that client: unknown and foreign are answered alike', async () => {
    const victim = await register();
    const stranger = async (uri: string) => {
      const attacker = await register();
      const answers = [];
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const { token } = await register();
        const body = method === 'PUT' ? { ...victim.metadata } : undefined;
        const answer = await askRegistration(uri, { method, token, body });
        const { request_id: _id, ...said } = answer.body;
        answers.push([answer.status, said, answer.headers.get('www-authenticate')]);
        // RFC 7592, section 2: what was used at another client is good no more.
        const own = uri.replace(/[^/]+$/, String(attacker.metadata['client_id']));
        assert.equal((await askRegistration(own, { method: 'GET', token })).status, 401);
      }
      return answers;
    };
    const foreign = await stranger(victim.uri);
    const unknown = await stranger(`${senid.issuer}/register/nobody-has-this-id`);
    const seeded = await stranger(`${senid.issuer}/register/sample-bank`);
    assert.deepEqual(unknown, foreign);
    assert.deepEqual(seeded, foreign);
    assert.equal(foreign[0]?.[0], 401);
    assert.equal((await read(victim)).status, 200);
    for (const token of ['', 'x', victim.token.slice(1), `${victim.token}x`]) {
      const { status } = await askRegistration(victim.uri, { method: 'GET', token });
      assert.ok(status === 400 || status === 401, String(status));
    }
  });

  it('is one of many that come at once with the same token: one is made', async () => {
    const managed = await register();
    const names = Array.from({ length: 10 }, (_, index) => `Tên ${index}`);
    const answers = await Promise.all(names.map((client_name) => put(managed, { client_name })));
    const won = answers.filter(({ status }) => status === 200);
    assert.equal(won.length, 1);
    assert.ok(answers.every(({ status }) => status === 200 || status === 401));
    const [winner] = won;
    assert.ok(winner);
    const after = managedOf(winner);
    assert.equal(
      managedOf(await read(after)).metadata['client_name'],
      after.metadata['client_name'],
    );
  });

  it('does not bring back what was removed at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const managed = await register();
      const { uri, token } = managed;
      const [, removal] = await Promise.all([
        put(managed, { client_name: 'Còn đây' }),
        askRegistration(uri, { method: 'DELETE', token }),
      ]);
      if (removal.status !== 204) continue;
      await withStores(senid, async ({ clients }) => {
        assert.equal(await clients.find(String(managed.metadata['client_id'])), undefined);
      });
    }
  });
});
