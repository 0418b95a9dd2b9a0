import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Keys get times, and a place in a chain. Expands: an older program lists the oldest key of an algorithm first and signs
 * with it, which newer ones publish until it is gone.
 */
export function signingKeyTimes(): Migration {
  return {
    async up(db: Kysely<unknown>) {
      for (const [column, type] of [
        ['active_from', 'bigint'],
        ['follows', 'text'],
      ] as const) {
        await db.schema.alterTable('signing_keys').addColumn(column, type).execute();
      }
      await db.schema
        .createIndex('signing_keys_by_follows')
        .on('signing_keys')
        .column('follows')
        .unique()
        .execute();
    },
  };
}
