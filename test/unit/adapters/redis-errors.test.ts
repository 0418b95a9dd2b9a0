import assert from 'node:assert/strict';

import { translateRedisError } from '../../../adapters/redis/redis-errors.ts';
import { StoreUnavailable } from '../../../errors.ts';

function reply(message: string): Error {
  return Object.assign(new Error(message), { name: 'ReplyError' });
}

describe('What Redis answers instead of an answer', () => {
  for (const message of [
    'MOVED 3999 127.0.0.1:6381',
    'CLUSTERDOWN The cluster is down',
    'TRYAGAIN Multiple keys request during rehashing of slot',
    'LOADING Redis is loading the dataset in memory',
    "OOM command not allowed when used memory > 'maxmemory'.",
    'NOREPLICAS Not enough good replicas to write.',
    "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
    "READONLY You can't write against a read only replica. script: 5a, on @user_script:3.",
    'ERR Error running script (call to f_5a): @user_script:3: -READONLY You cannot write.',
    'ERR Script attempted to access a non local key in a cluster node',
    'MISCONF Redis is configured to save RDB snapshots, but is unable to persist to disk.',
    'NOAUTH Authentication required.',
  ]) {
    it(`is a store that does not answer now: ${message.slice(0, 40)}`, () => {
      const translated = translateRedisError(reply(message));
      assert.ok(translated instanceof StoreUnavailable);
      assert.ok(translated.message.includes(message));
    });
  }

  it('is a store that does not answer now, whatever the client says of its connection', () => {
    for (const message of ['Connection is closed.', 'connect ETIMEDOUT']) {
      assert.ok(translateRedisError(new Error(message)) instanceof StoreUnavailable);
    }
    const nameless = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });
    assert.match(String(translateRedisError(nameless)), /ECONNREFUSED/);
  });

  for (const message of [
    'WRONGTYPE Operation against a key holding the wrong kind of value',
    "ERR wrong number of arguments for 'get' command",
    'CROSSSLOT Keys in request don’t hash to the same slot',
  ]) {
    it(`is a mistake of ours: ${message.slice(0, 40)}`, () => {
      const error = reply(message);
      assert.equal(translateRedisError(error), error);
    });
  }
});
