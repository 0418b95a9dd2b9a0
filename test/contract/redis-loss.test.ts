import assert from 'node:assert/strict';

import type { OpenProtocol } from '../../adapters/stores.ts';
import {
  assertUnavailable,
  eventually,
  onceBack,
  openFreshProtocol,
  refuseUnhandledRejections,
} from '../support/redis-protocol.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { repeated } from './race.ts';

describe('A Redis server that is lost', () => {
  refuseUnhandledRejections();
  let server: RedisServer;
  let stores: OpenProtocol;
  beforeEach(async () => {
    server = await startRedis({ appendonly: true });
    stores = await openFreshProtocol(server.url);
  });
  afterEach(async () => {
    server.resume();
    await stores.close();
    await server.stop();
  });

  it('is told within a second by every call, and works again by itself, empty', async () => {
    await stores.artefacts.upsert('Session', 's', { uid: 'u' }, 60);
    await server.stop('SIGKILL');
    for (const call of everyCall(stores)) await assertUnavailable(call);
    await server.restart();
    assert.equal(await onceBack(() => stores.artefacts.find('Session', 's')), undefined);
    for (const call of everyCall(stores)) await call();
  });

  it('is told by what was under way when it stopped', async () => {
    server.pause();
    const underWay = everyCall(stores).map((call) => assertUnavailable(call));
    await server.stop('SIGKILL');
    await Promise.all(underWay);
  });

  it('is told while it stands still, and works again by itself when it goes on', async () => {
    await stores.artefacts.upsert('Session', 's', { uid: 'u' }, 60);
    server.pause();
    await Promise.all(everyCall(stores).map((call) => assertUnavailable(call)));
    // By now the connection has been given up, and new ones are not answered either.
    await eventually('it is refused at once', async () => {
      const start = performance.now();
      await assertUnavailable(() => stores.artefacts.find('Session', 's'));
      return performance.now() - start < 100;
    });
    server.resume();
    assert.deepEqual(await onceBack(() => stores.artefacts.find('Session', 's')), { uid: 'u' });
  });

  it('has what was spent and revoked when it comes back with its append-only file', async () => {
    const { artefacts } = stores;
    await artefacts.upsert('AuthorizationCode', 'code', { grantId: 'g' }, 60);
    await artefacts.upsert('AuthorizationCode', 'other', { grantId: 'revoked' }, 60);
    assert.equal(await artefacts.consume('AuthorizationCode', 'code'), 'won');
    assert.equal(await artefacts.remember('dpop', 'jti', 60), true);
    await artefacts.revokeGrant('revoked');
    await server.restart();
    const again = () => artefacts.consume('AuthorizationCode', 'code');
    assert.equal(await onceBack(again), 'replayed');
    assert.equal(await artefacts.remember('dpop', 'jti', 60), false);
    const late = artefacts.upsert('AccessToken', 'late', { grantId: 'revoked' }, 60);
    await assert.rejects(late, /late AccessToken/);
  });

  it('does not matter when it only forgot the scripts', async () => {
    for (const call of everyCall(stores)) await call();
    await server.cli('script', 'flush', 'sync');
    await Promise.all(everyCall(stores).map((call) => call()));
    assert.equal(await stores.artefacts.consume('AuthorizationCode', 'none'), 'absent');
  });

  it('does not deafen who listens for changed clients', async () => {
    const heard: string[] = [];
    stores.clientChanges.listen((clientId) => heard.push(clientId));
    const announced = (clientId: string) => async () => {
      await stores.clientChanges.announce(clientId);
      return heard.includes(clientId);
    };
    await eventually('hearing what this process says', announced('first'));
    await server.stop('SIGKILL');
    await stores.clientChanges.announce('nobody hears it, and nothing is thrown');
    await server.restart();
    await eventually('hearing again', announced('second'));
  });

  it('gets what was asked for before the stores are closed, and nothing afterwards', async () => {
    const ids = repeated(20, (index) => `token ${index}`);
    // Of several steps each: the grant lies elsewhere.
    const write = (id: string) => stores.artefacts.upsert('AccessToken', id, { grantId: 'g' }, 60);
    const written = Promise.all(ids.map(write));
    await Promise.all([stores.close(), stores.close()]);
    await written;
    for (const call of everyCall(stores)) await assertUnavailable(call);
    assert.equal((await server.cli('keys', 'senid:artefact:*')).split('\n').length, ids.length);
  });

  it('is looked for anew when it is a replica now', async () => {
    const write = () => stores.artefacts.upsert('Session', 's', { uid: 'u' }, 60);
    const connections = async () => {
      const clients = (await server.cli('client', 'list')).split('\n');
      return clients
        .filter((client) => client.includes('name=senid'))
        .map((client) => client.split(' ')[0]);
    };
    await write();
    const before = await connections();
    await server.cli('replicaof', '127.0.0.1', '1');
    await assertUnavailable(write);
    await eventually('another connection', async () => {
      const now = await connections();
      return now.length > 0 && !now.some((id) => before.includes(id));
    });
    await server.cli('replicaof', 'no', 'one');
    await onceBack(write);
  });

  it('is told when it refuses to write: too few replicas, or no memory', async () => {
    const write = () => stores.artefacts.upsert('Session', 's', { uid: 'u' }, 60);
    const decide = () => stores.artefacts.remember('dpop', 'jti', 60);
    await write();
    await server.cli('config', 'set', 'min-replicas-to-write', '1');
    await assertUnavailable(write);
    await assertUnavailable(decide);
    await server.cli('config', 'set', 'min-replicas-to-write', '0');
    await server.cli('config', 'set', 'maxmemory', '1');
    await assertUnavailable(write);
    await assertUnavailable(decide);
    await server.cli('config', 'set', 'maxmemory', '0');
    await write();
    assert.equal(await decide(), true);
  });
});

describe('A Redis server that cannot be used from the start', () => {
  refuseUnhandledRejections();
  let server: RedisServer;
  before(async () => {
    server = await startRedis();
  });
  after(() => server.stop());

  it('is refused with the reason, when it asks for another password', async () => {
    await server.cli('config', 'set', 'requirepass', 'secret');
    await assert.rejects(openFreshProtocol(server.url.replace('//', '//:wrong@')), /WRONGPASS/);
    const stores = await openFreshProtocol(server.url.replace('//', '//:secret@'));
    await stores.ping();
    await stores.close();
    await server.cli('-a', 'secret', 'config', 'set', 'requirepass', '');
  });

  it('is refused when it would make room by forgetting', async () => {
    await server.cli('config', 'set', 'maxmemory', '100mb', 'maxmemory-policy', 'allkeys-lru');
    await assert.rejects(openFreshProtocol(server.url), /maxmemory-policy is allkeys-lru/);
    await server.cli('config', 'set', 'maxmemory-policy', 'noeviction');
    await (await openFreshProtocol(server.url)).close();
  });

  it('is waited for while it starts, and refused with the reason when it does not', async () => {
    const { port } = server;
    await server.stop();
    await assert.rejects(openFreshProtocol(server.url), /ECONNREFUSED/);
    const opening = openFreshProtocol(server.url);
    server = await startRedis({ port });
    await (await opening).close();
  });

  it('is refused with the reason, when it has no such database', async () => {
    await assert.rejects(openFreshProtocol(`${server.url}/99`), /DB index/);
  });
});

/** Each asks the store for something else, with keys of its own. */
function everyCall({ artefacts, ephemerals, ping }: OpenProtocol): (() => Promise<unknown>)[] {
  return [
    ping,
    () => artefacts.upsert('AccessToken', 'a', { grantId: 'g' }, 60),
    () => artefacts.find('AccessToken', 'a'),
    () => artefacts.findWithGrant('AccessToken', 'a'),
    () => artefacts.findByUid('Session', 'u'),
    () => artefacts.findByUserCode('DeviceCode', 'ABCD'),
    () => artefacts.consume('AccessToken', 'a'),
    () => artefacts.destroy('AccessToken', 'a'),
    () => artefacts.revokeByGrantId('AccessToken', 'g'),
    () => artefacts.revokeGrant('h'),
    () => artefacts.remember('scope', 'value', 60),
    () => ephemerals.put('journey', 'k', 1, 60),
    () => ephemerals.get('journey', 'k'),
    () => ephemerals.compareAndPut('journey', 'k', 1, 7, 60),
    () => ephemerals.take('journey', 'k'),
    () => ephemerals.remove('journey', 'k'),
    () => ephemerals.increment('throttle', 'k', 60),
    () => ephemerals.decrement('throttle', 'k'),
  ];
}
