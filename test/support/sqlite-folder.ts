import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openStores } from '../../adapters/open-stores.ts';
import type { Stores } from '../../adapters/stores.ts';
import { systemClock, type Clock } from '../../clock.ts';
import { readConfig, type Config } from '../../config.ts';
import { loadSecrets } from '../../secrets.ts';

/** A data folder of one test, and the environment another process finds it by. */
export interface SqliteFolder {
  readonly environment: Readonly<Record<string, string>>;
  readonly config: Config;
  readonly dataFolder: string;
  readonly registerFile: string;
  readonly protocolFile: string;
  open(options?: { own?: boolean; clock?: Clock }): Promise<Stores>;
  remove(): void;
}

/** `also`: what of the environment is not in the folder, such as another engine for one half. */
export function makeSqliteFolder(also: Readonly<Record<string, string>> = {}): SqliteFolder {
  const root = mkdtempSync(join(tmpdir(), 'senid-'));
  const environment = {
    DATABASE_URL: `sqlite:${root}/data/register.db`,
    SENID_SECRETS_FILE: `${root}/secrets/senid.json`,
    ...also,
  };
  const config = readConfig(environment);
  return {
    environment,
    config,
    dataFolder: `${root}/data/`,
    registerFile: `${root}/data/register.db`,
    protocolFile: `${root}/data/protocol.db`,
    open: ({ own = true, clock = systemClock } = {}) =>
      openStores({ config, secrets: loadSecrets(config), clock, own }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
