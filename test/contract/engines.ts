import { openSqliteBench } from '../support/sqlite-bench.ts';
import type { OpenBench } from './engine.ts';

/** Every engine SenID runs on. Each of them keeps each contract, word by word. */
export const engines: readonly { readonly name: string; readonly open: OpenBench }[] = [
  { name: 'SQLite', open: openSqliteBench },
];
