import * as jose from 'jose';
import type { JWK } from 'jose';

import type { Clock } from '../clock.ts';
import type { SigningKeyStore } from './signing-key-store.ts';

/** ES256 first: the library signs with the first key that fits. RS256 is kept for clients that ask for it. */
export const SIGNING_ALGORITHMS = ['ES256', 'EdDSA', 'PS256', 'RS256'] as const;

/** The private keys, made on the first start; several processes starting at once agree on one key for each algorithm. */
export async function loadSigningKeys(store: SigningKeyStore, clock: Clock): Promise<JWK[]> {
  const known = new Set((await store.list()).map(({ alg }) => alg));
  for (const alg of SIGNING_ALGORITHMS) {
    if (!known.has(alg)) await store.insertFirst(await generate(alg, clock()));
  }
  const keys = await store.list();
  const order = (alg: string) => SIGNING_ALGORITHMS.findIndex((each) => each === alg);
  return keys.toSorted((a, b) => order(a.alg) - order(b.alg)).map(({ jwk }) => jwk);
}

async function generate(alg: string, createdAt: number) {
  const { privateKey } = await jose.generateKeyPair(alg, { extractable: true });
  const jwk = await jose.exportJWK(privateKey);
  const kid = await jose.calculateJwkThumbprint(jwk);
  return { kid, alg, createdAt, jwk: { ...jwk, kid, alg, use: 'sig' } };
}
