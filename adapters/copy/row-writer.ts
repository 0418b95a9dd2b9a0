import type { CompiledQuery } from 'kysely';

import { COPY_RULES, type CopiedRow, type CopiedTable } from './copied-tables.ts';
import type { CopyEnd } from './copy-end.ts';
import { anyTables, keyOf } from './walk-tables.ts';

export interface RowWriter {
  insert(table: CopiedTable, rows: readonly CopiedRow[]): Promise<void>;
  update(table: CopiedTable, rows: readonly CopiedRow[]): Promise<void>;
  empty(table: CopiedTable): Promise<void>;
}

/** Statements for many rows are built once: building one takes longer than running it. */
export function createRowWriter({ db: register, makeRoom }: CopyEnd): RowWriter {
  const db = anyTables(register);
  const built = new Map<string, { readonly columns: readonly string[]; query: CompiledQuery }>();

  function insertion(table: CopiedTable, rows: readonly CopiedRow[]) {
    const name = `${rows.length} ${table}`;
    const known = built.get(name);
    if (known !== undefined) return known;
    // The compiler takes the columns in the order of the first row.
    const columns = Object.keys(rows[0] ?? {});
    const query = db.insertInto(table).values(rows).compile();
    // Only whole batches come again.
    if (built.size < 20) built.set(name, { columns, query });
    return { columns, query };
  }

  return {
    async insert(table, rows) {
      if (rows.length === 0) return;
      await makeRoom(table, rows);
      const { columns, query } = insertion(table, rows);
      const parameters = rows.flatMap((row) => columns.map((column) => row[column]));
      await db.executeQuery({ ...query, parameters });
    },
    async update(table, rows) {
      const { key } = COPY_RULES[table];
      for (const row of rows) {
        await db.updateTable(table).set(row).where(key, '=', keyOf(row, key)).execute();
      }
    },
    async empty(table) {
      await db.deleteFrom(table).execute();
    },
  };
}
