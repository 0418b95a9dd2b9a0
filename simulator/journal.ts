import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/** What happened, in its order. With a folder it is there again after a restart. */
export interface Journal {
  /** Of earlier runs. */
  readonly before: readonly unknown[];
  append(entry: object): void;
}

export function openJournal(folder: string | undefined): Journal {
  if (folder === undefined) return { before: [], append() {} };
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'journal.jsonl');
  return { before: read(file), append: (entry) => write(file, entry) };
}

function write(file: string, entry: object): void {
  appendFileSync(file, `${JSON.stringify(entry)}\n`);
}

/** A line that was cut off when the program was killed is taken away. */
function read(file: string): readonly unknown[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
