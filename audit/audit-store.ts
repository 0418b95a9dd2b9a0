import type {
  AccountId,
  AuditEventId,
  AuthenticationEventId,
  CaseId,
  ConsentId,
  RequestId,
} from '../ids.ts';

/** One thing that happened. Never holds an identification number, a secret, a code or a token. */
export interface AuditRecord {
  readonly id: AuditEventId;
  readonly at: number;
  /** e.g. `authentication.succeeded`; the catalogue is `audit/events.ts`. */
  readonly type: string;
  readonly requestId: RequestId | undefined;
  readonly accountId: AccountId | undefined;
  readonly clientId: string | undefined;
  readonly authenticationEventId: AuthenticationEventId | undefined;
  readonly consentId: ConsentId | undefined;
  readonly caseId: CaseId | undefined;
  /** Who acted, where it was somebody else than whose account it is. */
  readonly actorId: AccountId | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Append-only: no engine offers an update or a delete of it, the tables refuse both. */
export interface AuditStore {
  append(record: AuditRecord): Promise<void>;
  /** Newest first. */
  list(filter: {
    accountId?: AccountId;
    clientId?: string;
    caseId?: CaseId;
    type?: string;
    limit: number;
  }): Promise<readonly AuditRecord[]>;
}
