import type {
  Acted,
  Authentication,
  AuthenticationStore,
} from '../../accounts/authentication-store.ts';
import type { AccountId, AuthenticationEventId } from '../../ids.ts';
import { parseJson } from './columns.ts';
import type { NewRow, RegisterDatabase, Row } from './register-database.ts';
import { createInsert } from './statement.ts';

const COLUMNS = [
  'id',
  'account_id',
  'actor_id',
  'client_id',
  'sid',
  'acr',
  'required_acrs',
  'factors',
  'at',
] as const;

export class SqlAuthenticationStore implements AuthenticationStore {
  readonly #db: RegisterDatabase;
  readonly #insert: (rows: readonly NewRow<'authentications'>[]) => Promise<void>;

  constructor(db: RegisterDatabase) {
    this.#db = db;
    this.#insert = createInsert(db, 'authentications', COLUMNS);
  }

  async append(authentication: Authentication): Promise<void> {
    const row = {
      id: authentication.id,
      account_id: authentication.accountId,
      actor_id: authentication.actorId ?? null,
      client_id: authentication.clientId,
      sid: authentication.sid ?? null,
      acr: authentication.acr,
      required_acrs: JSON.stringify(authentication.requiredAcrs),
      factors: JSON.stringify(authentication.factors),
      at: authentication.at,
    };
    await this.#insert([row]);
  }

  async find(id: AuthenticationEventId): Promise<Authentication | undefined> {
    const query = this.#db.selectFrom('authentications').selectAll().where('id', '=', id);
    const row = await query.executeTakeFirst();
    return row && authenticationFromRow(row);
  }

  async actedBy(actorId: AccountId): Promise<readonly Acted[]> {
    const rows = await this.#db
      .selectFrom('authentications')
      .select(['account_id', 'client_id', 'sid'])
      .select(({ fn }) => fn.max('at').as('last_at'))
      .where('actor_id', '=', actorId)
      .groupBy(['account_id', 'client_id', 'sid'])
      .execute();
    return rows.map(({ account_id, client_id, sid, last_at }) => ({
      accountId: account_id,
      clientId: client_id,
      sid: sid ?? undefined,
      at: last_at,
    }));
  }
}

export function authenticationFromRow(row: Row<'authentications'>): Authentication {
  return {
    id: row.id,
    accountId: row.account_id,
    actorId: row.actor_id ?? undefined,
    clientId: row.client_id,
    sid: row.sid ?? undefined,
    acr: row.acr,
    requiredAcrs: parseJson(row.required_acrs),
    factors: parseJson(row.factors),
    at: row.at,
  };
}
