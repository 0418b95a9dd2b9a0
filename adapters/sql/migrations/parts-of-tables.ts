import type { CreateTableBuilder, Kysely } from 'kysely';

/** The person a row is about. */
export function addAccountId<Table extends string, Column extends string>(
  table: CreateTableBuilder<Table, Column>,
) {
  return table.addColumn('account_id', 'text', (column) =>
    column.notNull().references('accounts.id'),
  );
}

/** Named after the table and its columns. */
export async function createIndex(
  db: Kysely<unknown>,
  table: string,
  columns: string[],
): Promise<void> {
  await db.schema
    .createIndex(`${table}_by_${columns.join('_')}`)
    .on(table)
    .columns(columns)
    .execute();
}
