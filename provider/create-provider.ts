import type { Middleware } from 'koa';
import Provider from 'oidc-provider';

import type { AccountStore } from '../accounts/account.ts';
import type { AuthenticationStore } from '../accounts/authentication-store.ts';
import type { ConsentStore } from '../accounts/consent.ts';
import type { Ledger } from '../accounts/ledger.ts';
import type { PasskeyStore } from '../accounts/passkey-store.ts';
import type { Audit } from '../audit/events.ts';
import type { ClientStore } from '../clients/client.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Secrets } from '../secrets.ts';
import { createAcceptance } from './acceptance.ts';
import { createAccountFinder } from './account.ts';
import { createAdapterFactory } from './adapter.ts';
import type { ArtefactStore } from './artefact-store.ts';
import { createInteractionPolicy } from './checks.ts';
import { providerConfiguration } from './configuration.ts';
import { createEventRecorder } from './events.ts';
import { createFactLoader } from './facts.ts';
import { createGrantLoader } from './grants.ts';
import { hardenLibrary } from './harden-library.ts';
import { createInteractionPort } from './interaction-port.ts';
import { loadSigningKeys } from './keys.ts';
import { guarded } from './protocol-error.ts';
import type { ProviderPages } from './pages.tsx';
import { createPairwiseSubject } from './pairwise.ts';
import type { InteractionPort } from './port.ts';
import { createSuccessorOf, placeTogether } from './places.ts';
import { createReassessment } from './reassessment.ts';
import type { SigningKeyStore } from './signing-key-store.ts';
import { createTokenPolicy } from './token-policy.ts';

export interface ProviderDependencies {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly artefacts: ArtefactStore;
  readonly signingKeys: SigningKeyStore;
  readonly accounts: AccountStore;
  readonly passkeys: PasskeyStore;
  readonly consents: ConsentStore;
  readonly authentications: AuthenticationStore;
  readonly clients: ClientStore;
  readonly ledger: Ledger;
  readonly audit: Audit;
  readonly pages: ProviderPages;
  readonly log: Log;
  /** For fetching client documents; the library's own, closed to private addresses, when absent. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

export async function createProvider(
  deps: ProviderDependencies,
): Promise<{ provider: Provider; port: InteractionPort; recordEvents: Middleware }> {
  const { config, secrets, clock, audit } = deps;
  const recorder = createEventRecorder(audit, deps.ledger, deps.log);
  const successorOf = createSuccessorOf(secrets.derive('refresh-successor'));
  const subjectFor = createPairwiseSubject(secrets.derive('pairwise-subject'));
  const loadFacts = guarded(createFactLoader(deps));
  const accept = guarded(createAcceptance(deps.authentications, audit, clock));
  const provider = new Provider(
    config.issuer,
    providerConfiguration({
      config,
      secrets,
      keys: await loadSigningKeys(deps.signingKeys, clock),
      adapter: createAdapterFactory({
        artefacts: deps.artefacts,
        clients: deps.clients,
        now: clock,
        onReplay: (model) => deps.log.warn('artefact.replayed', { model }),
        successorOf,
      }),
      findAccount: guarded(createAccountFinder(deps, createReassessment(deps))),
      policy: createInteractionPolicy(loadFacts, accept, subjectFor),
      loadExistingGrant: guarded(createGrantLoader(deps.consents, clock)),
      subjectFor,
      pages: deps.pages,
      tokens: createTokenPolicy(deps.accounts, clock),
      fetch: deps.fetch,
    }),
  );
  hardenLibrary(provider, deps.artefacts);
  placeTogether(provider, successorOf);
  recorder.attach(provider);
  return {
    provider,
    port: createInteractionPort(provider, { ...deps, subjectFor }),
    recordEvents: recorder.middleware,
  };
}
