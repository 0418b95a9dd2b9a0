import { DatabaseSync } from 'node:sqlite';

import type { RegisterTables } from '../../adapters/sql/register-database.ts';
import { databaseName, sharedPostgres } from './shared-postgres.ts';

/** Every table of a register, and what its rows are told apart by. */
const TABLES = {
  accounts: 'id',
  account_locks: 'id',
  passkeys: 'id',
  consents: 'sequence',
  authentications: 'id',
  clients: 'client_id',
  deliveries: 'id',
  signing_keys: 'kid',
  audit_events: 'sequence',
  cases: 'id',
  case_steps: 'id',
  phone_holders: 'phone_index',
  guardianships: 'id',
  pending_changes: 'id',
  notices: 'id',
  offices: 'id',
  staff: 'id',
  calendar_days: 'date',
  cursors: 'name',
} as const satisfies Readonly<Record<keyof RegisterTables, string>>;

/** Rows by table, every column as text: read past our own code. */
export type RegisterRows = Readonly<Record<string, readonly (readonly string[])[]>>;

export function sqliteRows(file: string): RegisterRows {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return Object.fromEntries(
      Object.entries(TABLES).map(([table, key]) => {
        const rows = database.prepare(`select * from ${table} order by ${key}`).all();
        return [table, rows.map(asText)];
      }),
    );
  } finally {
    database.close();
  }
}

export async function postgresRows(url: string): Promise<RegisterRows> {
  const postgres = await sharedPostgres();
  const rows = Object.entries(TABLES).map(async ([table, key]) => {
    const found = await postgres.query(`select * from ${table} order by ${key}`, databaseName(url));
    return [table, found.map(asText)] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

function asText(row: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(row)
    .map(([column, value]) => `${column}=${String(value)}`)
    .toSorted();
}
