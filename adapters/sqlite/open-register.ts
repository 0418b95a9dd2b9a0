import type { KeyedHash } from '../keyed-hash.ts';
import type { Sealer } from '../sealing.ts';
import { createRegisterStores } from '../sql/register-stores.ts';
import type { OpenRegister } from '../stores.ts';
import { openRegisterFile } from './register-file.ts';

/** The durable half in one SQLite file, its schema brought up to date. */
export async function openSqliteRegister(
  file: string,
  keep: { readonly sealer: Sealer; readonly hash: KeyedHash },
): Promise<OpenRegister> {
  const register = await openRegisterFile(file);
  const { settled, ...stores } = createRegisterStores(register.db, keep);
  return {
    ...stores,
    async ping() {
      await register.lane.write(() => register.reader.prepare('select 1 from accounts').get());
    },
    waiting: () => register.lane.waiting,
    async close() {
      await settled();
      await register.lane.settled();
      register.close();
    },
  };
}
