/**
 * Each is one atomic step; what has expired does not exist, swept or not.
 *
 * A version starts at the time of writing, and a cleared record stays until its expiry without its value: so versions
 * grow also over removal, and a comparison with a version of an earlier life never holds.
 */
const write = `
  insert into ephemerals (key, value, version, expires_at) values (:key, :value, :now, :expires)
  on conflict (key) do update set
    value = excluded.value,
    version = max(ephemerals.version + 1, excluded.version),
    expires_at = excluded.expires_at`;

export const ephemeralStatements = {
  put: write,
  putNew: `${write} where ephemerals.value is null or ephemerals.expires_at <= :now`,
  replace: `
    update ephemerals set value = :value, version = max(version + 1, :now), expires_at = :expires
    where key = :key and version = :expected and value is not null and expires_at > :now`,
  get: `
    select value, version from ephemerals
    where key = :key and value is not null and expires_at > :now`,
  clear: 'update ephemerals set value = null, version = version + 1 where key = :key',
  forgetCount: 'delete from counters where key = :key',
  increment: `
    insert into counters (key, count, expires_at) values (:key, 1, :expires)
    on conflict (key) do update set
      count = iif(counters.expires_at > :now, counters.count + 1, 1),
      expires_at = iif(counters.expires_at > :now, counters.expires_at, excluded.expires_at)
    returning count, expires_at`,
  decrement: `
    update counters set count = count - 1 where key = :key and count > 0 and expires_at > :now`,
} as const;
