import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Everything in the SQLite files of a folder that could be tried as a token: each value, in the spellings of tokens. */
export function valuesInDatabase(folder: string): readonly string[] {
  const values = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.db'))) {
    const database = new DatabaseSync(join(folder, file));
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
    for (const { name } of tables) {
      for (const row of database.prepare(`select * from "${String(name)}"`).iterate()) {
        for (const value of Object.values(row))
          for (const spelling of spellings(value)) values.add(spelling);
      }
    }
    database.close();
  }
  return [...values];
}

function spellings(value: unknown): readonly string[] {
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value);
    return bytes.length > 512 ? [] : [bytes.toString('base64url'), bytes.toString('hex')];
  }
  // Names, times and the like are no tokens; what is longer is looked at in parts.
  return typeof value === 'string'
    ? value.split(/[^\w.~-]+/).filter((part) => part.length >= 20)
    : [];
}
