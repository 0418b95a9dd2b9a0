import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What waits to be told relying parties. Expands: older programs know nothing of it. */
export function deliveries(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('deliveries')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('client_id', 'text', (column) => column.notNull())
        // No foreign keys: it may outlive whom it was for.
        .addColumn('account_id', 'text')
        .addColumn('uri', 'text', (column) => column.notNull())
        .addColumn('sealed_payload', 'text', (column) => column.notNull())
        .addColumn('once_key', 'text', (column) => column.unique())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('claim', 'text')
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('last_attempt', 'text')
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('due_at', 'bigint', (column) => column.notNull())
        .addColumn('expires_at', 'bigint', (column) => column.notNull())
        .execute();
      for (const columns of [
        ['state', 'due_at'],
        ['client_id', 'created_at'],
      ]) {
        await db.schema
          .createIndex(`deliveries_by_${columns.join('_')}`)
          .on('deliveries')
          .columns(columns)
          .execute();
      }
    },
  };
}
