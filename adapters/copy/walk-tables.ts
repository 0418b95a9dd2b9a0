import type { Kysely } from 'kysely';

import type { RegisterDatabase } from '../sql/register-database.ts';
import { COPY_RULES, type CopiedRow, type CopiedTable, type Key } from './copied-tables.ts';

/** As many values as one statement of any engine takes: at most 16 columns. */
const BATCH_ROWS = 1_000;

/** Some rows of the source, in the order of their keys, beside what the target has of the same range. */
export interface Step {
  /** How many the source has. */
  readonly rows: number;
  readonly missing: readonly CopiedRow[];
  /** As the source has them. */
  readonly different: readonly CopiedRow[];
  /** Of rows only the target has; perhaps not all of them. */
  readonly extra: readonly Key[];
}

/** Goes through a table of both registers, comparing every column of every row. */
export async function* walkTable(
  source: RegisterDatabase,
  target: RegisterDatabase,
  table: CopiedTable,
): AsyncGenerator<Step> {
  const { key } = COPY_RULES[table];
  for (let after: Key | undefined; ;) {
    const here = await readRows(source, table, { after, limit: BATCH_ROWS });
    const isLast = here.length < BATCH_ROWS;
    const upTo = isLast ? undefined : keyOf(here.at(-1), key);
    const there = await readRows(target, table, { after, upTo, limit: here.length + BATCH_ROWS });
    yield compare(here, there, key);
    if (isLast) return;
    after = upTo;
  }
}

function compare(here: readonly CopiedRow[], there: readonly CopiedRow[], key: string): Step {
  const found = new Map(there.map((row) => [keyOf(row, key), row]));
  const missing: CopiedRow[] = [];
  const different: CopiedRow[] = [];
  for (const row of here) {
    const other = found.get(keyOf(row, key));
    found.delete(keyOf(row, key));
    if (other === undefined) missing.push(row);
    else if (!areEqual(row, other)) different.push(row);
  }
  return { rows: here.length, missing, different, extra: [...found.keys()] };
}

function areEqual(one: CopiedRow, other: CopiedRow): boolean {
  const columns = Object.keys(one);
  return (
    columns.length === Object.keys(other).length &&
    columns.every((column) => one[column] === other[column])
  );
}

interface Range {
  readonly after: Key | undefined;
  readonly upTo?: Key | undefined;
  readonly limit: number;
}

async function readRows(
  db: RegisterDatabase,
  table: CopiedTable,
  { after, upTo, limit }: Range,
): Promise<readonly CopiedRow[]> {
  const { key } = COPY_RULES[table];
  let query = anyTables(db).selectFrom(table).selectAll().orderBy(key).limit(limit);
  if (after !== undefined) query = query.where(key, '>', after);
  if (upTo !== undefined) query = query.where(key, '<=', upTo);
  return query.execute();
}

export function keyOf(row: CopiedRow | undefined, key: string): Key {
  const value = row?.[key];
  if (value === undefined || value === null) throw new TypeError(`a row without ${key}`);
  return value;
}

/** The same tables, for code that treats all of them alike. */
export function anyTables(db: RegisterDatabase): Kysely<Record<string, CopiedRow>> {
  return db as unknown as Kysely<Record<string, CopiedRow>>;
}
