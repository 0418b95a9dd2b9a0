import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { Redis } from 'ioredis';

import {
  keyPattern,
  REDIS_KEYS,
  REDIS_RIGHTS,
  type RedisKeyName,
} from '../../adapters/redis/keys.ts';
import type { OpenProtocol } from '../../adapters/stores.ts';
import { SealBroken } from '../../errors.ts';
import { eventually, openFreshProtocol } from '../support/redis-protocol.ts';
import { startRedis, type RedisServer } from '../support/redis-server.ts';
import { PLACES, type SpellId } from './places.ts';

const names = Object.keys(REDIS_KEYS) as RedisKeyName[];
const SECRETS = [
  'token-id-in-clear',
  'session-id-in-clear',
  'session-uid-in-clear',
  'USER-CODE-IN-CLEAR',
  'grant-id-in-clear',
  'revoked-grant-in-clear',
  'payload-in-clear',
  'jti-in-clear',
  'challenge-key-in-clear',
  'challenge-value-in-clear',
  'throttle-key-in-clear',
];

describe('What lies in Redis', () => {
  let server: RedisServer;
  let stores: OpenProtocol;
  let administrator: Redis;
  beforeEach(async () => {
    server = await startRedis({
      appendonly: true,
      args: ['--rdbcompression', 'no', '--aof-use-rdb-preamble', 'no'],
    });
    stores = await openFreshProtocol(server.url);
    administrator = new Redis(server.url);
  });
  afterEach(async () => {
    administrator.disconnect();
    await stores.close();
    await server.stop();
  });

  it('expires, every key of it, and is named in the table of keys', async () => {
    for (const { at } of PLACES) await writeEverything(stores, at);
    const keys = await administrator.keys('*');
    for (const key of keys) {
      assert.ok((await administrator.pttl(key)) > 0, `${key} never expires`);
      assert.ok(
        names.some((name) => patternOf(name).test(key)),
        key,
      );
    }
    for (const name of names) {
      const found = keys.filter((key) => patternOf(name).test(key));
      assert.ok(found.length > 0, name);
      for (const key of found) assert.equal(await administrator.type(key), typeOf(name), key);
    }
  });

  it('shows nobody and nothing that can be presented, in memory and in its files', async () => {
    await administrator.set('control-in-clear', 'control-in-clear', 'PX', 60_000);
    for (const { at } of PLACES) await writeEverything(stores, at);
    const keys = await administrator.keys('*');
    const values = await Promise.all(keys.map((key) => administrator.dumpBuffer(key)));
    const places: readonly (readonly [string, Buffer])[] = [
      ['keys', Buffer.from(keys.join('\n'))],
      ['values', Buffer.concat(values)],
      ['files', Buffer.concat(filesOf(server.dir))],
    ];
    for (const [place, bytes] of places) {
      // The control: what is in clear is found by the same search.
      assert.ok(bytes.includes('control-in-clear'), place);
      for (const secret of SECRETS) assert.ok(!bytes.includes(secret), `${secret} in ${place}`);
    }
  });

  it('is written by a user who may do no more than the page of keys says', async () => {
    await administrator.acl('SETUSER', 'senid', 'on', '>secret', ...REDIS_RIGHTS.split(' '));
    await administrator.set('other:key', 'of somebody else');
    const url = server.url.replace('//', '//senid:secret@');
    const restricted = await openFreshProtocol(url);
    const heard: string[] = [];
    try {
      for (const { at } of PLACES) await writeEverything(restricted, at);
      restricted.clientChanges.listen((clientId) => heard.push(clientId));
      await eventually('hearing', async () => {
        await restricted.clientChanges.announce('client');
        return heard.length > 0;
      });
      await restricted.ping();
      assert.deepEqual(await administrator.call('acl', 'log'), []);
    } finally {
      await restricted.close();
    }
  });

  it('does not open where it was moved to', async () => {
    const { artefacts, ephemerals } = stores;
    await artefacts.upsert('AccessToken', 'weak', { scope: 'openid' }, 60);
    const [weak = ''] = await administrator.keys(keyPattern('artefact'));
    await artefacts.upsert('AccessToken', 'strong', { scope: 'identity' }, 60);
    const strong = (await administrator.keys(keyPattern('artefact'))).find((key) => key !== weak);
    await administrator.copy(strong ?? '', weak, 'REPLACE');
    await assert.rejects(artefacts.find('AccessToken', 'weak'), SealBroken);
    await ephemerals.put('ledger', 'mine', 1, 60);
    const [mine = ''] = await administrator.keys(keyPattern('ephemeral'));
    await ephemerals.put('ledger', 'theirs', 2, 60);
    const theirs = (await administrator.keys(keyPattern('ephemeral'))).find((key) => key !== mine);
    await administrator.copy(theirs ?? '', mine, 'REPLACE');
    await assert.rejects(ephemerals.get('ledger', 'mine'), SealBroken);
  });

  it('is not shown when it came too late: after the revocation of a grant that lies elsewhere', async () => {
    const { artefacts } = stores;
    const payload = { grantId: 'revoked', uid: 'u', userCode: 'ABCD' };
    await artefacts.upsert('DeviceCode', 'code', payload, 60);
    const [key = ''] = await administrator.keys(keyPattern('artefact'));
    const record = (await administrator.get(key)) ?? '';
    await artefacts.revokeGrant('revoked');
    assert.equal(await administrator.exists(key), 0);
    // As a write that had begun, and was done only now.
    await administrator.set(key, record, 'PX', 60_000);
    assert.equal(await artefacts.find('DeviceCode', 'code'), undefined);
    assert.equal(await artefacts.findWithGrant('DeviceCode', 'code'), undefined);
    assert.equal(await artefacts.findByUid('DeviceCode', 'u'), undefined);
    assert.equal(await artefacts.findByUserCode('DeviceCode', 'ABCD'), undefined);
    assert.equal(await artefacts.consume('DeviceCode', 'code'), 'absent');
  });

  it('does not grow with every artefact that a grant ever had', async () => {
    const { artefacts } = stores;
    const { at = String } = PLACES[0] ?? {};
    await artefacts.upsert('Grant', at('g'), {}, 600);
    for (let index = 0; index < 20; index += 1) {
      await artefacts.upsert('AccessToken', at(`short ${index}`), { grantId: at('g') }, 0.001);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
    await artefacts.upsert('AccessToken', at('last'), { grantId: at('g') }, 60);
    const [members = ''] = await administrator.keys(keyPattern('members'));
    assert.equal(await administrator.zcard(members), 2);
    assert.ok((await administrator.pttl(members)) > 500_000);
  });
});

/** Every kind of write, spelling ids by `at`. */
async function writeEverything({ artefacts, ephemerals }: OpenProtocol, at: SpellId) {
  const grantId = at('grant-id-in-clear');
  const payload = { jti: at('token-id-in-clear'), grantId, accountId: 'payload-in-clear' };
  const session = { uid: at('session-uid-in-clear'), accountId: 'payload-in-clear' };
  const device = { userCode: at('USER-CODE-IN-CLEAR'), grantId };
  await artefacts.upsert('Grant', grantId, { accountId: 'payload-in-clear' }, 60);
  await artefacts.upsert('AccessToken', at('token-id-in-clear'), payload, 60);
  await artefacts.upsert('Session', at('session-id-in-clear'), session, 60);
  await artefacts.upsert('DeviceCode', at('token-id-in-clear'), device, 60);
  await artefacts.consume('AccessToken', at('token-id-in-clear'));
  await artefacts.upsert('AccessToken', at('no time'), payload, 0);
  await artefacts.upsert('RefreshToken', at('removed'), payload, 60);
  await artefacts.revokeByGrantId('RefreshToken', grantId);
  const revoked = { grantId: at('revoked-grant-in-clear') };
  await artefacts.upsert('AccessToken', at('revoked'), revoked, 60);
  await artefacts.revokeGrant(revoked.grantId);
  await artefacts.remember('dpop', at('jti-in-clear'), 60);
  await artefacts.remember('dpop', at('no time'), 0);
  const key = at('challenge-key-in-clear');
  await ephemerals.put('challenge', key, 'challenge-value-in-clear', 60);
  await ephemerals.put('challenge', at('taken'), 'challenge-value-in-clear', 60);
  await ephemerals.take('challenge', at('taken'));
  await ephemerals.put('challenge', at('removed'), 'challenge-value-in-clear', 60);
  await ephemerals.remove('challenge', at('removed'));
  await ephemerals.put('challenge', at('no time'), 'challenge-value-in-clear', 0);
  await ephemerals.compareAndPut('challenge', key, 'challenge-value-in-clear', 1, 60);
  await ephemerals.increment('throttle', at('throttle-key-in-clear'), 60);
  await ephemerals.decrement('throttle', at('throttle-key-in-clear'));
  await ephemerals.increment('throttle', at('no time'), 0);
  await ephemerals.decrement('throttle', at('never counted'));
}

/** Dots for the question marks of `keyPattern`, which alone would let anything through. */
function patternOf(name: RedisKeyName): RegExp {
  const escaped = keyPattern(name).replaceAll(/[{}]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('?', String.raw`[\w-]`)}$`);
}

function typeOf(name: RedisKeyName): string {
  return { string: 'string', hash: 'hash', 'sorted set': 'zset' }[REDIS_KEYS[name].type];
}

function filesOf(folder: string): Buffer[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path));
}
