import type { AuditRecord, AuditStore } from '../../audit/audit-store.ts';
import { parseJson } from './columns.ts';
import { GroupedInserts } from './grouped-inserts.ts';
import type { NewRow, RegisterDatabase, Row } from './register-database.ts';
import { createInsert } from './statement.ts';

const COLUMNS = [
  'id',
  'at',
  'type',
  'request_id',
  'account_id',
  'client_id',
  'authentication_event_id',
  'consent_id',
  'case_id',
  'actor_id',
  'data',
] as const;

export class SqlAuditStore implements AuditStore {
  readonly #db: RegisterDatabase;
  readonly #inserts: GroupedInserts<NewRow<'audit_events'>>;

  constructor(db: RegisterDatabase) {
    this.#db = db;
    this.#inserts = new GroupedInserts(createInsert(db, 'audit_events', COLUMNS));
  }

  append(record: AuditRecord): Promise<void> {
    return this.#inserts.add(auditRow(record));
  }

  /** Resolves when everything appended before is stored. */
  settled(): Promise<void> {
    return this.#inserts.settled();
  }

  async list(filter: Parameters<AuditStore['list']>[0]): Promise<readonly AuditRecord[]> {
    const { accountId, clientId, caseId, type, limit } = filter;
    let query = this.#db.selectFrom('audit_events').selectAll();
    if (accountId !== undefined) query = query.where('account_id', '=', accountId);
    if (clientId !== undefined) query = query.where('client_id', '=', clientId);
    if (caseId !== undefined) query = query.where('case_id', '=', caseId);
    if (type !== undefined) query = query.where('type', '=', type);
    const rows = await query.orderBy('sequence', 'desc').limit(limit).execute();
    return rows.map(fromRow);
  }
}

export function auditRow(record: AuditRecord): NewRow<'audit_events'> {
  return {
    id: record.id,
    at: record.at,
    type: record.type,
    request_id: record.requestId ?? null,
    account_id: record.accountId ?? null,
    client_id: record.clientId ?? null,
    authentication_event_id: record.authenticationEventId ?? null,
    consent_id: record.consentId ?? null,
    case_id: record.caseId ?? null,
    actor_id: record.actorId ?? null,
    data: JSON.stringify(record.data),
  };
}

function fromRow(row: Row<'audit_events'>): AuditRecord {
  return {
    id: row.id,
    at: row.at,
    type: row.type,
    requestId: row.request_id ?? undefined,
    accountId: row.account_id ?? undefined,
    clientId: row.client_id ?? undefined,
    authenticationEventId: row.authentication_event_id ?? undefined,
    consentId: row.consent_id ?? undefined,
    caseId: row.case_id ?? undefined,
    actorId: row.actor_id ?? undefined,
    data: parseJson(row.data),
  };
}
