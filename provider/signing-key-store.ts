import type { JWK } from 'jose';

/**
 * When a key signs, without what signs. All nodes read off these times and their clock what a key is now
 * (`key-states.ts`), and need not tell each other. Times are epoch ms.
 */
export interface KeyRecord {
  /** Its thumbprint (RFC 7638). */
  readonly kid: string;
  readonly alg: string;
  readonly createdAt: number;
  /** From now on it signs, until another key of the same algorithm does. */
  readonly activeFrom: number;
}

/** A private signing key. */
export interface SigningKey extends KeyRecord {
  readonly jwk: JWK;
}

/** Private signing keys, sealed. Keys of one algorithm are a chain: each but the first follows another. */
export interface SigningKeyStore {
  /** Cheap: it is asked for every second. Oldest first. */
  records(): Promise<readonly KeyRecord[]>;
  /** Oldest first. */
  list(): Promise<readonly SigningKey[]>;
  /** Of parallel callers with the same `alg` on an empty store exactly one inserts; true for that one. */
  insertFirst(key: SigningKey): Promise<boolean>;
  /** Of parallel callers with the same `predecessor` (a kid) exactly one inserts; true for that one. */
  insertAfter(predecessor: string, key: SigningKey): Promise<boolean>;
  /** Only ever to an earlier time; true when it was later. */
  bringForward(kid: string, activeFrom: number): Promise<boolean>;
  /** The private part is gone for good. Of parallel callers exactly one removes; true for that one. */
  remove(kid: string): Promise<boolean>;
}
