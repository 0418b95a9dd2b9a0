import { script } from './script.ts';

/**
 * A record is one string: its version (16 digits), the sealed value. A version starts at the server's time in ms, and
 * what was taken or removed leaves its version behind for a while: so versions grow also over removal, and a comparison
 * with a version of an earlier life never holds.
 */
export const VERSION_LENGTH = 16;

/** Longer than any request that may still hold an old version. */
const LEAST_MEMORY_MS = 60_000;

const WRITE = `
local function versionOf(key) return redis.call('GETRANGE', key, 0, ${VERSION_LENGTH - 1}) end
local function holdsValue(key) return redis.call('STRLEN', key) > ${VERSION_LENGTH} end
local function nextVersion(key)
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  return string.format('%0${VERSION_LENGTH}.0f', math.max((tonumber(versionOf(key)) or 0) + 1, now))
end
local function clear(key)
  if not holdsValue(key) then return end
  local ttl = math.max(redis.call('PTTL', key), ${LEAST_MEMORY_MS})
  redis.call('SET', key, nextVersion(key), 'PX', ttl)
end
local function write(key, value, ttl)
  if ttl <= 0 then return clear(key) end
  redis.call('SET', key, nextVersion(key) .. value, 'PX', ttl)
end`;

export const ephemeralScripts = {
  /** Key: record. Arguments: sealed value, ttl (ms). */
  put: script(WRITE, `write(KEYS[1], ARGV[1], tonumber(ARGV[2]))`),

  /** Key: record. Arguments: sealed value, ttl (ms), expected version (0: nothing stored). Returns 1 when it wrote. */
  compareAndPut: script(
    WRITE,
    `
local present = holdsValue(KEYS[1]) and tonumber(versionOf(KEYS[1])) or 0
if present ~= tonumber(ARGV[3]) then return 0 end
write(KEYS[1], ARGV[1], tonumber(ARGV[2]))
return 1`,
  ),

  /** Key: record. Returns it and leaves its version. */
  take: script(
    WRITE,
    `
if not holdsValue(KEYS[1]) then return false end
local record = redis.call('GET', KEYS[1])
clear(KEYS[1])
return record`,
  ),

  /** Keys: record, counter. */
  remove: script(
    WRITE,
    `
clear(KEYS[1])
redis.call('UNLINK', KEYS[2])`,
  ),

  /** Key: counter. Arguments: window (ms), the time it ends (epoch ms). Returns the count, and when its window ends. */
  increment: script(`
local isFirst = redis.call('EXISTS', KEYS[1]) == 0
local count = redis.call('HINCRBY', KEYS[1], 'count', 1)
if isFirst then redis.call('HSET', KEYS[1], 'resetsAt', ARGV[2]) end
local resetsAt = redis.call('HGET', KEYS[1], 'resetsAt')
if isFirst then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return { count, resetsAt }`),

  /** Key: counter. */
  decrement: script(`
if (tonumber(redis.call('HGET', KEYS[1], 'count')) or 0) > 0 then
  redis.call('HINCRBY', KEYS[1], 'count', -1)
end`),
} as const;
