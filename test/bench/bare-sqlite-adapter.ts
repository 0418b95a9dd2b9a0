import { DatabaseSync } from 'node:sqlite';

import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';

import type { BareStore } from './bare-store.ts';

const SCHEMA = `
  create table if not exists artefacts (
    key text not null primary key, payload text not null, consumed integer,
    uid text, grant_id text, expires_at integer not null
  ) without rowid;
  create table if not exists once (value text not null primary key, expires_at integer not null);
  create index if not exists by_uid on artefacts (uid) where uid is not null;
  create index if not exists by_grant on artefacts (grant_id) where grant_id is not null;
`;

/** One statement for each thing the library asks for, correct and nothing more: no sealing, no hashing, no sweeping. */
export function openBareSqlite(file: string): BareStore {
  const database = new DatabaseSync(file);
  database.exec(`pragma journal_mode = wal; pragma synchronous = normal; ${SCHEMA}`);
  const upsert = database.prepare(`
    insert into artefacts (key, payload, uid, grant_id, expires_at) values (?, ?, ?, ?, ?)
    on conflict (key) do update set payload = excluded.payload, expires_at = excluded.expires_at`);
  const find = database.prepare(
    'select payload, consumed from artefacts where key = ? and expires_at > ?',
  );
  const findByUid = database.prepare(
    'select payload, consumed from artefacts where uid = ? and expires_at > ?',
  );
  const consume = database.prepare(
    'update artefacts set consumed = ? where key = ? and consumed is null and expires_at > ?',
  );
  const once = database.prepare(`
    insert into once (value, expires_at) values (?, ?)
    on conflict (value) do update set expires_at = excluded.expires_at
    where once.expires_at <= ?`);
  const destroy = database.prepare('delete from artefacts where key = ?');
  const revoke = database.prepare(
    'delete from artefacts where grant_id = ? and key >= ? and key < ?',
  );

  const adapter = (model: string): Adapter => {
    const key = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn = NO_END_SECONDS) {
        const { uid, grantId } = payload;
        const expires = now() + expiresIn;
        upsert.run(key(id), JSON.stringify(payload), uid ?? null, grantId ?? null, expires);
      },
      find: async (id) => read(find.get(key(id), now())),
      findByUid: async (uid) => read(findByUid.get(uid, now())),
      findByUserCode: async () => undefined,
      async consume(id) {
        // The library ignores what a store answers: only an exception keeps the second one out.
        if (consume.run(now(), key(id), now()).changes === 0)
          throw new errors.InvalidGrant('already used');
      },
      async destroy(id) {
        destroy.run(key(id));
      },
      async revokeByGrantId(grantId) {
        revoke.run(grantId, `${model}:`, `${model};`);
      },
    };
  };
  return {
    adapter,
    remember: async (value, seconds) => once.run(value, now() + seconds, now()).changes > 0,
  };
}

/** For what the library gives no end to; nothing of the kind is used here. */
const NO_END_SECONDS = 86_400;

function read(row: Record<string, unknown> | undefined): AdapterPayload | undefined {
  if (row === undefined) return undefined;
  const payload = JSON.parse(String(row['payload'])) as AdapterPayload;
  return typeof row['consumed'] === 'number' ? { ...payload, consumed: row['consumed'] } : payload;
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
