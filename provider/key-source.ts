import { createPublicKey, type KeyObject } from 'node:crypto';

import type { JWK } from 'jose';
import { ExternalSigningKey } from 'oidc-provider';

import type { Audit } from '../audit/events.ts';
import { asProtocolError } from './protocol-error.ts';
import type { PublicKey, Signer } from './signer.ts';
import type { KeyRecord, SigningKeyStore } from './signing-key-store.ts';

/** A key in the form the library signs with and publishes. */
export type LibraryKey = JWK | ExternalSigningKey;

/** Where this process gets its signing keys from. */
export interface KeySource {
  records(): Promise<readonly KeyRecord[]>;
  /** By kid. */
  open(): Promise<ReadonlyMap<string, LibraryKey>>;
  /** Nothing it signed is good any more. */
  erase(key: KeyRecord): Promise<void>;
  /** False while nothing can be signed. */
  readonly available: boolean;
  /** Twice is fine. */
  close(): void;
}

/** Keys of the register: this process opens them and signs by itself. */
export function keysOfRegister(store: SigningKeyStore, audit: Audit): KeySource {
  return {
    records: () => store.records(),
    open: async () => new Map((await store.list()).map(({ kid, jwk }) => [kid, jwk])),
    async erase({ kid }) {
      if (await store.remove(kid)) {
        await audit.signingKeyRemoved({}, { kid, reason: 'expired', successor: undefined });
      }
    },
    available: true,
    close() {},
  };
}

/** Keys of a signer: this process has their public parts. The signer erases them by itself. */
export function keysOfSigner(signer: Signer): KeySource {
  return {
    records: () => signer.records(),
    open: async () =>
      new Map((await signer.publicKeys()).map((key) => [key.kid, new RemoteKey(key, signer)])),
    erase: async () => {},
    get available() {
      return signer.available;
    },
    close: () => signer.close(),
  };
}

class RemoteKey extends ExternalSigningKey {
  readonly #record: KeyRecord;
  readonly #publicKey: KeyObject;
  readonly #signer: Signer;

  constructor({ publicJwk, ...record }: PublicKey, signer: Signer) {
    super();
    this.#record = record;
    this.#publicKey = createPublicKey({ key: publicJwk, format: 'jwk' });
    this.#signer = signer;
  }

  override get kid(): string {
    return this.#record.kid;
  }

  override get alg(): string {
    return this.#record.alg;
  }

  override keyObject(): KeyObject {
    return this.#publicKey;
  }

  override async sign(data: Uint8Array): Promise<Uint8Array> {
    return asProtocolError(this.#signer.sign(this.kid, data));
  }
}
