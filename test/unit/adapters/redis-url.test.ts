import assert from 'node:assert/strict';

import { parseRedisUrl } from '../../../adapters/redis/redis-url.ts';

describe('A REDIS_URL', () => {
  const plain = {
    masterName: undefined,
    username: undefined,
    password: undefined,
    db: 0,
    tls: false,
    replicasToWaitFor: 0,
  };

  it('names one server', () => {
    const addresses = [{ host: 'redis.test', port: 6379 }];
    assert.deepEqual(parseRedisUrl('redis://redis.test'), { ...plain, kind: 'server', addresses });
  });

  it('names a server with all that can be said of one', () => {
    assert.deepEqual(parseRedisUrl('rediss://us%40er:p%3Aw@[::1]:6380/3?wait=2'), {
      kind: 'server',
      addresses: [{ host: '::1', port: 6380 }],
      masterName: undefined,
      username: 'us@er',
      password: 'p:w',
      db: 3,
      tls: true,
      replicasToWaitFor: 2,
    });
  });

  it('names some nodes of a Cluster', () => {
    assert.deepEqual(parseRedisUrl('redis://:secret@one:1,redis://two:2?wait=1'), {
      ...plain,
      kind: 'cluster',
      addresses: [
        { host: 'one', port: 1 },
        { host: 'two', port: 2 },
      ],
      password: 'secret',
      replicasToWaitFor: 1,
    });
  });

  it('names Sentinels, and the master they know', () => {
    assert.deepEqual(parseRedisUrl('redis+sentinel://:secret@one:1,two/senid/4?wait=1'), {
      ...plain,
      kind: 'sentinel',
      addresses: [
        { host: 'one', port: 1 },
        { host: 'two', port: 26_379 },
      ],
      masterName: 'senid',
      password: 'secret',
      db: 4,
      replicasToWaitFor: 1,
    });
    const { tls, db, masterName } = parseRedisUrl('rediss+sentinel://one/senid');
    assert.deepEqual({ tls, db, masterName }, { tls: true, db: 0, masterName: 'senid' });
  });

  for (const url of [
    'redis://one/first',
    'redis://one?wait=some',
    'redis://one?wait=-1',
    'redis://one/1,redis://two/1',
    'redis://one:port',
  ]) {
    it(`is refused when it cannot be meant: ${url}`, () => {
      assert.throws(() => parseRedisUrl(url));
    });
  }
});
