import { Redis } from 'ioredis';
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';

import type { BareStore } from './bare-store.ts';

/** A status byte and JSON; the grant's index lives as long as its longest member. */
const SCRIPTS = {
  upsertUnderGrant: {
    numberOfKeys: 2,
    lua: `
      redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
      redis.call('SADD', KEYS[2], KEYS[1])
      if redis.call('TTL', KEYS[2]) < tonumber(ARGV[2]) then redis.call('EXPIRE', KEYS[2], ARGV[2]) end`,
  },
  upsertWithUid: {
    numberOfKeys: 2,
    lua: `
      redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
      redis.call('SET', KEYS[2], KEYS[1], 'EX', ARGV[2])`,
  },
  findByKey: {
    numberOfKeys: 1,
    lua: `
      local key = redis.call('GET', KEYS[1])
      return key and redis.call('GET', key)`,
  },
  consumeOnce: {
    numberOfKeys: 1,
    lua: `
      if redis.call('GETRANGE', KEYS[1], 0, 0) ~= '0' then return 0 end
      redis.call('SETRANGE', KEYS[1], 0, '1')
      return 1`,
  },
  revokeMembers: {
    numberOfKeys: 1,
    lua: `
      for _, key in ipairs(redis.call('SMEMBERS', KEYS[1])) do redis.call('UNLINK', key) end
      return redis.call('UNLINK', KEYS[1])`,
  },
} as const;

type Commands = Record<keyof typeof SCRIPTS, (...values: (string | number)[]) => Promise<unknown>>;

/** Kept under a grant and revoked with it. */
const GRANTABLE = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken']);

/** One command for each thing the library asks for, correct and nothing more: no sealing, no hashing. */
export function openBareRedis(url: string): BareStore {
  const redis = new Redis(url, { enableAutoPipelining: true, scripts: SCRIPTS });
  const commands = redis as unknown as Commands;
  const adapter = (model: string): Adapter => {
    const key = (id: string) => `bare:${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn = NO_END_SECONDS) {
        const value = `0${JSON.stringify(payload)}`;
        const { grantId, uid } = payload;
        if (grantId !== undefined && GRANTABLE.has(model))
          await commands.upsertUnderGrant(key(id), `bare:grant:${grantId}`, value, expiresIn);
        else if (uid !== undefined && model === 'Session')
          await commands.upsertWithUid(key(id), `bare:uid:${uid}`, value, expiresIn);
        else await redis.set(key(id), value, 'EX', expiresIn);
      },
      find: async (id) => read(await redis.get(key(id))),
      findByUid: async (uid) => read(await commands.findByKey(`bare:uid:${uid}`)),
      findByUserCode: async () => undefined,
      async consume(id) {
        // The library ignores what a store answers: only an exception keeps the second one out.
        if ((await commands.consumeOnce(key(id))) !== 1)
          throw new errors.InvalidGrant('already used');
      },
      async destroy(id) {
        await redis.unlink(key(id));
      },
      async revokeByGrantId(grantId) {
        await commands.revokeMembers(`bare:grant:${grantId}`);
      },
    };
  };
  return {
    adapter,
    remember: async (value, seconds) =>
      (await redis.set(`bare:once:${value}`, '', 'EX', seconds, 'NX')) === 'OK',
  };
}

/** For what the library gives no end to; nothing of the kind is used here. */
const NO_END_SECONDS = 86_400;

function read(value: unknown): AdapterPayload | undefined {
  if (typeof value !== 'string') return undefined;
  const payload = JSON.parse(value.slice(1)) as AdapterPayload;
  return value.startsWith('1') ? { ...payload, consumed: true } : payload;
}
