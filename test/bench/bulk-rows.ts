import { DatabaseSync } from 'node:sqlite';

import pg from 'pg';

type Rows = readonly Readonly<Record<string, string | number | null>>[];

/** Writes many rows at once, past the stores: only for filling a register nobody serves yet. */
export interface BulkRows {
  /** All rows have the members of the first. */
  insert(table: string, rows: Rows): Promise<void>;
  close(): Promise<void>;
}

/** `databaseUrl`: as in the environment of SenID; the tables are there. */
export async function openBulkRows(databaseUrl: string): Promise<BulkRows> {
  return databaseUrl.startsWith('sqlite:')
    ? openFile(databaseUrl.slice('sqlite:'.length))
    : openPostgres(databaseUrl);
}

function openFile(file: string): BulkRows {
  const database = new DatabaseSync(file);
  database.exec('pragma synchronous = off');
  return {
    async insert(table, rows) {
      const columns = Object.keys(rows[0] ?? {});
      const marks = columns.map(() => '?').join(', ');
      const insert = database.prepare(
        `insert into ${table} (${columns.join(', ')}) values (${marks})`,
      );
      database.exec('begin');
      for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null));
      database.exec('commit');
    },
    async close() {
      database.exec('pragma wal_checkpoint(truncate)');
      database.close();
    },
  };
}

async function openPostgres(url: string): Promise<BulkRows> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set synchronous_commit = off');
  return {
    async insert(table, rows) {
      const columns = Object.keys(rows[0] ?? {}).join(', ');
      await client.query(
        `insert into ${table} (${columns})
         select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
        [JSON.stringify(rows)],
      );
    },
    async close() {
      // So that the planner of a register just filled knows what it holds.
      await client.query('vacuum analyze');
      await client.end();
    },
  };
}
