import type { Clock } from '../../clock.ts';
import type { KeyedHash } from '../keyed-hash.ts';
import type { Sealer } from '../sealing.ts';
import type { OpenProtocol } from '../stores.ts';
import { SqliteArtefactStore } from './artefact-store.ts';
import { SqliteEphemeralStore } from './ephemeral-store.ts';
import { startSweeping } from './expiry-sweep.ts';
import { openProtocolFile } from './protocol-file.ts';

/**
 * The short-lived half in one SQLite file; who owns the folder also sweeps it. There is one serving process, so nobody
 * else to tell of a change.
 */
export async function openSqliteProtocol(
  file: string,
  { own, ...keep }: { sealer: Sealer; hash: KeyedHash; clock: Clock; own: boolean },
): Promise<OpenProtocol> {
  const protocol = await openProtocolFile(file, keep);
  const stopSweeping = own ? startSweeping(protocol) : () => {};
  return {
    artefacts: new SqliteArtefactStore(protocol),
    ephemerals: new SqliteEphemeralStore(protocol),
    clientChanges: { announce: async () => {}, listen: () => {} },
    async ping() {
      await protocol.lane.write(() => protocol.connection.prepare('select 1 from artefacts').get());
    },
    waiting: () => protocol.lane.waiting,
    async close() {
      stopSweeping();
      await protocol.lane.settled();
      protocol.connection.close();
    },
  };
}
