import Provider from 'oidc-provider';

import type { Approvals } from '../accounts/approvals.ts';
import type { EphemeralStore } from '../accounts/ephemeral-store.ts';
import { createUserCodeThrottle } from '../accounts/user-code-throttle.ts';
import type { Audit } from '../audit/events.ts';
import type { Deliveries } from '../clients/deliveries.ts';
import type { Clock } from '../clock.ts';
import type { ArtefactStore } from './artefact-store.ts';
import { answerApproval } from './approval-answers.ts';
import { auditContextNow } from './audit-context.ts';
import { queuePings } from './ciba-ping.ts';
import { approvalOf, hardenDeviceCodes } from './device-codes.ts';
import { letDirectClientsStandAlone } from './direct-clients.ts';
import { pacePolling } from './polling.ts';

export interface DirectGrantSources {
  readonly artefacts: ArtefactStore;
  readonly ephemerals: EphemeralStore;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly approvals: Approvals;
  readonly deliveries: Deliveries;
}

/** Logins whose tokens reach the client without a redirect: what the library does not do of them. */
export function addDirectGrants(
  provider: Provider,
  { artefacts, ephemerals, clock, audit, approvals, deliveries }: DirectGrantSources,
): void {
  letDirectClientsStandAlone(provider);
  pacePolling(provider, ephemerals);
  queuePings(provider, deliveries);
  hardenDeviceCodes(provider, {
    artefacts,
    throttle: createUserCodeThrottle({ ephemeral: ephemerals, clock }),
    onRefused: (reason) => audit.userCodeRefused(auditContextNow(), { reason }),
    async onAnswer(code) {
      if (approvalOf(code) !== undefined)
        await answerApproval(provider, code, { approvals, audit });
      // The relying party is told at its next poll; for us the request ends here.
      if (code.error !== undefined) {
        provider.emit('authorization.error', Provider.ctx, new Error(code.error));
      }
    },
  });
}
