import { Conflict } from '../../errors.ts';
import { markFinished, markUnfinished, readMigrationTables } from '../sql/applied-migrations.ts';
import { COPIED_TABLES, COPY_RULES, type CopiedRow, type CopiedTable } from './copied-tables.ts';
import type { CopyEnd } from './copy-end.ts';
import { createRowWriter, type RowWriter } from './row-writer.ts';
import { walkTable } from './walk-tables.ts';

export interface CopyProgress {
  readonly doing: 'looking' | 'copying' | 'comparing';
  readonly table: CopiedTable;
  /** Of the table, so far. */
  readonly rows: number;
}

/** How many rows each table has, at both ends. */
export type CopiedCounts = Readonly<Record<CopiedTable, number>>;

/**
 * Makes the target hold what the source holds, row by row and column by column, sealed texts and numbers as they are,
 * and proves it by reading both again. Interrupted anywhere, the next call goes on; until the last one has ended the
 * target is marked, so that nobody serves it.
 *
 * Rejects with `Conflict`, and has changed nothing, when the target holds what the source does not.
 */
export async function copyRegister(
  source: CopyEnd,
  target: CopyEnd,
  report: (progress: CopyProgress) => void,
): Promise<CopiedCounts> {
  const copy: Copy = { source, target, writer: createRowWriter(target), report };
  const { isUnfinishedCopy } = await readMigrationTables(target.db);
  await refuseForeignRows(copy, isUnfinishedCopy);
  await markUnfinished(target.db);
  for (const table of COPIED_TABLES) await copyTable(copy, table);
  const counts = await compareAll(copy);
  await target.setSequences();
  await markFinished(target.db);
  return counts;
}

interface Copy {
  readonly source: CopyEnd;
  readonly target: CopyEnd;
  readonly writer: RowWriter;
  readonly report: (progress: CopyProgress) => void;
}

/** What comes and goes may have gone from the source since a copy was interrupted; nothing else ever goes. */
async function refuseForeignRows(copy: Copy, isUnfinishedCopy: boolean): Promise<void> {
  for (const table of COPIED_TABLES) {
    const mayHaveGone = isUnfinishedCopy && COPY_RULES[table].rows === 'replaced';
    for await (const { extra, different } of steps(copy, 'looking', table)) {
      const isChanged = COPY_RULES[table].rows === 'appended' && different.length > 0;
      if ((extra.length === 0 || mayHaveGone) && !isChanged) continue;
      throw new Conflict(`the target holds rows in ${table} that the source does not have`);
    }
  }
}

async function copyTable(copy: Copy, table: CopiedTable): Promise<void> {
  const { later, rows: kind } = COPY_RULES[table];
  const { writer } = copy;
  if (kind === 'replaced') await writer.empty(table);
  for await (const { missing, different } of steps(copy, 'copying', table)) {
    await writer.insert(table, later === undefined ? missing : missing.map(without(later)));
    if (later === undefined) await writer.update(table, different);
  }
  if (later === undefined) return;
  for await (const { different } of steps(copy, 'copying', table)) {
    await writer.update(table, different);
  }
}

async function compareAll(copy: Copy): Promise<CopiedCounts> {
  const counts: Partial<Record<CopiedTable, number>> = {};
  for (const table of COPIED_TABLES) {
    let count = 0;
    for await (const step of steps(copy, 'comparing', table)) {
      const unequal = step.missing.length + step.different.length + step.extra.length;
      if (unequal > 0) throw new Conflict(`${unequal} rows of ${table} are not equal; copy again`);
      count += step.rows;
    }
    counts[table] = count;
  }
  return counts as CopiedCounts;
}

async function* steps(
  { source, target, report }: Copy,
  doing: CopyProgress['doing'],
  table: CopiedTable,
) {
  let rows = 0;
  for await (const step of walkTable(source.db, target.db, table)) {
    yield step;
    rows += step.rows;
    report({ doing, table, rows });
  }
}

function without(column: string): (row: CopiedRow) => CopiedRow {
  return (row) => ({ ...row, [column]: null });
}
