import type { ClientPolicy, ClientRecord, ClientStore } from '../../clients/client.ts';
import type { Sealer } from '../sealing.ts';
import { parseJson } from './columns.ts';
import type { RegisterDatabase, Row } from './register-database.ts';

/** What a policy says that was written before there were tiers. */
const WITHOUT_TIER = { tier: 'baseline' } as const;

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
    return row === undefined ? undefined : this.#record(row);
  }

  async list({ after, limit }: { after: string; limit: number }): Promise<readonly ClientRecord[]> {
    const query = this.#db
      .selectFrom('clients')
      .selectAll()
      .where('client_id', '>', after)
      .orderBy('client_id')
      .limit(limit);
    return (await query.execute()).map((row) => this.#record(row));
  }

  async save(record: ClientRecord): Promise<void> {
    const content = this.#content(record);
    await this.#db
      .insertInto('clients')
      .values({ client_id: record.clientId, ...content })
      .onConflict((conflict) => conflict.column('client_id').doUpdateSet(content))
      .execute();
  }

  async replace(record: ClientRecord): Promise<boolean> {
    const replaced = await this.#db
      .updateTable('clients')
      .set(this.#content(record))
      .where('client_id', '=', record.clientId)
      .returning('client_id')
      .executeTakeFirst();
    return replaced !== undefined;
  }

  async remove(clientId: string): Promise<void> {
    await this.#db.deleteFrom('clients').where('client_id', '=', clientId).execute();
  }

  #record(row: Row<'clients'>): ClientRecord {
    const place = metadataPlace(row.client_id);
    return {
      clientId: row.client_id,
      origin: row.origin,
      metadata: parseJson(this.#sealer.open(row.sealed_metadata, place)),
      policy: { ...WITHOUT_TIER, ...parseJson<ClientPolicy>(row.policy) },
      createdAt: row.created_at,
    };
  }

  #content({ clientId, origin, metadata, policy, createdAt }: ClientRecord) {
    return {
      origin,
      sealed_metadata: this.#sealer.seal(JSON.stringify(metadata), metadataPlace(clientId)),
      policy: JSON.stringify(policy),
      created_at: createdAt,
    };
  }
}

function metadataPlace(clientId: string): string {
  return `clients/sealed_metadata/${clientId}`;
}
