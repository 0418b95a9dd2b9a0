import type { X509Certificate } from 'node:crypto';

import type { Middleware } from 'koa';
import type Provider from 'oidc-provider';

import type { AccountStore } from '../accounts/account.ts';
import type { ApprovalNotices } from '../accounts/approval-notices.ts';
import type { Approvals } from '../accounts/approvals.ts';
import type { AuthenticationStore } from '../accounts/authentication-store.ts';
import type { EphemeralStore } from '../accounts/ephemeral-store.ts';
import type { GuardianshipStore } from '../accounts/guardianship.ts';
import type { Ledger } from '../accounts/ledger.ts';
import type { StandingStore } from '../accounts/standing.ts';
import type { Audit } from '../audit/events.ts';
import type { ClientStore } from '../clients/client.ts';
import type { Invitations } from '../clients/invitations.ts';
import type { Deliveries } from '../clients/deliveries.ts';
import { surroundingsOf } from '../clients/policy/tier-check.ts';
import type { ResourceServers } from '../clients/resource-server.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Secrets } from '../secrets.ts';
import { createAcceptance, type TellActed } from './acceptance.ts';
import { createAccountFinder } from './account.ts';
import { issueToPrincipals } from './acting.ts';
import { createAdapterFactory } from './adapter.ts';
import { createApprovalPort } from './approval-port.ts';
import type { ArtefactStore } from './artefact-store.ts';
import { createCibaHints } from './ciba-hints.ts';
import { createPingSender } from './ciba-ping.ts';
import { createBrowserSessions } from './browser-session.ts';
import { createCiba, type Ciba } from './ciba.ts';
import { createClientRegistration } from './client-registration.ts';
import { createLogoutSender, queueLogouts } from './backchannel-logout.ts';
import { createInteractionPolicy } from './checks.ts';
import { providerConfiguration, type ConfigurationParts } from './configuration.ts';
import { createDevicePages } from './device-pages.tsx';
import { addDirectGrants } from './direct-grants.ts';
import type { DeliverySenders } from './delivery-loop.ts';
import { createEventRecorder } from './events.ts';
import { createFactLoader } from './facts.ts';
import { createGrantLoader } from './grants.ts';
import { hardenLibrary } from './harden-library.ts';
import { createInteractionPort } from './interaction-port.ts';
import type { SigningKeys } from './key-watch.ts';
import { livePorts } from './live-ports.ts';
import { guarded } from './protocol-error.ts';
import type { ProviderPages } from './pages.tsx';
import { createLogoutForms } from './logout-forms.ts';
import { createPairwiseSubject, type PairwiseSubject } from './pairwise.ts';
import type { ApprovalPort, InteractionPort, SessionPort } from './port.ts';
import { createSuccessorOf, placeTogether } from './places.ts';
import { createPostedRequests } from './posted-requests.ts';
import { createReassessment } from './reassessment.ts';
import { providerMaker } from './response-modes.ts';
import { createStandingReader } from './standings.ts';
import { createTokenPolicy } from './token-policy.ts';
import { attachWatch, type ProviderWatch } from './watch.ts';

export interface ProviderDependencies {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly artefacts: ArtefactStore;
  readonly ephemerals: EphemeralStore;
  readonly keys: SigningKeys;
  readonly accounts: AccountStore;
  readonly approvals: Approvals;
  readonly notices: ApprovalNotices;
  readonly tellActed: TellActed;
  readonly standings: StandingStore;
  readonly guardianships: Pick<GuardianshipStore, 'find'>;
  readonly authentications: AuthenticationStore;
  readonly clients: ClientStore;
  readonly resources: ResourceServers;
  readonly invitations: Invitations;
  readonly ledger: Ledger;
  readonly audit: Audit;
  readonly pages: ProviderPages;
  readonly log: Log;
  /** Whose certificates may name a client (RFC 8705). */
  readonly clientAuthorities: readonly X509Certificate[];
  readonly watch?: ProviderWatch | undefined;
  readonly deliveries: Deliveries;
  /** For whatever is asked of, or sent to, addresses of relying parties: the egress door. */
  readonly fetch: typeof globalThis.fetch;
}

export interface RunningProvider {
  /** The library as it is now: another one takes its place when the signing keys change. */
  readonly current: () => Provider;
  readonly port: InteractionPort;
  readonly approvals: ApprovalPort;
  readonly sessions: SessionPort;
  readonly recordEvents: Middleware;
  /** In front of the library. */
  readonly postedRequests: Middleware;
  /** Around the library: pages of its own that are not ours. */
  readonly logoutForms: Middleware;
  /** For whoever delivers what was handed in. */
  readonly senders: DeliverySenders;
}

export function createProvider(deps: ProviderDependencies): RunningProvider {
  const { config, secrets, clock, audit } = deps;
  const recorder = createEventRecorder(audit, deps.ledger, deps.log);
  const successorOf = createSuccessorOf(secrets.derive('refresh-successor'));
  const subjectFor = createPairwiseSubject(secrets.derive('pairwise-subject'));
  const standingOf = createStandingReader(deps);
  const sources = { ...deps, standingOf, subjectFor };
  const surroundings = surroundingsOf(config);
  const newProvider = providerMaker(deps.pages.formPost);
  const registration = createClientRegistration({ ...deps, surroundings, now: clock });
  const loadFacts = guarded(createFactLoader(sources));
  const accept = guarded(createAcceptance(deps, clock));
  const parts: Omit<ConfigurationParts, 'keys'> = {
    config,
    secrets,
    registration,
    mutualTls: { enabled: surroundings.mutualTls, authorities: deps.clientAuthorities },
    adapter: createAdapterFactory({
      artefacts: deps.artefacts,
      clients: deps.clients,
      registration,
      surroundings,
      now: clock,
      onReplay(model) {
        deps.log.warn('artefact.replayed', { model });
        deps.watch?.replay(model, 'refused');
      },
      successorOf,
    }),
    findAccount: guarded(createAccountFinder(sources, createReassessment(deps))),
    policy: createInteractionPolicy(loadFacts, accept, subjectFor),
    loadExistingGrant: guarded(createGrantLoader(standingOf, clock)),
    subjectFor,
    pages: deps.pages,
    devicePages: createDevicePages(deps.clients, surroundings.sandbox),
    ciba: cibaOf(deps, subjectFor),
    tokens: createTokenPolicy(sources),
    resources: deps.resources,
    fetch: deps.fetch,
  };

  // The library's keys are fixed when it is made, which takes a millisecond; everything it knows is in the stores.
  const build = () => {
    const configuration = providerConfiguration({ ...parts, keys: deps.keys.published });
    const provider = newProvider(config.issuer, configuration);
    hardenLibrary(provider, deps.artefacts);
    placeTogether(provider, successorOf);
    issueToPrincipals(provider);
    addDirectGrants(provider, deps);
    queueLogouts(provider, deps.deliveries);
    recorder.attach(provider);
    if (deps.watch !== undefined) attachWatch(provider, deps.watch);
    return builtOf(provider, { ...deps, subjectFor });
  };
  let running = build();
  deps.keys.onChange(() => (running = build()));

  return {
    current: () => running.provider,
    ...livePorts(() => running),
    recordEvents: recorder.middleware,
    postedRequests: createPostedRequests(deps),
    logoutForms: createLogoutForms(deps.pages.formPost),
    senders: sendersOf(() => running.provider, deps.fetch, subjectFor),
  };
}

function cibaOf(deps: ProviderDependencies, subjectFor: PairwiseSubject): Ciba {
  const key = deps.secrets.derive('ciba-nobody');
  return createCiba({ ...deps, hints: createCibaHints({ ...deps, subjectFor, key }) });
}

function builtOf(
  provider: Provider,
  sources: ProviderDependencies & { readonly subjectFor: PairwiseSubject },
) {
  return {
    provider,
    port: createInteractionPort(provider, sources),
    approvals: createApprovalPort(provider, sources),
    sessions: createBrowserSessions(provider, sources.ledger, sources.audit),
  };
}

function sendersOf(
  current: () => Provider,
  fetch: typeof globalThis.fetch,
  subjectFor: PairwiseSubject,
): DeliverySenders {
  return {
    'backchannel-logout': createLogoutSender(current, fetch, subjectFor),
    'ciba-ping': createPingSender(current, fetch),
  };
}
