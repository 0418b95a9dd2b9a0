import { HEAD_LENGTH, MARK_LENGTH, NO_MARK } from './artefact-record.ts';
import { LUA_KEYS } from './keys.ts';
import { script } from './script.ts';

// Times are ms. Locations, marks and the form of a record: `keys.ts`, `artefact-record.ts`. An entry among the members
// of a grant is the location of an artefact, followed by its model.
//
// While a Cluster moves a slot, its keys are on two masters for a moment. A script whose named keys are apart is sent
// again by the client; a key that was only found on the way is reported as not there, to be asked for by its name.
const READ_RECORD = `
local function markOf(record) return string.sub(record, 1, ${MARK_LENGTH}) end
local function grantOf(record) return string.sub(record, ${MARK_LENGTH + 1}, ${HEAD_LENGTH}) end`;

/** Instead of an error, too. */
const FOUND = `
local function found(answer) return type(answer) == 'string' and answer end`;

/** True when the entry was not among the members before. What has expired is dropped on the way. */
const JOIN = `
local function join(members, entry, ttl)
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call('ZREMRANGEBYSCORE', members, '-inf', now)
  local added = redis.call('ZADD', members, now + ttl, entry)
  if redis.call('PTTL', members) < ttl then redis.call('PEXPIRE', members, ttl) end
  return added == 1
end`;

/** A session changes its id and keeps its uid: for a moment there are two, and the newer one counts. */
const POINT = `
local function point(pointer, location, ttl, isNew)
  local held = redis.call('GET', pointer)
  if isNew or not held or held == location then redis.call('SET', pointer, location, 'PX', ttl) end
end`;

/** Unless it belongs to another grant by now. True when it was there. */
const REMOVE_MEMBER = `
local function removeMember(key, grant)
  local head = redis.pcall('GETRANGE', key, 0, ${HEAD_LENGTH - 1})
  if type(head) ~= 'string' or head == '' then return false end
  if grantOf(head) == grant then redis.call('UNLINK', key) end
  return true
end`;

/**
 * Returns the entries of members that were not here, to be removed by their names. Whoever writes one of those that lie
 * elsewhere sees that its entry is gone.
 */
const REMOVE_MEMBERS = `
local function removeMembers(members, entries, grant)
  local missing = {}
  for _, entry in ipairs(entries) do
    local isHere = lieTogether(entry, grant)
    local removed = isHere and removeMember(keyAt('artefact', entry), grant)
    if not removed then missing[#missing + 1] = entry end
    if removed or not isHere then redis.call('ZREM', members, entry) end
  end
  return missing
end`;

/** What is still among the members. */
const STANDING = `
local function standing(members)
  local time = redis.call('TIME')
  return redis.call('ZRANGEBYSCORE', members, time[1] * 1000 + math.floor(time[2] / 1000), '+inf')
end`;

export const artefactScripts = {
  /**
   * Writes an artefact, keeping its mark; with it, as far as they lie together: its entry among the members of its
   * grant, unless that was revoked, and the pointers to it.
   * Keys: artefact; then the grant's tombstone and members, if there is an entry; then pointers.
   * Arguments: location, ttl, mark, grant, sealed payload, entry or ''. Returns 'new', 'replaced' or 'revoked'.
   */
  write: script(
    JOIN,
    POINT,
    `
local artefact, location, ttl, mark, entry = KEYS[1], ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[6]
local grouped = entry ~= ''
if grouped and redis.call('EXISTS', KEYS[2]) == 1 then return 'revoked' end
local before = redis.call('GETRANGE', artefact, 0, ${MARK_LENGTH - 1})
local isNew = before == ''
if ttl > 0 then
  if not isNew and before ~= '${NO_MARK}' then mark = before end
  redis.call('SET', artefact, mark .. ARGV[4] .. ARGV[5], 'PX', ttl)
  if grouped then join(KEYS[3], entry, ttl) end
  for i = grouped and 4 or 2, #KEYS do point(KEYS[i], location, ttl, isNew) end
else
  redis.call('UNLINK', artefact)
end
return isNew and 'new' or 'replaced'`,
  ),

  /**
   * Enters an artefact that lies elsewhere among the members of a grant.
   * Keys: tombstone, members. Arguments: entry, ttl. Returns 'joined', 'member' (it was) or 'revoked'.
   */
  join: script(
    JOIN,
    `
local ttl = tonumber(ARGV[2])
if redis.call('EXISTS', KEYS[1]) == 1 then return 'revoked' end
if ttl <= 0 then return 'member' end
return join(KEYS[2], ARGV[1], ttl) and 'joined' or 'member'`,
  ),

  /** Sets a pointer to an artefact that lies elsewhere. Key: pointer. Arguments: location, ttl, '1' when it is new. */
  point: script(
    POINT,
    `
local ttl = tonumber(ARGV[2])
if ttl > 0 then point(KEYS[1], ARGV[1], ttl, ARGV[3] == '1') end`,
  ),

  /** Key: artefact. Argument: its location. Returns it and, if that is here, the Grant it belongs to. */
  readWithGrant: script(
    LUA_KEYS,
    READ_RECORD,
    FOUND,
    `
local record = redis.call('GET', KEYS[1])
if not record then return false end
local grant = grantOf(record)
if not lieTogether(grant, ARGV[1]) then return { record } end
return { record, found(redis.pcall('GET', keyAt('artefact', grant))) }`,
  ),

  /** Key: pointer. Argument: its location. Returns what it points to and, if that is here, the artefact. */
  readPointed: script(
    LUA_KEYS,
    FOUND,
    `
local location = redis.call('GET', KEYS[1])
if not location then return false end
if not lieTogether(location, ARGV[1]) then return { location } end
return { location, found(redis.pcall('GET', keyAt('artefact', location))) }`,
  ),

  /**
   * Marks as consumed, keeping the expiry. Key: artefact. Argument: mark.
   * Returns 'won', 'replayed' or 'absent', and where its grant lies.
   */
  consume: script(
    READ_RECORD,
    `
local head = redis.call('GETRANGE', KEYS[1], 0, ${HEAD_LENGTH - 1})
if head == '' then return { 'absent', '' } end
if markOf(head) ~= '${NO_MARK}' then return { 'replayed', grantOf(head) } end
redis.call('SETRANGE', KEYS[1], 0, ARGV[1])
return { 'won', grantOf(head) }`,
  ),

  /** Key: artefact. Argument: the grant it is removed for. */
  removeMember: script(READ_RECORD, REMOVE_MEMBER, `removeMember(KEYS[1], ARGV[1])`),

  /**
   * Removes the members of one model. Key: members. Arguments: grant, model.
   * Returns the entries of those that are not here.
   */
  removeMembersOfModel: script(
    LUA_KEYS,
    READ_RECORD,
    REMOVE_MEMBER,
    REMOVE_MEMBERS,
    STANDING,
    `
local entries = {}
for _, entry in ipairs(standing(KEYS[1])) do
  if string.sub(entry, #ARGV[1] + 1) == ARGV[2] then entries[#entries + 1] = entry end
end
return removeMembers(KEYS[1], entries, ARGV[1])`,
  ),

  /**
   * Buries a grant with all its members. The tombstone stands as long as the last of them would have, and longer by
   * what a write may be under way; it never gets a shorter time.
   * Keys: tombstone, members. Arguments: grant, least ttl of the tombstone, time a write may take.
   * Returns the entries of members that are not here.
   */
  revoke: script(
    LUA_KEYS,
    READ_RECORD,
    REMOVE_MEMBER,
    REMOVE_MEMBERS,
    STANDING,
    `
local ttl = math.max(tonumber(ARGV[2]), redis.call('PTTL', KEYS[2]) + tonumber(ARGV[3]))
if redis.call('PTTL', KEYS[1]) < ttl then redis.call('SET', KEYS[1], '1', 'PX', ttl) end
return removeMembers(KEYS[2], standing(KEYS[2]), ARGV[1])`,
  ),
} as const;
