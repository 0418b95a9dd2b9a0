import { dirname } from 'node:path';

import type { CopyEnd, CopyRole } from '../copy/copy-end.ts';
import { ownDataFolder, prepareDataFolder } from './data-folder.ts';
import { openRegisterFile } from './register-file.ts';

/** Owns the folder of the file, as a server of it would. Rejects with `CannotStart` while one does. */
export async function openSqliteCopyEnd(file: string, role: CopyRole): Promise<CopyEnd> {
  const folder = dirname(file);
  if (role === 'target') prepareDataFolder(folder);
  const ownership = ownDataFolder(folder);
  try {
    const register = await openRegisterFile(file, { isCopying: role === 'target' });
    return {
      db: register.db,
      makeRoom: async () => {},
      // The engine goes on from the greatest row by itself.
      setSequences: async () => {},
      async close() {
        register.close();
        ownership.release();
      },
    };
  } catch (error) {
    ownership.release();
    throw error;
  }
}
