/** Each is one atomic step; what has expired does not exist, swept or not. */
export const artefactStatements = {
  // Writes nothing under a revoked grant. A record that had expired is a new one: its mark does not come back.
  upsert: `
    insert into artefacts
      (key, model, payload, consumed_at, uid_key, user_code_key, grant_key, expires_at)
    select :key, :model, :payload, :consumed, :uid, :userCode, :grant, :expires
    where not exists (
      select 1 from revoked_grants where grant_key = :grant and expires_at > :now
    )
    on conflict (key) do update set
      payload = excluded.payload,
      consumed_at = iif(artefacts.expires_at > :now,
        coalesce(artefacts.consumed_at, excluded.consumed_at), excluded.consumed_at),
      uid_key = excluded.uid_key,
      user_code_key = excluded.user_code_key,
      grant_key = excluded.grant_key,
      expires_at = excluded.expires_at`,
  find: `
    select key, payload, consumed_at from artefacts
    where key = :key and expires_at > :now`,
  // A session changes its id and keeps its uid: for a moment there are two, and the newer one counts.
  findByUid: `
    select key, payload, consumed_at from artefacts
    where uid_key = :key and expires_at > :now order by rowid desc limit 1`,
  findByUserCode: `
    select key, payload, consumed_at from artefacts
    where user_code_key = :key and expires_at > :now order by rowid desc limit 1`,
  consume: `
    update artefacts set consumed_at = :consumed
    where key = :key and consumed_at is null and expires_at > :now`,
  destroy: 'delete from artefacts where key = :key',
  destroyOfModel: 'delete from artefacts where grant_key = :grant and model = :model',
  destroyOfGrant: 'delete from artefacts where grant_key = :grant',
  bury: `
    insert into revoked_grants (grant_key, expires_at)
    select :grant, max(:least, coalesce(max(expires_at), 0)) from artefacts where grant_key = :grant
    on conflict (grant_key) do update set
      expires_at = max(revoked_grants.expires_at, excluded.expires_at)`,
  remember: `
    insert into remembered (key, expires_at) values (:key, :expires)
    on conflict (key) do update set expires_at = excluded.expires_at
    where remembered.expires_at <= :now`,
} as const;
