import type { Authentication, AuthenticationStore } from '../../accounts/authentication-store.ts';
import type { AuthenticationEventId } from '../../ids.ts';
import { parseJson } from './columns.ts';
import type { NewRow, RegisterDatabase, Row } from './register-database.ts';
import { createInsert } from './statement.ts';

const COLUMNS = [
  'id',
  'account_id',
  'actor_id',
  'client_id',
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
}

export function authenticationFromRow(row: Row<'authentications'>): Authentication {
  return {
    id: row.id,
    accountId: row.account_id,
    actorId: row.actor_id ?? undefined,
    clientId: row.client_id,
    acr: row.acr,
    requiredAcrs: parseJson(row.required_acrs),
    factors: parseJson(row.factors),
    at: row.at,
  };
}
