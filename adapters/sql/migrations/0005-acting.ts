import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who acted for whom. Expands: older programs write rows of people who act for themselves. */
export function acting(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      for (const [table, column] of [
        ['authentications', 'actor_id'],
        ['consents', 'actor_id'],
        ['consents', 'assent'],
      ] as const) {
        await db.schema.alterTable(table).addColumn(column, 'text').execute();
      }
    },
  };
}
