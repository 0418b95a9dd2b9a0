import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

import type { SchemaDialect } from '../schema-dialect.ts';
import { addAccountId, createIndex } from './parts-of-tables.ts';
import { claimPhones } from './claim-phones.ts';

type Database = Kysely<unknown>;

/** How people get, keep and lose an account. Expands: older programs know nothing of it. */
export function enrolment(dialect: SchemaDialect): Migration {
  return {
    async up(db: Database) {
      await widenWhatIsThere(db);
      await createCases(db);
      await dialect.makeAppendOnly(db, 'case_steps');
      await createPeople(db);
      await createNotices(db);
      await createOffices(db);
      await createDaysAndCursors(db);
    },
  };
}

async function widenWhatIsThere(db: Database): Promise<void> {
  await db.schema
    .alterTable('accounts')
    .addColumn('version', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  for (const [table, column, type] of [
    ['accounts', 'ends_on', 'text'],
    ['accounts', 'proofed_at', 'bigint'],
    ['accounts', 'cool_down_until', 'bigint'],
    ['accounts', 'signed_out_at', 'bigint'],
    ['accounts', 'locale', 'text'],
    ['account_locks', 'requester', 'text'],
    ['account_locks', 'case_id', 'text'],
    ['account_locks', 'sealed_details', 'text'],
    ['audit_events', 'case_id', 'text'],
    ['audit_events', 'actor_id', 'text'],
  ] as const) {
    await db.schema.alterTable(table).addColumn(column, type).execute();
  }
  await createIndex(db, 'accounts', ['ends_on', 'id']);
  await createIndex(db, 'audit_events', ['case_id', 'sequence']);
}

async function createCases(db: Database): Promise<void> {
  await db.schema
    .createTable('cases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('office_id', 'text')
    .addColumn('received_by', 'text')
    .addColumn('applicant_index', 'text')
    .addColumn('account_id', 'text', (column) => column.references('accounts.id'))
    .addColumn('guardian_id', 'text', (column) => column.references('accounts.id'))
    .addColumn('open_key', 'text', (column) => column.unique())
    .addColumn('sealed_summary', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('next_at', 'bigint')
    .addColumn('closed_at', 'bigint')
    .execute();
  for (const columns of [
    ['office_id', 'status', 'due_at'],
    ['received_by', 'status', 'due_at'],
    ['status', 'due_at'],
    ['applicant_index'],
    ['account_id'],
    ['guardian_id'],
    ['next_at'],
  ]) {
    await createIndex(db, 'cases', columns);
  }
  await db.schema
    .createTable('case_steps')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('sealed_data', 'text', (column) => column.notNull())
    .execute();
}

async function createPeople(db: Database): Promise<void> {
  await db.schema
    .createTable('phone_holders')
    .addColumn('phone_index', 'text', (column) => column.primaryKey())
    .$call(addAccountId)
    .addColumn('since', 'bigint', (column) => column.notNull())
    .execute();
  await createIndex(db, 'phone_holders', ['account_id']);
  await claimPhones(db);
  await db.schema
    .createTable('guardianships')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guardian_id', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('ward_id', 'text', (column) => column.notNull().references('accounts.id'))
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('from_date', 'text', (column) => column.notNull())
    .addColumn('until_date', 'text')
    .addColumn('case_id', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('open_key', 'text', (column) => column.unique())
    .execute();
  await createIndex(db, 'guardianships', ['guardian_id']);
  await createIndex(db, 'guardianships', ['ward_id']);
  await db.schema
    .createTable('pending_changes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .$call(addAccountId)
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('sealed_value', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('requested_at', 'bigint', (column) => column.notNull())
    .addColumn('effective_at', 'bigint', (column) => column.notNull())
    .addColumn('cancel_index', 'text', (column) => column.notNull().unique())
    .addColumn('settled_at', 'bigint')
    .addColumn('open_key', 'text', (column) => column.unique())
    .execute();
  await createIndex(db, 'pending_changes', ['account_id', 'requested_at']);
  await createIndex(db, 'pending_changes', ['state', 'effective_at']);
}

async function createNotices(db: Database): Promise<void> {
  await db.schema
    .createTable('notices')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.references('accounts.id'))
    .addColumn('case_id', 'text', (column) => column.references('cases.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('sealed_parameters', 'text', (column) => column.notNull())
    .addColumn('once_key', 'text', (column) => column.unique())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('read_at', 'bigint')
    .execute();
  await createIndex(db, 'notices', ['account_id', 'created_at']);
  await createIndex(db, 'notices', ['case_id', 'created_at']);
}

async function createOffices(db: Database): Promise<void> {
  await db.schema
    .createTable('offices')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name_vi', 'text', (column) => column.notNull())
    .addColumn('name_en', 'text', (column) => column.notNull())
    .addColumn('province', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('closed_at', 'bigint')
    .execute();
  await db.schema
    .createTable('staff')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .$call(addAccountId)
    .addColumn('office_id', 'text', (column) => column.notNull().references('offices.id'))
    .addColumn('roles', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('open_key', 'text', (column) => column.unique())
    .execute();
  await createIndex(db, 'staff', ['office_id']);
}

async function createDaysAndCursors(db: Database): Promise<void> {
  await db.schema
    .createTable('calendar_days')
    .addColumn('date', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('cursors')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('position', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('moved_at', 'bigint', (column) => column.notNull())
    .execute();
}
