import type { Passkey, PasskeyStore } from '../../accounts/passkey-store.ts';
import type { AccountId, PasskeyId } from '../../ids.ts';
import type { Sealer } from '../sealing.ts';
import { parseJson, toFlag } from './columns.ts';
import type { NewRow, RegisterDatabase, Row } from './register-database.ts';

export class SqlPasskeyStore implements PasskeyStore {
  readonly #db: RegisterDatabase;
  readonly #sealer: Sealer;

  constructor(db: RegisterDatabase, sealer: Sealer) {
    this.#db = db;
    this.#sealer = sealer;
  }

  async listByAccount(accountId: AccountId): Promise<readonly Passkey[]> {
    const rows = await this.#present()
      .where('account_id', '=', accountId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => passkeyFromRow(row, this.#sealer));
  }

  async findByCredentialId(credentialId: string): Promise<Passkey | undefined> {
    const query = this.#present().where('credential_id', '=', credentialId);
    const row = await query.executeTakeFirst();
    return row && passkeyFromRow(row, this.#sealer);
  }

  async insert(passkey: Passkey): Promise<void> {
    await this.#db.insertInto('passkeys').values(passkeyToRow(passkey, this.#sealer)).execute();
  }

  async recordUse(
    id: PasskeyId,
    use: { counter: number; expectedCounter: number; backedUp: boolean; at: number },
  ): Promise<boolean> {
    const used = await this.#db
      .updateTable('passkeys')
      .set({ counter: use.counter, backed_up: toFlag(use.backedUp), last_used_at: use.at })
      .where('id', '=', id)
      .where('counter', '=', use.expectedCounter)
      .where('removed_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    return used !== undefined;
  }

  async remove(id: PasskeyId, at: number): Promise<boolean> {
    const removed = await this.#db
      .updateTable('passkeys')
      .set({ removed_at: at })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    return removed !== undefined;
  }

  #present() {
    return this.#db.selectFrom('passkeys').selectAll().where('removed_at', 'is', null);
  }
}

export function passkeyToRow(passkey: Passkey, sealer: Sealer): NewRow<'passkeys'> {
  return {
    id: passkey.id,
    account_id: passkey.accountId,
    credential_id: passkey.credentialId,
    public_key: passkey.publicKey,
    counter: passkey.counter,
    transports: JSON.stringify(passkey.transports),
    aaguid: passkey.aaguid,
    backup_eligible: toFlag(passkey.backupEligible),
    backed_up: toFlag(passkey.backedUp),
    attestation_format: passkey.attestationFormat,
    sealed_name: sealPasskeyName(passkey.id, passkey.name, sealer),
    created_at: passkey.createdAt,
    last_used_at: passkey.lastUsedAt ?? null,
    removed_at: passkey.removedAt ?? null,
  };
}

export function sealPasskeyName(id: PasskeyId, name: string, sealer: Sealer): string {
  return sealer.seal(name, namePlace(id));
}

export function passkeyFromRow(row: Row<'passkeys'>, sealer: Sealer): Passkey {
  return {
    id: row.id,
    accountId: row.account_id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: parseJson(row.transports),
    aaguid: row.aaguid,
    backupEligible: row.backup_eligible === 1,
    backedUp: row.backed_up === 1,
    attestationFormat: row.attestation_format,
    name: sealer.open(row.sealed_name, namePlace(row.id)),
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at ?? undefined,
    removedAt: row.removed_at ?? undefined,
  };
}

function namePlace(id: PasskeyId): string {
  return `passkeys/sealed_name/${id}`;
}
