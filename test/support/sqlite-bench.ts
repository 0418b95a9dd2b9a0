import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';

import type { Bench } from '../contract/engine.ts';
import type { Outcome } from '../contract/command.ts';
import { makeSqliteFolder, type SqliteFolder } from './sqlite-folder.ts';
import { forkOn } from './sqlite-process.ts';
import type { RaceMessage } from './sqlite-worker.ts';

/** The embedded engine on a folder of its own. */
export function openSqliteBench(): Promise<Bench> {
  return openBenchIn(makeSqliteFolder());
}

/** The folder goes when the bench is closed. */
export async function openBenchIn(folder: SqliteFolder): Promise<Bench> {
  let aheadMs = 0;
  const clock = () => Date.now() + aheadMs;
  const stores = await folder.open({ clock });
  let worker: ChildProcess | undefined;
  return {
    stores,
    clock,
    async elapse(seconds) {
      aheadMs += seconds * 1_000;
    },
    async elsewhere(commands, startAt) {
      worker ??= await forkOn(folder, 'sqlite-worker');
      worker.send({ commands, startAt, aheadMs } satisfies RaceMessage);
      const [outcomes]: Outcome[][] = await once(worker, 'message');
      return outcomes ?? [];
    },
    async tamper(statement) {
      const database = new DatabaseSync(folder.registerFile, { timeout: 1_000 });
      try {
        database.exec(statement);
      } finally {
        database.close();
      }
    },
    async close() {
      worker?.disconnect();
      if (worker !== undefined) await once(worker, 'exit');
      await stores.close();
      folder.remove();
    },
  };
}
