import assert from 'node:assert/strict';

import type { Bench } from './engine.ts';

/** The table refuses both, to an administrator too: the record a test has just written stays as it is. */
export async function assertAppendOnly(bench: Bench, table: string, column: string): Promise<void> {
  await assert.rejects(bench.tamper(`update ${table} set ${column} = 'forged'`), /append-only/);
  await assert.rejects(bench.tamper(`delete from ${table}`), /append-only/);
}
