import assert from 'node:assert/strict';

import type { OpenProtocol } from '../../adapters/stores.ts';
import {
  assertUnavailable,
  eventually,
  isUnavailable,
  onceBack,
  openFreshProtocol,
  refuseUnhandledRejections,
} from '../support/redis-protocol.ts';
import {
  startRedisCluster,
  startRedisSentinel,
  type RedisCluster,
  type RedisSentinel,
  type RedisServer,
} from '../support/redis-server.ts';
import { repeated } from './race.ts';

describe('Redis under Sentinels', () => {
  refuseUnhandledRejections();
  let sentinel: RedisSentinel;
  let stores: OpenProtocol | undefined;
  beforeEach(async () => {
    sentinel = await startRedisSentinel();
  });
  afterEach(async () => {
    await stores?.close();
    await sentinel.stop();
  });

  it('goes on with the promoted replica when the master is killed', async () => {
    const { artefacts, clientChanges, ping } = (stores = await openFreshProtocol(sentinel.url));
    const heard: string[] = [];
    clientChanges.listen((clientId) => heard.push(clientId));
    await artefacts.upsert('Session', 's', { uid: 'u' }, 60);
    assert.equal(await sentinel.master.cli('wait', '1', '5000'), '1');
    await sentinel.master.stop('SIGKILL');
    await assertUnavailable(ping);
    assert.deepEqual(await onceBack(() => artefacts.find('Session', 's')), { uid: 'u' });
    await onceBack(() => artefacts.upsert('Session', 's', { uid: 'v' }, 60));
    assert.match(await sentinel.replica.cli('role'), /^master/);
    await eventually('hearing again', async () => {
      await clientChanges.announce('client');
      return heard.includes('client');
    });
  });

  it('leaves a master that stands still', async () => {
    const { artefacts } = (stores = await openFreshProtocol(sentinel.url));
    await artefacts.upsert('Session', 's', { uid: 'u' }, 60);
    sentinel.master.pause();
    await assertUnavailable(() => artefacts.find('Session', 's'));
    await onceBack(() => artefacts.upsert('Session', 's', { uid: 'v' }, 60));
    sentinel.master.resume();
    assert.deepEqual(await artefacts.find('Session', 's'), { uid: 'v' });
  });

  it('loses no decision it told of, when it is asked to wait for the replica', async () => {
    const { artefacts } = (stores = await openFreshProtocol(`${sentinel.url}?wait=1`));
    const ids = repeated(200, (index) => `code ${index}`);
    const consume = (id: string) => artefacts.consume('AuthorizationCode', id);
    await Promise.all(ids.map((id) => artefacts.upsert('AuthorizationCode', id, {}, 60)));
    const won: string[] = [];
    const consumed = ids.map(async (id) => {
      if ((await consume(id)) === 'won') won.push(id);
    });
    await Promise.race(consumed);
    await sentinel.master.stop('SIGKILL');
    await Promise.allSettled(consumed);
    assert.ok(won.length > 0);
    for (const id of won) {
      const found = await onceBack(() => artefacts.find('AuthorizationCode', id));
      assert.equal(typeof found?.consumed, 'number');
    }
  });

  it('refuses decisions, and nothing else, while the replica it shall wait for hears nothing', async () => {
    const { artefacts, ephemerals } = (stores = await openFreshProtocol(`${sentinel.url}?wait=1`));
    await artefacts.upsert('AuthorizationCode', 'c', {}, 60);
    sentinel.replica.pause();
    await assertUnavailable(() => artefacts.consume('AuthorizationCode', 'c'));
    await assertUnavailable(() => artefacts.remember('dpop', 'jti', 60));
    await assertUnavailable(() => artefacts.revokeGrant('g'));
    await assertUnavailable(() => ephemerals.take('challenge', 'k'));
    await artefacts.upsert('AccessToken', 'a', {}, 60);
    assert.deepEqual(await artefacts.find('AccessToken', 'a'), {});
    sentinel.replica.resume();
    assert.equal(await onceBack(() => artefacts.remember('dpop', 'other', 60)), true);
  });
});

describe('A Redis Cluster', () => {
  refuseUnhandledRejections();
  let cluster: RedisCluster;
  let stores: OpenProtocol;
  const ids = repeated(60, (index) => `place${index + 10}`);
  before(async () => {
    cluster = await startRedisCluster({ replicasPerMaster: 1 });
    stores = await openFreshProtocol(cluster.url);
  });
  after(async () => {
    await stores.close();
    await cluster.stop();
  });

  it('answers every request while slots move from one master to another', async () => {
    const [from, to] = cluster.nodes;
    assert.ok(from !== undefined && to !== undefined);
    const moving = moveSlots(from, to, 600);
    const progress = { ended: false };
    void moving.finally(() => {
      progress.ended = true;
    });
    let rounds = 0;
    for (; !progress.ended; rounds += 1) {
      await Promise.all(ids.map((id) => liveThrough(stores, `${rounds} ${id}`)));
    }
    assert.match(await moving, /Moving slot/);
    assert.ok(rounds > 3, `${rounds} rounds`);
  });

  it('survives the death of a node it was redirected to', async () => {
    const { artefacts } = stores;
    const [from, , to] = cluster.nodes;
    assert.ok(from !== undefined && to !== undefined);
    const id = await idOn(from);
    const slot = await from.cli('cluster', 'keyslot', id.key);
    await to.cli('cluster', 'setslot', slot, 'importing', await from.cli('cluster', 'myid'));
    await from.cli('cluster', 'setslot', slot, 'migrating', await to.cli('cluster', 'myid'));
    await from.cli('del', id.key);
    to.pause();
    await assertUnavailable(() => artefacts.find('Session', id.id));
    await to.stop('SIGKILL');
    await from.cli('cluster', 'setslot', slot, 'stable');
    await onceBack(() => artefacts.upsert('Session', id.id, {}, 60));
  });

  it('goes on with the promoted replica when a master is killed', async () => {
    const { artefacts, clientChanges, ping } = stores;
    const heard: string[] = [];
    clientChanges.listen((clientId) => heard.push(clientId));
    const write = (id: string) => artefacts.upsert('Session', id, { uid: `u-${id}` }, 60);
    const [master] = cluster.nodes;
    assert.ok(master !== undefined);
    await Promise.all(ids.map((id) => onceBack(() => write(id))));
    assert.equal(await master.cli('wait', '1', '5000'), '1');
    await master.stop('SIGKILL');
    const lost = await Promise.all(ids.map((id) => isUnavailable(() => write(id))));
    assert.ok(lost.includes(true) && lost.includes(false), String(lost));
    for (const id of ids) {
      assert.deepEqual(await onceBack(() => artefacts.find('Session', id)), { uid: `u-${id}` });
      await onceBack(() => write(id));
    }
    await onceBack(ping);
    await eventually('hearing again', async () => {
      await clientChanges.announce('client');
      return heard.includes('client');
    });
  });

  /** A session that is kept on this node. */
  async function idOn(node: RedisServer): Promise<{ id: string; key: string }> {
    for (let attempt = 0; ; attempt += 1) {
      const before = new Set((await node.cli('keys', 'senid:artefact:*')).split('\n'));
      const id = `on the node ${attempt}`;
      await stores.artefacts.upsert('Session', id, {}, 60);
      const after = (await node.cli('keys', 'senid:artefact:*')).split('\n');
      const key = after.find((each) => !before.has(each));
      if (key !== undefined) return { id, key };
    }
  }
});

/** A whole life, with ids that lie together. */
async function liveThrough({ artefacts }: OpenProtocol, place: string): Promise<void> {
  const at = (id: string) => `${id}/${place}`;
  await artefacts.upsert('Session', at('s'), { uid: at('u') }, 60);
  await artefacts.upsert('Grant', at('g'), { accountId: 'acc_1' }, 60);
  await artefacts.upsert('AuthorizationCode', at('c'), { grantId: at('g') }, 60);
  assert.deepEqual(await artefacts.findByUid('Session', at('u')), { uid: at('u') });
  const found = await artefacts.findWithGrant('AuthorizationCode', at('c'));
  assert.deepEqual(found?.grant, { accountId: 'acc_1' });
  assert.equal(await artefacts.consume('AuthorizationCode', at('c')), 'won');
  await artefacts.revokeGrant(at('g'));
  assert.equal(await artefacts.find('Grant', at('g')), undefined);
  assert.equal(await artefacts.consume('AuthorizationCode', at('c')), 'absent');
}

async function moveSlots(from: RedisServer, to: RedisServer, count: number): Promise<string> {
  const [fromId, toId] = [await from.cli('cluster', 'myid'), await to.cli('cluster', 'myid')];
  const address = `127.0.0.1:${from.port}`;
  const flags = ['--cluster-from', fromId, '--cluster-to', toId, '--cluster-slots', `${count}`];
  return from.cli('--cluster', 'reshard', address, ...flags, '--cluster-yes');
}
