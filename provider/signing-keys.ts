import type { Audit } from '../audit/events.ts';
import type { Clock } from '../clock.ts';
import { CannotStart } from '../errors.ts';
import type { Log } from '../log.ts';
import { keysOfRegister, keysOfSigner } from './key-source.ts';
import { watchKeys, type SigningKeys } from './key-watch.ts';
import { makeFirstKeys } from './keys.ts';
import type { Signer } from './signer.ts';
import type { SigningKeyStore } from './signing-key-store.ts';

export interface SigningKeyPlaces {
  readonly store: SigningKeyStore;
  /** In place of the store, where there is one: the private keys then never enter this process. */
  readonly signer: Signer | undefined;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Log;
}

/** The keys of this process, and the first ones of a new issuer. Rejects when they cannot be had. */
export async function openSigningKeys(places: SigningKeyPlaces): Promise<SigningKeys> {
  const { store, signer, audit, clock, log } = places;
  if (signer !== undefined) return watchSigner(signer, { clock, log });
  for (const { kid, alg, activeFrom } of await makeFirstKeys(store, clock())) {
    await audit.signingKeyMade({}, { kid, alg, activeFrom });
  }
  return watchKeys({ source: keysOfRegister(store, audit), clock, log });
}

async function watchSigner(
  signer: Signer,
  surroundings: Pick<SigningKeyPlaces, 'clock' | 'log'>,
): Promise<SigningKeys> {
  try {
    return await watchKeys({ source: keysOfSigner(signer), ...surroundings });
  } catch (cause) {
    signer.close();
    throw new CannotStart('signer: the one SENID_SIGNER names does not answer', { cause });
  }
}
