import type { Consent, ConsentStore } from '../../accounts/consent.ts';
import type { AccountId } from '../../ids.ts';
import { parseJson } from './columns.ts';
import type { NewRow, RegisterDatabase, Row } from './register-database.ts';

export class SqlConsentStore implements ConsentStore {
  readonly #db: RegisterDatabase;

  constructor(db: RegisterDatabase) {
    this.#db = db;
  }

  async append(consent: Consent): Promise<void> {
    await this.#db.insertInto('consents').values(toRow(consent)).execute();
  }

  async latest(accountId: AccountId, clientId: string): Promise<Consent | undefined> {
    const query = this.#newestFirst(accountId).where('client_id', '=', clientId).limit(1);
    const row = await query.executeTakeFirst();
    return row && consentFromRow(row);
  }

  async history(accountId: AccountId): Promise<readonly Consent[]> {
    const rows = await this.#newestFirst(accountId).execute();
    return rows.map(consentFromRow);
  }

  #newestFirst(accountId: AccountId) {
    return this.#db
      .selectFrom('consents')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('decided_at', 'desc')
      .orderBy('sequence', 'desc');
  }
}

function toRow(consent: Consent): NewRow<'consents'> {
  return {
    id: consent.id,
    account_id: consent.accountId,
    client_id: consent.clientId,
    accepted_scopes: JSON.stringify(consent.acceptedScopes),
    refused_scopes: JSON.stringify(consent.refusedScopes),
    accepted_claims: JSON.stringify(consent.acceptedClaims),
    refused_claims: JSON.stringify(consent.refusedClaims),
    text_hash: consent.textHash,
    text_version: consent.textVersion,
    locale: consent.locale,
    decided_at: consent.decidedAt,
    expires_at: consent.expiresAt ?? null,
    kind: consent.kind,
    actor_id: consent.actorId ?? null,
    assent: consent.assent ?? null,
  };
}

export function consentFromRow(row: Row<'consents'>): Consent {
  return {
    id: row.id,
    accountId: row.account_id,
    clientId: row.client_id,
    acceptedScopes: parseJson(row.accepted_scopes),
    refusedScopes: parseJson(row.refused_scopes),
    acceptedClaims: parseJson(row.accepted_claims),
    refusedClaims: parseJson(row.refused_claims),
    textHash: row.text_hash,
    textVersion: row.text_version,
    locale: row.locale,
    decidedAt: row.decided_at,
    expiresAt: row.expires_at ?? undefined,
    kind: row.kind,
    actorId: row.actor_id ?? undefined,
    assent: row.assent ?? undefined,
  };
}
