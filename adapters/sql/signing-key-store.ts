import type { SigningKey, SigningKeyStore } from '../../provider/signing-key-store.ts';
import type { Sealer } from '../sealing.ts';
import { parseJson } from './columns.ts';
import type { RegisterDatabase } from './register-database.ts';

export class SqlSigningKeyStore implements SigningKeyStore {
  readonly #db: RegisterDatabase;
  readonly #sealer: Sealer;

  constructor(db: RegisterDatabase, sealer: Sealer) {
    this.#db = db;
    this.#sealer = sealer;
  }

  async list(): Promise<readonly SigningKey[]> {
    const query = this.#db.selectFrom('signing_keys').selectAll();
    const rows = await query.orderBy('created_at').orderBy('kid').execute();
    return rows.map((row) => ({
      kid: row.kid,
      alg: row.alg,
      jwk: parseJson(this.#sealer.open(row.sealed_jwk, jwkPlace(row.kid))),
      createdAt: row.created_at,
    }));
  }

  async insertFirst(key: SigningKey): Promise<boolean> {
    const inserted = await this.#db
      .insertInto('signing_keys')
      .values({
        kid: key.kid,
        alg: key.alg,
        first_of_alg: key.alg,
        sealed_jwk: this.#sealer.seal(JSON.stringify(key.jwk), jwkPlace(key.kid)),
        created_at: key.createdAt,
      })
      .onConflict((conflict) => conflict.column('first_of_alg').doNothing())
      .returning('kid')
      .executeTakeFirst();
    return inserted !== undefined;
  }
}

function jwkPlace(kid: string): string {
  return `signing_keys/sealed_jwk/${kid}`;
}
