import * as jose from 'jose';

import type { SigningKey, SigningKeyStore } from './signing-key-store.ts';

/** ES256 first: the library signs with the first key that fits. RS256 is kept for clients that ask for it. */
export const SIGNING_ALGORITHMS = ['ES256', 'EdDSA', 'PS256', 'RS256'] as const;

export async function newSigningKey(
  alg: string,
  { createdAt, activeFrom }: Pick<SigningKey, 'createdAt' | 'activeFrom'>,
): Promise<SigningKey> {
  for (;;) {
    const { privateKey } = await jose.generateKeyPair(alg, { extractable: true });
    const jwk = await jose.exportJWK(privateKey);
    const kid = await jose.calculateJwkThumbprint(jwk);
    // On a command line it would be an option.
    if (kid.startsWith('-')) continue;
    return { kid, alg, createdAt, activeFrom, jwk: { ...jwk, kid, alg, use: 'sig' } };
  }
}

/**
 * One key for each algorithm that has none; several processes that start at once agree on them. Nobody has keys of this
 * issuer in a cache yet, so these sign at once. Returns what was made here.
 */
export async function makeFirstKeys(
  store: SigningKeyStore,
  now: number,
): Promise<readonly SigningKey[]> {
  const known = new Set((await store.records()).map(({ alg }) => alg));
  const made: SigningKey[] = [];
  for (const alg of SIGNING_ALGORITHMS) {
    if (known.has(alg)) continue;
    const key = await newSigningKey(alg, { createdAt: now, activeFrom: now });
    if (await store.insertFirst(key)) made.push(key);
  }
  return made;
}
