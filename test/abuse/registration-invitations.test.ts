import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

import { exportJWK, generateKeyPair } from 'jose';

import type { Stores } from '../../adapters/stores.ts';
import { createInvitations } from '../../clients/invitations.ts';
import type { Tier } from '../../clients/policy/tiers.ts';
import { systemClock } from '../../clock.ts';
import { startDistributedStores, type DistributedStores } from '../support/distributed.ts';
import { freePort } from '../support/metrics-client.ts';
import { askNode } from '../support/once-node.ts';
import { askRegistration, newcomer } from '../support/registration.ts';
import { runSenid } from '../support/run-senid.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';
import { noteSecret } from '../support/session-secrets.ts';
import { sharedSenid, withStores } from '../support/session-server.ts';

async function invite(
  { ephemerals }: Stores,
  offer: { tier?: Tier; scopes?: readonly string[]; uses?: number; forMs?: number } = {},
): Promise<string> {
  const { tier = 'baseline', scopes = ['profile'], uses = 1, forMs = 60_000 } = offer;
  const { token } = await createInvitations(ephemerals, systemClock).issue({
    tier,
    scopes,
    uses,
    expiresAt: Date.now() + forMs,
  });
  noteSecret('initial access token', token);
  return token;
}

/** RFC 7591, section 3: initial access tokens */
describe('an invitation to register', () => {
  let senid: SenidProcess;

  before(async () => {
    senid = await sharedSenid();
  });

  const invited = (offer: Parameters<typeof invite>[1] = {}) =>
    withStores(senid, (stores) => invite(stores, offer));
  const register = (token: string, more: Readonly<Record<string, unknown>> = {}) =>
    askRegistration(`${senid.issuer}/register`, { token, body: newcomer(more) });

  it('decides tier and scopes, whatever the sandbox would allow', async () => {
    const token = await invited({ scopes: ['profile', 'identity'], uses: 3 });
    const { status, body } = await register(token, { scope: 'openid profile identity' });
    assert.equal(status, 201);
    assert.equal(body['tier'], 'baseline');
    for (const more of [{ tier: 'bank' }, { tier: 'public-service' }, { scope: 'openid email' }]) {
      assert.equal((await register(token, more)).body['error'], 'invalid_client_metadata');
    }
  });

  it('holds who comes by it to its tier', async () => {
    const token = await invited({ tier: 'bank' });
    for (const more of [
      { token_endpoint_auth_method: 'none' },
      { token_endpoint_auth_method: 'client_secret_basic' },
      { tier: 'baseline' },
      {},
    ]) {
      assert.equal((await register(token, more)).status, 400, JSON.stringify(more));
    }
    const { publicKey } = await generateKeyPair('ES256');
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig' }] };
    const { status, body } = await register(token, { jwks });
    assert.equal(status, 201, JSON.stringify(body));
    assert.equal(body['tier'], 'bank');
    assert.equal(body['token_endpoint_auth_method'], 'private_key_jwt');
    assert.equal(body['require_pushed_authorization_requests'], true);
    assert.equal(body['dpop_bound_access_tokens'], true);
    assert.equal('client_secret' in body, false);
  });

  it('is not spent by a registration that was refused', async () => {
    const token = await invited();
    assert.equal((await register(token, { redirect_uris: ['http://x.example/'] })).status, 400);
    assert.equal((await register(token)).status, 201);
    assert.equal((await register(token)).status, 401);
  });

  it('is refused alike when it is unknown, expired, spent or something else, also in a sandbox', async () => {
    const expired = await invited({ forMs: 1 });
    const spent = await invited();
    const { body } = await register(spent);
    await delay(20);
    const said = new Set<string>();
    for (const token of [expired, spent, 'unknown', String(body['registration_access_token'])]) {
      const { status, headers, body: answer } = await register(token);
      assert.equal(status, 401);
      assert.match(headers.get('www-authenticate') ?? '', /^Bearer .*error="invalid_token"/);
      const { request_id: _id, ...rest } = answer;
      said.add(JSON.stringify(rest));
    }
    assert.equal(said.size, 1);
    const basic = await fetch(`${senid.issuer}/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Basic eDp5' },
      body: JSON.stringify(newcomer()),
    });
    assert.equal(basic.status, 400);
  });

  it('opens nothing but a registration', async () => {
    const token = await invited();
    const { status } = await fetch(`${senid.issuer}/userinfo`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(status, 401);
    const { body } = await register(await invited());
    const read = await askRegistration(String(body['registration_client_uri']), {
      method: 'GET',
      token,
    });
    assert.equal(read.status, 401);
  });

  it('is made on the command line, told once, and stands in the audit trail without its token', async () => {
    const words = ['clients', 'invite', '--tier', 'baseline', '--scopes', 'profile identity'];
    const { code, output, error } = await runSenid(senid, [...words, '--uses', '2', '--days', '1']);
    assert.equal(code, 0, error);
    const [token = '', line = ''] = output.split('\n');
    noteSecret('initial access token', token);
    assert.match(line, /^inv_[\w-]+ {2}baseline {2}2 uses {2}until \d{4}-/);
    const { body } = await register(token, { scope: 'openid identity' });
    const events = await withStores(senid, ({ audit }) => audit.list({ limit: 200 }));
    const { data } = events.find(({ type }) => type === 'client.invited') ?? {};
    assert.equal(data?.['invitationId'], line.split(' ')[0]);
    assert.equal(data?.['uses'], 2);
    const registered = events.find(({ clientId }) => clientId === body['client_id']);
    assert.deepEqual(registered?.data['invitationId'], line.split(' ')[0]);
    assert.equal(JSON.stringify(events).includes(token), false);
    for (const wrong of [
      ['--uses', '0'],
      ['--days', '91'],
      ['--tier', 'gold'],
      ['--scopes', 'x'],
    ]) {
      assert.equal((await runSenid(senid, [...words, ...wrong])).code, 1, wrong.join(' '));
    }
  });
});

describe('an invitation at two nodes', function () {
  this.timeout(180_000);

  let distributed: DistributedStores;
  let stores: Stores;
  let nodes: readonly SenidProcess[];
  let issuer: string;

  before(async () => {
    distributed = await startDistributedStores();
    issuer = `http://localhost:${await freePort()}`;
    nodes = await Promise.all(
      ['a', 'b'].map((name) =>
        startSenid({ name: `invite-${name}`, issuer, env: distributed.env }),
      ),
    );
    stores = await distributed.open();
  });
  after(async () => {
    await stores.close();
    await Promise.all(nodes.map((node) => node.stop()));
    await distributed.stop();
  });

  it('used 20 times at once lets in as many as it says, and no one more', async () => {
    for (const uses of [1, 3]) {
      const token = await invite(stores, { uses });
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => {
          const node = nodes[index % nodes.length];
          assert.ok(node);
          return askNode({
            port: node.port,
            method: 'POST',
            path: '/register',
            headers: {
              host: new URL(issuer).host,
              'content-type': 'application/json',
              authorization: `Bearer ${token}`,
            },
            body: JSON.stringify(newcomer()),
          });
        }),
      );
      const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
      assert.deepEqual(
        statuses,
        Array.from({ length: 20 }, (_, index) => (index < uses ? 201 : 401)),
      );
      const registered = await stores.audit.list({ type: 'client.registered', limit: 100 });
      const ids = new Set(
        answers
          .filter(({ status }) => status === 201)
          .map(({ body }) => (JSON.parse(body) as { client_id: string }).client_id),
      );
      assert.equal(registered.filter(({ clientId }) => ids.has(String(clientId))).length, uses);
    }
  });
});
