import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { officerPersonas } from '../../accounts/officer-personas.ts';
import { personas } from '../../accounts/personas.ts';
import type { Stores } from '../../adapters/stores.ts';
import { cachedClientStore } from '../../clients/cached-client-store.ts';
import type { ClientRecord, ClientStore } from '../../clients/client.ts';
import { systemClock } from '../../clock.ts';
import { startDistributedStores, type DistributedStores } from '../support/distributed.ts';
import { freePort } from '../support/metrics-client.ts';
import { OidcClient } from '../support/oidc-client.ts';
import { askNode } from '../support/once-node.ts';
import { startSenid, type SenidProcess } from '../support/senid-process.ts';

const EVERYWHERE_MS = 5_000;
const HEARD_MS = 2_000;

describe('Several nodes on one register', function () {
  this.timeout(180_000);

  let distributed: DistributedStores;
  let stores: Stores;
  let issuer: string;
  let nodes: readonly SenidProcess[];

  before(async () => {
    distributed = await startDistributedStores();
    // Nobody listens there: it is the address of a balancer that this test does without.
    issuer = `http://localhost:${await freePort()}`;
    const env = distributed.env;
    // All at once, and there is nothing yet: no schema, no key, no person, no secrets file.
    nodes = await Promise.all(
      ['one', 'two', 'three'].map((name) => startSenid({ name: `node-${name}`, issuer, env })),
    );
    stores = await distributed.open();
  });
  after(async () => {
    await stores.close();
    await Promise.all(nodes.map((node) => node.stop()));
    await distributed.stop();
  });

  const ask = (node: SenidProcess, path: string) =>
    askNode({ port: node.port, method: 'GET', path, headers: { host: new URL(issuer).host } });

  it('start at once on nothing, and make everything once', async () => {
    const people = [...personas(Date.now()), ...officerPersonas(Date.now())];
    assert.equal(await stores.accounts.count(), people.length);
    for (const { login, lock } of people) {
      const account = await stores.accounts.findByIdentifier(login);
      assert.ok(account);
      const hash = await stores.accounts.passwordHash(account.id);
      // Nobody signs in as an organisation.
      assert.equal(hash !== undefined, account.subjectType !== 'organisation', login);
      const locks = await stores.accounts.openLocks(account.id);
      assert.equal(locks.length, lock === undefined ? 0 : 1, login);
    }
    const seeded = await stores.audit.list({ type: 'sandbox.personas_seeded', limit: 9 });
    const counts = seeded.map(({ data }) => Number(data['count']));
    assert.equal(
      counts.reduce((total, count) => total + count, 0),
      people.length,
    );
    const keys = await stores.signingKeys.list();
    assert.equal(new Set(keys.map(({ alg }) => alg)).size, keys.length);
    const secrets = distributed.env['SENID_SECRETS_FILE'] ?? '';
    assert.deepEqual(readdirSync(dirname(secrets)), ['senid.json']);
    assert.ok(JSON.parse(readFileSync(secrets, 'utf8')));
  });

  it('publish the same keys', async () => {
    const published = await Promise.all(nodes.map((node) => ask(node, '/jwks')));
    assert.equal(new Set(published.map(({ body }) => body)).size, 1);
  });

  for (const [how, withinMs, storeOf] of [
    ['is told to all', HEARD_MS, announcing],
    ['is not heard by anybody', EVERYWHERE_MS, silent],
  ] as const) {
    it(`show a changed relying party everywhere in ${withinMs / 1000} s when its change ${how}`, async () => {
      const record = await newClient();
      const paths = [authorizePath(record, 0), authorizePath(record, 1)] as const;
      await allAnswer(paths[0], 303);
      await allAnswer(paths[1], 400);
      const changed = withRedirectUris(record, [redirectUris(record)[1]]);
      await storeOf(stores).save(changed);
      const since = performance.now();
      await Promise.all(nodes.map((node) => until(node, paths[0], 400, since)));
      await Promise.all(nodes.map((node) => until(node, paths[1], 303, since)));

      await storeOf(stores).remove(record.clientId);
      const removed = performance.now();
      await Promise.all(nodes.map((node) => until(node, paths[1], 400, removed)));
    });

    const until = async (node: SenidProcess, path: string, status: number, since: number) => {
      // Asked all the time, so that every node has the old record at hand.
      while ((await ask(node, path)).status !== status) {
        const waited = performance.now() - since;
        assert.ok(waited < withinMs, `${node.port} has not noticed after ${waited} ms`);
        await delay(50);
      }
    };
  }

  const allAnswer = async (path: string, status: number) => {
    for (const node of nodes) assert.equal((await ask(node, path)).status, status);
  };

  /** Two addresses, of which only the first one is registered. */
  async function newClient(): Promise<ClientRecord> {
    const model: ClientRecord = {
      clientId: `client-${Math.random().toString(36).slice(2)}`,
      origin: 'self-registered',
      metadata: {},
      policy: {
        organisation: { id: 'org_test', name: { vi: 'Thử', en: 'Test' }, publicService: false },
        acrFloor: 'urn:senid:loa:low',
        reuse: 'never',
        entitledScopes: [],
        purposes: {},
        optionalScopes: [],
        tier: 'baseline',
      },
      createdAt: Date.now(),
    };
    const record = withRedirectUris(model, [`https://${model.clientId}.example/a`]);
    await stores.clients.save(record);
    return record;
  }
});

function announcing({ clients, clientChanges }: Stores): ClientStore {
  return cachedClientStore(clients, clientChanges, systemClock);
}

function silent({ clients }: Stores): ClientStore {
  return clients;
}

function redirectUris({ clientId }: ClientRecord): readonly [string, string] {
  return [`https://${clientId}.example/a`, `https://${clientId}.example/b`];
}

function withRedirectUris(record: ClientRecord, uris: readonly string[]): ClientRecord {
  const metadata = {
    client_id: record.clientId,
    redirect_uris: uris,
    token_endpoint_auth_method: 'none',
  };
  return { ...record, metadata };
}

function authorizePath(record: ClientRecord, index: 0 | 1): string {
  const redirectUri = redirectUris(record)[index];
  const credentials = { clientId: record.clientId, secret: undefined, key: undefined };
  const client = new OidcClient('http://localhost', redirectUri, credentials);
  const { pathname, search } = new URL(client.authorize().url);
  return `${pathname}${search}`;
}
