import { sql, type QueryExecutorProvider } from 'kysely';

const REFUSE = sql.id('refuse_change');

/** Refuses all three by triggers, in the parts of a table that is kept by month too, made now or later. */
export async function makeAppendOnly(db: QueryExecutorProvider, table: string): Promise<void> {
  await sql`
    create or replace function ${REFUSE}() returns trigger language plpgsql as
    $$ begin raise exception 'this table is append-only' using errcode = 'restrict_violation'; end $$
  `.execute(db);
  // A trigger for rows is copied to every part, one for statements is not.
  await sql`
    create trigger ${sql.id(`${table}_refuses_change`)} before update or delete on ${sql.table(table)}
    for each row execute function ${REFUSE}()
  `.execute(db);
  const { rows: tree } = await sql<{ name: string }>`
    select relid::regclass::text as name from pg_partition_tree(${table})
  `.execute(db);
  const parts = tree.map(({ name }) => name).filter((name) => name !== table);
  for (const each of [table, ...parts]) await refuseTruncate(db, each);
}

/** `table` may be one that is to become a part of an append-only one. */
export async function refuseTruncate(db: QueryExecutorProvider, table: string): Promise<void> {
  await sql`
    create trigger ${sql.id(`${table}_refuses_truncate`)} before truncate on ${sql.table(table)}
    execute function ${REFUSE}()
  `.execute(db);
}
