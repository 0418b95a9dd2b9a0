import type { ClientRecord, ClientStore } from '../../clients/client.ts';
import type { Sealer } from '../sealing.ts';
import { parseJson } from './columns.ts';
import type { RegisterDatabase } from './register-database.ts';

export class SqlClientStore implements ClientStore {
  readonly #db: RegisterDatabase;
  readonly #sealer: Sealer;

  constructor(db: RegisterDatabase, sealer: Sealer) {
    this.#db = db;
    this.#sealer = sealer;
  }

  async find(clientId: string): Promise<ClientRecord | undefined> {
    const query = this.#db.selectFrom('clients').selectAll().where('client_id', '=', clientId);
    const row = await query.executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      clientId: row.client_id,
      origin: row.origin,
      metadata: parseJson(this.#sealer.open(row.sealed_metadata, metadataPlace(clientId))),
      policy: parseJson(row.policy),
      createdAt: row.created_at,
    };
  }

  async save(record: ClientRecord): Promise<void> {
    const metadata = JSON.stringify(record.metadata);
    const content = {
      origin: record.origin,
      sealed_metadata: this.#sealer.seal(metadata, metadataPlace(record.clientId)),
      policy: JSON.stringify(record.policy),
      created_at: record.createdAt,
    };
    await this.#db
      .insertInto('clients')
      .values({ client_id: record.clientId, ...content })
      .onConflict((conflict) => conflict.column('client_id').doUpdateSet(content))
      .execute();
  }

  async remove(clientId: string): Promise<void> {
    await this.#db.deleteFrom('clients').where('client_id', '=', clientId).execute();
  }
}

function metadataPlace(clientId: string): string {
  return `clients/sealed_metadata/${clientId}`;
}
