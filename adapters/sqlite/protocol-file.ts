import type { Clock } from '../../clock.ts';
import { CannotStart } from '../../errors.ts';
import type { KeyedHash } from '../keyed-hash.ts';
import type { Sealer } from '../sealing.ts';
import { Connection } from './connection.ts';
import { WriteLane } from './write-lane.ts';

const SCHEMA_VERSION = 1;

/** Keys are keyed hashes, payloads and values are sealed text, times are epoch ms. */
const SCHEMA = `
  create table artefacts (
    key blob not null primary key,
    model text not null,
    payload text not null,
    consumed_at integer,
    uid_key blob,
    user_code_key blob,
    grant_key blob,
    expires_at integer not null
  );
  create index artefacts_by_uid on artefacts (uid_key) where uid_key is not null;
  create index artefacts_by_user_code on artefacts (user_code_key) where user_code_key is not null;
  create index artefacts_by_grant on artefacts (grant_key, model) where grant_key is not null;
  create index artefacts_by_expiry on artefacts (expires_at);

  create table revoked_grants (grant_key blob not null primary key, expires_at integer not null);
  create index revoked_grants_by_expiry on revoked_grants (expires_at);

  create table remembered (key blob not null primary key, expires_at integer not null);
  create index remembered_by_expiry on remembered (expires_at);

  create table ephemerals (
    key blob not null primary key,
    value text,
    version integer not null,
    expires_at integer not null
  );
  create index ephemerals_by_expiry on ephemerals (expires_at);

  create table counters (key blob not null primary key, count integer not null, expires_at integer not null);
  create index counters_by_expiry on counters (expires_at);
`;

/** What the stores on the protocol file share. */
export interface ProtocolFile {
  readonly connection: Connection;
  readonly lane: WriteLane;
  /** Keyed for ids of artefacts and ephemeral records. */
  readonly hash: KeyedHash;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

export async function openProtocolFile(
  file: string,
  shared: Pick<ProtocolFile, 'hash' | 'sealer' | 'clock'>,
): Promise<ProtocolFile> {
  const connection = await Connection.open(file, { synchronous: 'NORMAL' });
  const lane = new WriteLane(connection);
  try {
    const version = await lane.write(() => createSchema(connection));
    if (version !== SCHEMA_VERSION) {
      throw new CannotStart(
        `protocol store ${file} has schema ${version}, this SenID needs ${SCHEMA_VERSION}; ` +
          'when it is removed people log in again, nothing else is lost',
      );
    }
  } catch (error) {
    connection.close();
    throw error;
  }
  return { connection, lane, ...shared };
}

/** The version found; a new file gets the present one. */
function createSchema(connection: Connection): number {
  const found = Number(connection.prepare('pragma user_version').get()?.user_version);
  if (found !== 0) return found;
  connection.exec(`${SCHEMA} pragma user_version = ${SCHEMA_VERSION};`);
  return SCHEMA_VERSION;
}
