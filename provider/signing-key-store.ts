import type { JWK } from 'jose';

/** Private signing keys, sealed in the register. */
export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly jwk: JWK;
  readonly createdAt: number;
}

export interface SigningKeyStore {
  /** Oldest first. */
  list(): Promise<readonly SigningKey[]>;
  /** Of parallel callers with the same `alg` on an empty store exactly one inserts; true for that one. */
  insertFirst(key: SigningKey): Promise<boolean>;
}
