import type { Clock } from '../clock.ts';
import {
  newId,
  type AccountId,
  type AuthenticationEventId,
  type ConsentId,
  type RequestId,
} from '../ids.ts';
import type { AuditStore } from './audit-store.ts';
import { EVENT_CATALOGUE } from './event-catalogue.ts';
import type { EventData, EventName } from './event-data.ts';

export { EVENT_CATALOGUE };

/** What is known of the surroundings of an event; common to all of them. */
export interface EventContext {
  readonly requestId?: RequestId | undefined;
  readonly accountId?: AccountId | undefined;
  readonly clientId?: string | undefined;
  readonly authenticationEventId?: AuthenticationEventId | undefined;
  readonly consentId?: ConsentId | undefined;
}

type Recorder<Data> = (context: EventContext, data: Data) => Promise<void>;

/** One function per event, each explained in `EVENT_CATALOGUE`. Resolves when the event is stored. */
export type Audit = { readonly [Name in EventName]: Recorder<EventData[Name]> };

export function createAudit(store: AuditStore, clock: Clock): Audit {
  const event =
    <Name extends EventName>(name: Name): Recorder<EventData[Name]> =>
    (context, data) =>
      store.append({
        id: newId('aud'),
        at: clock(),
        type: EVENT_CATALOGUE[name].type,
        requestId: context.requestId,
        accountId: context.accountId,
        clientId: context.clientId,
        authenticationEventId: context.authenticationEventId,
        consentId: context.consentId,
        data: declaredFields(name, data),
      });

  return {
    signInRefused: event('signInRefused'),
    factorVerified: event('factorVerified'),
    factorRefused: event('factorRefused'),
    oneTimeCodeSent: event('oneTimeCodeSent'),
    passkeyAdded: event('passkeyAdded'),
    passkeyRemoved: event('passkeyRemoved'),
    accountStateShown: event('accountStateShown'),
    levelUnreachable: event('levelUnreachable'),
    sessionSwitched: event('sessionSwitched'),
    authenticationSucceeded: event('authenticationSucceeded'),
    authorizationRefused: event('authorizationRefused'),
    loggedOut: event('loggedOut'),
    consentGranted: event('consentGranted'),
    consentDeclined: event('consentDeclined'),
    consentWithdrawn: event('consentWithdrawn'),
    claimsDisclosed: event('claimsDisclosed'),
    tokensIssued: event('tokensIssued'),
    tokenRefreshed: event('tokenRefreshed'),
    refreshRefused: event('refreshRefused'),
    artefactReplayed: event('artefactReplayed'),
    grantRevoked: event('grantRevoked'),
    userCodeRefused: event('userCodeRefused'),
    approvalRequested: event('approvalRequested'),
    approvalAnswered: event('approvalAnswered'),
    deliveryEnded: event('deliveryEnded'),
    clientRegistered: event('clientRegistered'),
    clientUpdated: event('clientUpdated'),
    clientRemoved: event('clientRemoved'),
    clientInvited: event('clientInvited'),
    signingKeyMade: event('signingKeyMade'),
    signingKeySuperseded: event('signingKeySuperseded'),
    signingKeyRemoved: event('signingKeyRemoved'),
    accountLocked: event('accountLocked'),
    accountUnlocked: event('accountUnlocked'),
    personasSeeded: event('personasSeeded'),
  };
}

/** An object passed on with more in it than its type says leaves no trace of the surplus. */
function declaredFields<Name extends EventName>(
  name: Name,
  data: EventData[Name],
): Readonly<Record<string, unknown>> {
  const { fields } = EVENT_CATALOGUE[name];
  return Object.fromEntries(
    Object.entries(data).filter(
      ([field, value]) => Object.hasOwn(fields, field) && value !== undefined,
    ),
  );
}
