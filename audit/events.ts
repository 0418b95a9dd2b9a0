import type { Clock } from '../clock.ts';
import {
  newId,
  type AccountId,
  type AuthenticationEventId,
  type CaseId,
  type ConsentId,
  type RequestId,
} from '../ids.ts';
import type { AuditRecord, AuditStore } from './audit-store.ts';
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
  readonly caseId?: CaseId | undefined;
  /** Who acted, where it was somebody else than whose account it is: an officer, a guardian. */
  readonly actorId?: AccountId | undefined;
}

type Recorder<Data> = (context: EventContext, data: Data) => Promise<void>;

/** One function per event, each explained in `EVENT_CATALOGUE`. Resolves when the event is stored. */
export type Audit = { readonly [Name in EventName]: Recorder<EventData[Name]> };

export function createAudit(store: AuditStore, clock: Clock): Audit {
  const recorder = (name: EventName) => (context: EventContext, data: EventData[EventName]) =>
    store.append(auditRecord(name, context, data, clock()));
  const names = Object.keys(EVENT_CATALOGUE) as EventName[];
  // The catalogue has every name, and each recorder takes the data of its own.
  return Object.fromEntries(names.map((name) => [name, recorder(name)])) as unknown as Audit;
}

/** The record of an event that is written together with what it tells of (`enrolment/register-writes.ts`). */
export function auditRecord<Name extends EventName>(
  name: Name,
  context: EventContext,
  data: EventData[Name],
  now: number,
): AuditRecord {
  return {
    id: newId('aud'),
    at: now,
    type: EVENT_CATALOGUE[name].type,
    requestId: context.requestId,
    accountId: context.accountId,
    clientId: context.clientId,
    authenticationEventId: context.authenticationEventId,
    consentId: context.consentId,
    caseId: context.caseId,
    actorId: context.actorId,
    data: declaredFields(name, data),
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
