import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { CannotStart } from '../../errors.ts';
import type { Secrets } from '../../secrets.ts';
import { createKeyedHash } from '../keyed-hash.ts';
import { createSealer } from '../sealing.ts';
import { createRegisterStores } from '../sql/register-stores.ts';
import type { Stores } from '../stores.ts';
import { SqliteArtefactStore } from './artefact-store.ts';
import { ownDataFolder, prepareDataFolder, type Ownership } from './data-folder.ts';
import { SqliteEphemeralStore } from './ephemeral-store.ts';
import { startSweeping } from './expiry-sweep.ts';
import { openProtocolFile, type ProtocolFile } from './protocol-file.ts';
import { openRegisterFile, type RegisterFile } from './register-file.ts';

export interface OpenStoresOptions {
  readonly config: Pick<Config, 'dataFolder' | 'registerFile' | 'protocolFile'>;
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** True for the serving process, of which a folder has one; false for the command line, which works beside it. */
  readonly own: boolean;
}

/** Everything SenID keeps, in two SQLite files. Rejects with `CannotStart`. */
export async function openStores(options: OpenStoresOptions): Promise<Stores> {
  const { config, secrets, clock, own } = options;
  prepareDataFolder(config.dataFolder);
  const ownership = own ? ownDataFolder(config.dataFolder) : undefined;
  const sealer = createSealer(secrets.sealingKeys);
  let register: RegisterFile | undefined;
  let protocol: ProtocolFile | undefined;
  try {
    register = await orCannotStart(config.registerFile, openRegisterFile(config.registerFile));
    const ids = createKeyedHash(secrets.derive('artefact-id'));
    const opening = openProtocolFile(config.protocolFile, { hash: ids, sealer, clock });
    protocol = await orCannotStart(config.protocolFile, opening);
  } catch (error) {
    register?.close();
    ownership?.release();
    throw error;
  }
  const hash = createKeyedHash(secrets.derive('blind-index'));
  return {
    ...createRegisterStores(register.db, { sealer, hash }),
    artefacts: new SqliteArtefactStore(protocol),
    ephemerals: new SqliteEphemeralStore(protocol),
    ...lifecycle({ register, protocol, ownership }),
  };
}

function lifecycle(open: {
  register: RegisterFile;
  protocol: ProtocolFile;
  ownership: Ownership | undefined;
}): Pick<Stores, 'ping' | 'close'> {
  const { register, protocol, ownership } = open;
  const stopSweeping = ownership === undefined ? () => {} : startSweeping(protocol);
  const settled = () => Promise.allSettled([register.lane.write(noop), protocol.lane.write(noop)]);
  return {
    async ping() {
      await register.lane.write(() => register.reader.prepare('select 1 from accounts').get());
      await protocol.lane.write(() => protocol.connection.prepare('select 1 from artefacts').get());
    },
    async close() {
      stopSweeping();
      await settled();
      register.close();
      protocol.connection.close();
      ownership?.release();
    },
  };
}

/** A lane answers in order: once this is through, so is everything asked for before. */
function noop(): void {}

async function orCannotStart<T>(file: string, opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (cause) {
    if (cause instanceof CannotStart) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(`store ${file} cannot be opened: ${reason}`, { cause });
  }
}
