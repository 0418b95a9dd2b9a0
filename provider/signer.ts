import type { JWK } from 'jose';

import type { KeyKeeper } from './key-keeper.ts';
import type { KeyRecord } from './signing-key-store.ts';

/** A key whose private part this process never sees. */
export interface PublicKey extends KeyRecord {
  readonly publicJwk: JWK;
}

/**
 * Keeps the private keys outside this process, and signs with them: a program of its own, a key management service, a
 * module of hardware. Every method rejects with `StoreUnavailable` when it does not answer in time.
 */
export interface Signer extends KeyKeeper {
  /** With their times, from which this process reads which of them signs now. */
  publicKeys(): Promise<readonly PublicKey[]>;
  /** JWS signature (RFC 7515, section 5.1) of `data` by the key, with the key's algorithm. */
  sign(kid: string, data: Uint8Array): Promise<Uint8Array>;
  /** False while it is known not to answer: what would need a signature is then not begun. */
  readonly available: boolean;
  close(): void;
}
