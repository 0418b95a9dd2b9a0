import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who acted for whom. Expands: older programs write rows of people who act for themselves. */
export function acting(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      for (const [table, column] of [
        ['authentications', 'actor_id'],
        ['authentications', 'sid'],
        ['consents', 'actor_id'],
        ['consents', 'assent'],
      ] as const) {
        await db.schema.alterTable(table).addColumn(column, 'text').execute();
      }
      // Of the few rows of people who act for others alone: nobody else's login is slower for it.
      await db.schema
        .createIndex('authentications_by_actor_id')
        .on('authentications')
        .column('actor_id')
        .where(sql.ref('actor_id'), 'is not', null)
        .execute();
    },
  };
}
