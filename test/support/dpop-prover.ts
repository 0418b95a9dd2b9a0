import { createHash, randomUUID } from 'node:crypto';

import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTHeaderParameters,
} from 'jose';

export interface ProofOf {
  readonly htm: string;
  readonly htu: string;
  readonly nonce?: string | undefined;
  /** With which it is presented. */
  readonly accessToken?: string;
}

/** A key of DPoP (RFC 9449), whose proofs can be as wrong as a test needs them. */
export class DpopProver {
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
  readonly alg: string;

  private constructor(parts: Pick<DpopProver, 'privateKey' | 'publicJwk' | 'privateJwk' | 'alg'>) {
    this.privateKey = parts.privateKey;
    this.publicJwk = parts.publicJwk;
    this.privateJwk = parts.privateJwk;
    this.alg = parts.alg;
  }

  static async create(alg = 'ES256'): Promise<DpopProver> {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const [publicJwk, privateJwk] = [await exportJWK(publicKey), await exportJWK(privateKey)];
    return new DpopProver({ privateKey, publicJwk, privateJwk, alg });
  }

  thumbprint(): Promise<string> {
    return calculateJwkThumbprint(this.publicJwk);
  }

  /** `undefined` among the changes takes a member away. */
  proof(
    { htm, htu, nonce, accessToken }: ProofOf,
    change: {
      readonly header?: Readonly<Record<string, unknown>>;
      readonly claims?: Readonly<Record<string, unknown>>;
    } = {},
  ): Promise<string> {
    const ath =
      accessToken === undefined
        ? undefined
        : createHash('sha256').update(accessToken).digest('base64url');
    const claims = {
      jti: randomUUID(),
      htm,
      htu,
      iat: Math.floor(Date.now() / 1000),
      nonce,
      ath,
      ...change.claims,
    };
    const header: JWTHeaderParameters = {
      alg: this.alg,
      typ: 'dpop+jwt',
      jwk: this.publicJwk,
      ...change.header,
    };
    return new SignJWT(claims).setProtectedHeader(header).sign(this.privateKey);
  }
}
