import type { KeyRecord, SigningKey, SigningKeyStore } from '../../provider/signing-key-store.ts';
import type { Sealer } from '../sealing.ts';
import { parseJson } from './columns.ts';
import type { NewRow, RegisterDatabase, Row } from './register-database.ts';

export class SqlSigningKeyStore implements SigningKeyStore {
  readonly #db: RegisterDatabase;
  readonly #sealer: Sealer;

  constructor(db: RegisterDatabase, sealer: Sealer) {
    this.#db = db;
    this.#sealer = sealer;
  }

  async records(): Promise<readonly KeyRecord[]> {
    const columns = ['kid', 'alg', 'created_at', 'active_from'] as const;
    const query = this.#db.selectFrom('signing_keys').select(columns);
    return (await query.orderBy('created_at').orderBy('kid').execute()).map(recordOf);
  }

  async list(): Promise<readonly SigningKey[]> {
    const query = this.#db.selectFrom('signing_keys').selectAll();
    const rows = await query.orderBy('created_at').orderBy('kid').execute();
    return rows.map((row) => ({
      ...recordOf(row),
      jwk: parseJson(this.#sealer.open(row.sealed_jwk, jwkPlace(row.kid))),
    }));
  }

  async insertFirst(key: SigningKey): Promise<boolean> {
    const inserted = await this.#db
      .insertInto('signing_keys')
      .values({ ...this.#rowOf(key), first_of_alg: key.alg })
      .onConflict((conflict) => conflict.column('first_of_alg').doNothing())
      .returning('kid')
      .executeTakeFirst();
    return inserted !== undefined;
  }

  async insertAfter(predecessor: string, key: SigningKey): Promise<boolean> {
    const inserted = await this.#db
      .insertInto('signing_keys')
      .values({ ...this.#rowOf(key), follows: predecessor })
      .onConflict((conflict) => conflict.column('follows').doNothing())
      .returning('kid')
      .executeTakeFirst();
    return inserted !== undefined;
  }

  async bringForward(kid: string, activeFrom: number): Promise<boolean> {
    const changed = await this.#db
      .updateTable('signing_keys')
      .set({ active_from: activeFrom })
      .where('kid', '=', kid)
      .where('active_from', '>', activeFrom)
      .returning('kid')
      .executeTakeFirst();
    return changed !== undefined;
  }

  async remove(kid: string): Promise<boolean> {
    const query = this.#db.deleteFrom('signing_keys').where('kid', '=', kid);
    return (await query.returning('kid').executeTakeFirst()) !== undefined;
  }

  #rowOf({ kid, alg, jwk, createdAt, activeFrom }: SigningKey): NewRow<'signing_keys'> {
    return {
      kid,
      alg,
      sealed_jwk: this.#sealer.seal(JSON.stringify(jwk), jwkPlace(kid)),
      created_at: createdAt,
      active_from: activeFrom,
    };
  }
}

type Times = Pick<Row<'signing_keys'>, 'kid' | 'alg' | 'created_at' | 'active_from'>;

function recordOf({ kid, alg, created_at: createdAt, active_from }: Times): KeyRecord {
  // A program from before there were times signs with a key as soon as it is there.
  return { kid, alg, createdAt, activeFrom: active_from ?? createdAt };
}

function jwkPlace(kid: string): string {
  return `signing_keys/sealed_jwk/${kid}`;
}
