import Provider from 'oidc-provider';

import type { ArtefactStore } from './artefact-store.ts';
import { PROOF_REMEMBERED_SECONDS } from './dpop.ts';
import { asProtocolError } from './protocol-error.ts';

/**
 * What takes the place of the library's `ReplayDetection.unique`, which finds and then saves: one step of the store, won by
 * one of any number of parallel requests. Client assertions and DPoP proofs both come here with the client and their `jti`,
 * and have nothing else in common: the same `jti` in both is no replay.
 */
export function rememberOnce(artefacts: ArtefactStore) {
  const authenticated = new WeakSet<object>();
  return (clientId: string, jti: string, exp: number): Promise<boolean> => {
    const oidc = Provider.ctx?.oidc;
    // In one request the assertion is looked at once, and before anything else.
    const assertion = oidc?.params?.['client_assertion'] !== undefined && !authenticated.has(oidc);
    if (assertion) {
      authenticated.add(oidc);
      const seconds = Math.max(1, exp - Math.floor(Date.now() / 1000));
      return asProtocolError(artefacts.remember(`client-assertion ${clientId}`, jti, seconds));
    }
    return asProtocolError(
      artefacts.remember(`dpop-proof ${clientId}`, jti, PROOF_REMEMBERED_SECONDS),
    );
  };
}
