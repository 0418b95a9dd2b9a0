import assert from 'node:assert/strict';

import type { OpenProtocol } from '../../adapters/stores.ts';
import { assertUnavailable, openFreshProtocol } from '../support/redis-protocol.ts';
import { startRedisCluster, type RedisCluster, type RedisServer } from '../support/redis-server.ts';
import { PLACES } from './places.ts';

const together = PLACES[0]?.at ?? ((name: string) => name);

/** Redis moves a slot key by key; here it stops half-way. */
describe('A slot of a Redis Cluster that is being moved', () => {
  const ids = { session: together('s'), uid: together('u'), grant: together('g') };
  const [kept, moved] = [together('kept token'), together('moved token')];
  let cluster: RedisCluster;
  let stores: OpenProtocol;
  let move: Awaited<ReturnType<typeof startMoving>>;

  before(async () => {
    cluster = await startRedisCluster();
  });
  after(() => cluster.stop());

  beforeEach(async () => {
    stores = await openFreshProtocol(cluster.url);
    const { artefacts } = stores;
    await artefacts.upsert('Session', ids.session, { uid: ids.uid }, 60);
    await artefacts.upsert('Grant', ids.grant, { accountId: 'acc_1' }, 60);
    await artefacts.upsert('AccessToken', kept, { grantId: ids.grant }, 60);
    const before = await allKeys(cluster, 'artefact');
    await artefacts.upsert('AccessToken', moved, { grantId: ids.grant }, 60);
    const [movedKey = ''] = (await allKeys(cluster, 'artefact')).filter(
      (key) => !before.includes(key),
    );
    move = await startMoving(cluster, movedKey);
    await move.key(movedKey);
  });
  afterEach(async () => {
    await move.finish();
    await stores.close();
    await Promise.all(cluster.nodes.map((node) => node.cli('flushall')));
  });

  it('shows what is on either side', async () => {
    const { artefacts } = stores;
    assert.deepEqual(await artefacts.find('AccessToken', kept), { grantId: ids.grant });
    assert.deepEqual(await artefacts.find('AccessToken', moved), { grantId: ids.grant });
    assert.equal(await artefacts.consume('AccessToken', moved), 'won');
    assert.equal(await artefacts.consume('AccessToken', moved), 'replayed');
  });

  it('shows an artefact whose grant has moved, and one whose pointer has not', async () => {
    const { artefacts } = stores;
    const [members = ''] = await allKeys(cluster, 'members');
    await move.key(members.replace('members', 'artefact'));
    const found = await artefacts.findWithGrant('AccessToken', kept);
    assert.deepEqual(found?.grant, { accountId: 'acc_1' });
    for (const key of await allKeys(cluster, 'artefact')) await move.key(key);
    assert.deepEqual(await artefacts.findByUid('Session', ids.uid), { uid: ids.uid });
  });

  it('removes the artefacts of a model on both sides', async () => {
    const { artefacts } = stores;
    await artefacts.revokeByGrantId('AccessToken', ids.grant);
    assert.equal(await artefacts.find('AccessToken', kept), undefined);
    assert.equal(await artefacts.find('AccessToken', moved), undefined);
  });

  it('revokes a grant wholly, or says that it cannot now', async () => {
    const { artefacts } = stores;
    await assertUnavailable(() => artefacts.revokeGrant(ids.grant));
    await move.finish();
    await artefacts.revokeGrant(ids.grant);
    for (const id of [kept, moved]) {
      assert.equal(await artefacts.find('AccessToken', id), undefined);
    }
    assert.equal(await artefacts.find('Grant', ids.grant), undefined);
    assert.deepEqual(await artefacts.findByUid('Session', ids.uid), { uid: ids.uid });
  });
});

async function allKeys({ nodes }: RedisCluster, name: string): Promise<string[]> {
  const found = await Promise.all(nodes.map((node) => node.cli('keys', `senid:${name}:*`)));
  return found.flatMap((text) => text.split('\n')).filter((key) => key !== '');
}

/** Begins to move the slot of the key from the node that has it to another one. */
async function startMoving({ nodes }: RedisCluster, example: string) {
  const [any] = nodes;
  const slot = (await any?.cli('cluster', 'keyslot', example)) ?? '';
  const owners = await Promise.all(nodes.map((node) => node.cli('exists', example)));
  const from = nodes[owners.indexOf('1')];
  const to = nodes.find((node) => node !== from);
  assert.ok(from !== undefined && to !== undefined);
  const [fromId, toId] = [await from.cli('cluster', 'myid'), await to.cli('cluster', 'myid')];
  await to.cli('cluster', 'setslot', slot, 'importing', fromId);
  await from.cli('cluster', 'setslot', slot, 'migrating', toId);
  const key = (name: string) => moveKey(from, to, name);
  return {
    key,
    async finish() {
      const left = (await from.cli('cluster', 'getkeysinslot', slot, '1000')).split('\n');
      for (const name of left.filter((each) => each !== '')) await key(name);
      for (const node of [to, from]) await node.cli('cluster', 'setslot', slot, 'node', toId);
    },
  };
}

async function moveKey(from: RedisServer, to: RedisServer, key: string): Promise<void> {
  assert.match(
    await from.cli('migrate', '127.0.0.1', `${to.port}`, key, '0', '5000'),
    /^(OK|NOKEY)$/,
  );
}
