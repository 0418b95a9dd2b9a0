import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { Stores } from '../../adapters/stores.ts';
import { isId, type CaseId } from '../../ids.ts';
import { makeSqliteFolder, type SqliteFolder } from '../support/sqlite-folder.ts';
import { spawnOn } from '../support/sqlite-process.ts';

const ROUNDS = 5;

describe('A SQLite folder whose server is killed in the middle of its writes', () => {
  let folder: SqliteFolder;
  before(() => {
    folder = makeSqliteFolder();
  });
  after(() => folder.remove());

  for (let round = 1; round <= ROUNDS; round += 1) {
    it(`holds everything that was acknowledged, round ${round}`, async () => {
      const acknowledged = await writeUntilKilled(folder);
      assert.ok(acknowledged.length > 0);
      const stores = await folder.open();
      try {
        const audited = new Set(
          (await stores.audit.list({ limit: 1_000_000 })).map(({ id }) => id),
        );
        for (const line of acknowledged) {
          assert.ok(await isThere(stores, audited, line), `${line} was acknowledged and is lost`);
        }
        const cases = await stores.cases.list({ limit: 1_000_000 });
        for (const { id } of cases) assert.ok(await isWhole(stores, id), `half of ${id} is there`);
      } finally {
        await stores.close();
      }
    });
  }
});

/** What the writer had acknowledged when it was killed, at a random moment of its work. */
async function writeUntilKilled(folder: SqliteFolder): Promise<readonly string[]> {
  const writer = spawnOn(folder, 'sqlite-writer');
  const lines = createInterface(writer.stdout);
  const acknowledged: string[] = [];
  lines.on('line', (line) => acknowledged.push(line));
  await once(lines, 'line');
  setTimeout(() => writer.kill('SIGKILL'), 20 + Math.random() * 400);
  const [[, signal]] = await Promise.all([once(writer, 'exit'), once(lines, 'close')]);
  assert.equal(signal, 'SIGKILL');
  return acknowledged;
}

/** Written together. */
async function isWhole({ cases, audit }: Stores, id: CaseId): Promise<boolean> {
  const records = await audit.list({ caseId: id, limit: 9 });
  return (await cases.steps(id)).length === 1 && records.length === 1;
}

async function isThere(stores: Stores, audited: Set<string>, line: string): Promise<boolean> {
  const [kind, id = ''] = line.split(' ');
  switch (kind) {
    case 'account':
      return isId('acc', id) && (await stores.accounts.findById(id)) !== undefined;
    case 'consent':
      return isId('acc', id) && (await stores.consents.history(id)).length === 1;
    case 'case':
      return isId('case', id) && (await stores.cases.find(id)) !== undefined;
    case 'audit':
      return audited.has(id);
    case 'token':
      return (await stores.artefacts.find('AccessToken', id)) !== undefined;
    case 'spent':
      return (await stores.artefacts.find('AccessToken', id))?.consumed !== undefined;
    default:
      throw new Error(`the writer said something else: ${line}`);
  }
}
