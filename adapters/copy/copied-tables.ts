import type { RegisterTables } from '../sql/register-database.ts';

export type CopiedTable = keyof RegisterTables;

export interface CopyRule {
  /** Unique, and growing in the order in which rows are copied. */
  readonly key: 'id' | 'client_id' | 'kid' | 'sequence' | 'phone_index' | 'date' | 'name';
  /** `appended` rows are for ever what they are, `kept` ones change, `replaced` ones also go. */
  readonly rows: 'appended' | 'kept' | 'replaced';
  /** Names a row of the same table that may come later: filled in when all are there. */
  readonly later?: string;
}

/** Everything a register holds; a row comes after those it names. */
export const COPY_RULES: Readonly<Record<CopiedTable, CopyRule>> = {
  accounts: { key: 'id', rows: 'kept', later: 'guardian_id' },
  account_locks: { key: 'id', rows: 'kept' },
  passkeys: { key: 'id', rows: 'kept' },
  consents: { key: 'sequence', rows: 'appended' },
  authentications: { key: 'id', rows: 'appended' },
  clients: { key: 'client_id', rows: 'replaced' },
  deliveries: { key: 'id', rows: 'replaced' },
  signing_keys: { key: 'kid', rows: 'replaced' },
  audit_events: { key: 'sequence', rows: 'appended' },
  offices: { key: 'id', rows: 'kept' },
  staff: { key: 'id', rows: 'kept' },
  cases: { key: 'id', rows: 'kept' },
  case_steps: { key: 'id', rows: 'appended' },
  phone_holders: { key: 'phone_index', rows: 'replaced' },
  guardianships: { key: 'id', rows: 'kept' },
  pending_changes: { key: 'id', rows: 'kept' },
  notices: { key: 'id', rows: 'kept' },
  calendar_days: { key: 'date', rows: 'replaced' },
  cursors: { key: 'name', rows: 'replaced' },
};

export const COPIED_TABLES = Object.keys(COPY_RULES) as readonly CopiedTable[];

/** Of any table: what every engine can hold, sealed texts as they are. */
export type CopiedRow = Readonly<Record<string, string | number | null>>;
export type Key = string | number;
