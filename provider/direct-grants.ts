import Provider from 'oidc-provider';

import type { EphemeralStore } from '../accounts/ephemeral-store.ts';
import { createUserCodeThrottle } from '../accounts/user-code-throttle.ts';
import type { Audit } from '../audit/events.ts';
import type { Clock } from '../clock.ts';
import type { ArtefactStore } from './artefact-store.ts';
import { auditContextNow } from './audit-context.ts';
import { hardenDeviceCodes } from './device-codes.ts';
import { letDirectClientsStandAlone } from './direct-clients.ts';
import { pacePolling } from './polling.ts';

export interface DirectGrantSources {
  readonly artefacts: ArtefactStore;
  readonly ephemerals: EphemeralStore;
  readonly clock: Clock;
  readonly audit: Audit;
}

/** Logins whose tokens reach the client without a redirect: what the library does not do of them. */
export function addDirectGrants(
  provider: Provider,
  { artefacts, ephemerals, clock, audit }: DirectGrantSources,
): void {
  letDirectClientsStandAlone(provider);
  pacePolling(provider, ephemerals);
  hardenDeviceCodes(provider, {
    artefacts,
    throttle: createUserCodeThrottle({ ephemeral: ephemerals, clock }),
    onRefused: (reason) => audit.userCodeRefused(auditContextNow(), { reason }),
    async onAnswer({ error }) {
      // The relying party is told at its next poll; for us the request ends here.
      if (error !== undefined) provider.emit('authorization.error', Provider.ctx, new Error(error));
    },
  });
}
