import { PLACE_LENGTH } from '../../provider/artefact-store.ts';
import type { KeyedHash } from '../keyed-hash.ts';

/** Everything SenID keeps in Redis. This table is also the source of `docs/reference/redis-keys.md`. */
export const REDIS_KEYS = {
  artefact: {
    type: 'string',
    holds:
      'one session, interaction, grant, code, token or pushed request: its mark, its grant, and the sealed payload',
    expires: 'with the artefact',
    owner: 'artefact-store.ts',
  },
  uid: {
    type: 'string',
    holds: 'where the newest artefact with this uid lies',
    expires: 'with that artefact',
    owner: 'artefact-store.ts',
  },
  'user-code': {
    type: 'string',
    holds: 'where the newest artefact with this user code lies',
    expires: 'with that artefact',
    owner: 'artefact-store.ts',
  },
  members: {
    type: 'sorted set',
    holds: 'where the artefacts of a grant lie, and their models; scored by expiry',
    expires: 'with the last of them',
    owner: 'artefact-store.ts',
  },
  revoked: {
    type: 'string',
    holds: 'that a grant was revoked: nothing is written or shown under it',
    expires: 'after the last artefact of the grant would have, a day at least',
    owner: 'artefact-store.ts',
  },
  remembered: {
    type: 'string',
    holds: 'that a value was seen (replay detection)',
    expires: 'with the value’s own validity',
    owner: 'artefact-store.ts',
  },
  ephemeral: {
    type: 'string',
    holds:
      'one challenge, one-time code, journey, ledger or message: its version, and the sealed value',
    expires: 'with the record; what was taken or removed leaves its version for a minute at least',
    owner: 'ephemeral-store.ts',
  },
  counter: {
    type: 'hash',
    holds: 'how many events there were in a window, and when it ends',
    expires: 'with the window',
    owner: 'ephemeral-store.ts',
  },
} as const;

/** What a user of Redis has to be allowed, of one that SenID connects as. */
export const REDIS_RIGHTS =
  '~senid:* &senid:* +@read +@write +@scripting +@connection +@pubsub +info +time +wait +cluster|slots +cluster|info';

export type RedisKeyName = keyof typeof REDIS_KEYS;

const TAG_LENGTH = 4;
const NAME_LENGTH = 22;
const LOCATION_LENGTH = TAG_LENGTH + NAME_LENGTH;
const KNOWN_TAGS = 1_000;

/**
 * Where a record lies: 4 characters that choose its slot in a Cluster, 22 (132 bits) that name it there.
 * Both are pieces of keyed hashes: no id can be read from a key, and none can be tried without the secret.
 */
export type Location = string;

export interface Locations {
  /** What has the same place lies together. Kinds never collide. */
  ofPlace(kind: string, value: string): Location;
  /** Wherever the hash of it falls. */
  of(kind: string, value: string): Location;
}

export function createLocations(hash: KeyedHash): Locations {
  const characters = (kind: string, value: string, count: number) =>
    hash(kind, value).toString('base64url').slice(0, count);
  const tags = new Map<string, string>();
  // What belongs together is asked for together, and a hash is a good part of what a command costs.
  const tagOf = (place: string) => {
    const known = tags.get(place);
    if (known !== undefined) return known;
    if (tags.size >= KNOWN_TAGS) tags.clear();
    const tag = characters('place', place, TAG_LENGTH);
    tags.set(place, tag);
    return tag;
  };
  return {
    ofPlace: (kind, value) =>
      tagOf(value.slice(-PLACE_LENGTH)) + characters(kind, value, NAME_LENGTH),
    of: (kind, value) => characters(kind, value, LOCATION_LENGTH),
  };
}

/** `senid:artefact:{tag}:name`. What stands in braces is all that Redis Cluster chooses the slot by. */
export function keyAt(name: RedisKeyName, location: Location): string {
  return `senid:${name}:{${location.slice(0, TAG_LENGTH)}}:${location.slice(TAG_LENGTH, LOCATION_LENGTH)}`;
}

/** True when one script may touch both. */
export function lieTogether(one: Location, other: Location): boolean {
  return one.slice(0, TAG_LENGTH) === other.slice(0, TAG_LENGTH);
}

/** `keyAt` and `lieTogether` in Lua, for the scripts that follow a location within its slot. */
export const LUA_KEYS = `
local function keyAt(name, location)
  return 'senid:' .. name .. ':{' .. string.sub(location, 1, ${TAG_LENGTH}) .. '}:'
    .. string.sub(location, ${TAG_LENGTH + 1}, ${LOCATION_LENGTH})
end
local function lieTogether(one, other)
  return string.sub(one, 1, ${TAG_LENGTH}) == string.sub(other, 1, ${TAG_LENGTH})
end`;

/** As `SCAN` takes it. */
export function keyPattern(name: RedisKeyName): string {
  return `senid:${name}:{${'?'.repeat(TAG_LENGTH)}}:${'?'.repeat(NAME_LENGTH)}`;
}
