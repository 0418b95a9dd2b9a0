import { sql } from 'kysely';

import type { SchemaDialect } from '../sql/schema-dialect.ts';

export const sqliteSchemaDialect: SchemaDialect = {
  // An INTEGER PRIMARY KEY is the row number, one more than the greatest so far: nothing is ever deleted from
  // the tables that have one.
  addSequence: (table) => table.addColumn('sequence', 'integer', (column) => column.primaryKey()),

  // One file is one file.
  keepByMonth: async () => {},

  // A transaction that writes has the file to itself.
  lockSchema: async () => {},

  async makeAppendOnly(db, table) {
    for (const verb of ['update', 'delete']) {
      await sql`
        create trigger ${sql.raw(`${table}_refuses_${verb}`)}
        before ${sql.raw(verb)} on ${sql.table(table)}
        begin select raise(abort, 'this table is append-only'); end
      `.execute(db);
    }
  },
};
