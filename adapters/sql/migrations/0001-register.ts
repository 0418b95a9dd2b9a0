import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

import type { SchemaDialect } from '../schema-dialect.ts';
import { addAccountId, createIndex } from './parts-of-tables.ts';

type Database = Kysely<unknown>;

/** People, their factors and decisions, relying parties, keys, audit. */
export function register(dialect: SchemaDialect): Migration {
  return {
    async up(db: Database) {
      await createAccounts(db);
      await createPasskeys(db);
      await createConsents(db, dialect);
      await createAuthentications(db);
      await createClients(db);
      await createSigningKeys(db);
      await createAuditEvents(db, dialect);
      await dialect.keepByMonth(db, 'audit_events');
      for (const table of ['consents', 'authentications', 'audit_events']) {
        await dialect.makeAppendOnly(db, table);
      }
    },
  };
}

async function createAccounts(db: Database): Promise<void> {
  await db.schema
    .createTable('accounts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('subject_type', 'text', (column) => column.notNull())
    .addColumn('level', 'integer', (column) => column.notNull())
    .addColumn('identifier_index', 'text', (column) => column.notNull().unique())
    .addColumn('phone_index', 'text')
    .addColumn('email_index', 'text')
    .addColumn('sealed_person', 'text', (column) => column.notNull())
    .addColumn('sealed_password', 'text')
    .addColumn('guardian_id', 'text', (column) => column.references('accounts.id'))
    .addColumn('activated_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await createIndex(db, 'accounts', ['phone_index']);
  await createIndex(db, 'accounts', ['email_index']);
  await db.schema
    .createTable('account_locks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .$call(addAccountId)
    .addColumn('ground', 'text', (column) => column.notNull())
    .addColumn('locked_at', 'bigint', (column) => column.notNull())
    .addColumn('lifted_at', 'bigint')
    .execute();
  await createIndex(db, 'account_locks', ['account_id']);
}

async function createPasskeys(db: Database): Promise<void> {
  await db.schema
    .createTable('passkeys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .$call(addAccountId)
    .addColumn('credential_id', 'text', (column) => column.notNull().unique())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('counter', 'bigint', (column) => column.notNull())
    .addColumn('transports', 'text', (column) => column.notNull())
    .addColumn('aaguid', 'text', (column) => column.notNull())
    .addColumn('backup_eligible', 'integer', (column) => column.notNull())
    .addColumn('backed_up', 'integer', (column) => column.notNull())
    .addColumn('attestation_format', 'text', (column) => column.notNull())
    .addColumn('sealed_name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('last_used_at', 'bigint')
    .addColumn('removed_at', 'bigint')
    .execute();
  await createIndex(db, 'passkeys', ['account_id']);
}

async function createConsents(db: Database, dialect: SchemaDialect): Promise<void> {
  await db.schema
    .createTable('consents')
    .$call((table) => dialect.addSequence(table))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .$call(addAccountId)
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('accepted_scopes', 'text', (column) => column.notNull())
    .addColumn('refused_scopes', 'text', (column) => column.notNull())
    .addColumn('accepted_claims', 'text', (column) => column.notNull())
    .addColumn('refused_claims', 'text', (column) => column.notNull())
    .addColumn('text_hash', 'text', (column) => column.notNull())
    .addColumn('text_version', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('kind', 'text', (column) => column.notNull())
    .execute();
  await createIndex(db, 'consents', ['account_id', 'client_id', 'decided_at']);
}

async function createAuthentications(db: Database): Promise<void> {
  await db.schema
    .createTable('authentications')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .$call(addAccountId)
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('acr', 'text', (column) => column.notNull())
    .addColumn('required_acrs', 'text', (column) => column.notNull())
    .addColumn('factors', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createClients(db: Database): Promise<void> {
  await db.schema
    .createTable('clients')
    .addColumn('client_id', 'text', (column) => column.primaryKey())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('sealed_metadata', 'text', (column) => column.notNull())
    .addColumn('policy', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createSigningKeys(db: Database): Promise<void> {
  await db.schema
    .createTable('signing_keys')
    .addColumn('kid', 'text', (column) => column.primaryKey())
    .addColumn('alg', 'text', (column) => column.notNull())
    .addColumn('first_of_alg', 'text', (column) => column.unique())
    .addColumn('sealed_jwk', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createAuditEvents(db: Database, dialect: SchemaDialect): Promise<void> {
  await db.schema
    .createTable('audit_events')
    .$call((table) => dialect.addSequence(table))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text')
    // No foreign keys: an event may outlive, or be about the absence of, what it names.
    .addColumn('account_id', 'text')
    .addColumn('client_id', 'text')
    .addColumn('authentication_event_id', 'text')
    .addColumn('consent_id', 'text')
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
  await createIndex(db, 'audit_events', ['account_id', 'sequence']);
  await createIndex(db, 'audit_events', ['client_id', 'sequence']);
}
