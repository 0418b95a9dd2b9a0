import type { Clock } from '../clock.ts';
import type { Config, ProtocolPlace, RegisterPlace } from '../config.ts';
import { CannotStart } from '../errors.ts';
import type { Secrets } from '../secrets.ts';
import { createKeyedHash } from './keyed-hash.ts';
import { openPostgresRegister } from './postgres/open-register.ts';
import { openRedisProtocol } from './redis/open-protocol.ts';
import { createSealer } from './sealing.ts';
import { ownDataFolder, prepareDataFolder } from './sqlite/data-folder.ts';
import { openSqliteProtocol } from './sqlite/open-protocol.ts';
import { openSqliteRegister } from './sqlite/open-register.ts';
import type { OpenProtocol, OpenRegister, Stores } from './stores.ts';

export interface OpenStoresOptions {
  readonly config: Pick<Config, 'dataFolder' | 'register' | 'protocol'>;
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** True for a serving process, of which a data folder has one; false for the command line, which works beside it. */
  readonly own: boolean;
}

/** Everything SenID keeps, on the engines the configuration names. Rejects with `CannotStart`. */
export async function openStores(options: OpenStoresOptions): Promise<Stores> {
  const { dataFolder } = options.config;
  if (dataFolder !== undefined) prepareDataFolder(dataFolder);
  const ownership = dataFolder !== undefined && options.own ? ownDataFolder(dataFolder) : undefined;
  let register: OpenRegister | undefined;
  try {
    register = await openRegister(options);
    const protocol = await openProtocol(options);
    return { ...register, ...protocol, ...lifecycle([register, protocol], ownership) };
  } catch (error) {
    await register?.close();
    ownership?.release();
    throw error;
  }
}

function openRegister({ config, secrets }: OpenStoresOptions): Promise<OpenRegister> {
  const keep = {
    sealer: createSealer(secrets.sealingKeys),
    hash: createKeyedHash(secrets.derive('blind-index')),
  };
  const { register } = config;
  const opening =
    register.engine === 'sqlite'
      ? openSqliteRegister(register.file, keep)
      : openPostgresRegister(register.url, keep);
  return orCannotStart(register, opening);
}

function openProtocol({ config, secrets, clock, own }: OpenStoresOptions): Promise<OpenProtocol> {
  const keep = {
    sealer: createSealer(secrets.sealingKeys),
    hash: createKeyedHash(secrets.derive('artefact-id')),
    clock,
  };
  const { protocol } = config;
  const opening =
    protocol.engine === 'sqlite'
      ? openSqliteProtocol(protocol.file, { ...keep, own })
      : openRedisProtocol(protocol.url, keep);
  return orCannotStart(protocol, opening);
}

function lifecycle(
  halves: readonly [OpenRegister, OpenProtocol],
  ownership: { release(): void } | undefined,
): Pick<Stores, 'ping' | 'close' | 'halves'> {
  const [register, protocol] = halves;
  return {
    halves: { register, protocol },
    async ping() {
      await Promise.all(halves.map((half) => half.ping()));
    },
    async close() {
      await Promise.all(halves.map((half) => half.close()));
      ownership?.release();
    },
  };
}

/** A store as operators may read it: with its address, without what opens it. */
export function placeOf(place: RegisterPlace | ProtocolPlace): string {
  if (place.engine === 'sqlite') return place.file;
  return place.url.replaceAll(/\/\/[^/@,]*@/g, '//').replace(/\?.*$/, '');
}

export async function orCannotStart<T>(
  place: RegisterPlace | ProtocolPlace,
  opening: Promise<T>,
): Promise<T> {
  try {
    return await opening;
  } catch (cause) {
    if (cause instanceof CannotStart) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(`store ${placeOf(place)} cannot be opened: ${reason}`, { cause });
  }
}
