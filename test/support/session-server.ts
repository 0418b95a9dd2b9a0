import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { openStores } from '../../adapters/open-stores.ts';
import type { Stores } from '../../adapters/stores.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { loadSecrets } from '../../secrets.ts';
import { findLeaks, writingsOfExchanges, writingsOfOutput } from './leak-scanner.ts';
import { resourceServersFile } from './resource-servers.ts';
import { OUTPUT_FOLDER, startSenid, type SenidProcess } from './senid-process.ts';
import { everyExchange } from './session-browser.ts';
import { knownSecrets } from './session-secrets.ts';

let shared: Promise<SenidProcess> | undefined;

/** One SenID for all files of a run: started by the first that asks, ended after the last. */
export function sharedSenid(): Promise<SenidProcess> {
  shared ??= startSenid({
    name: 'shared',
    env: { RESOURCE_SERVERS_FILE: resourceServersFile(OUTPUT_FOLDER) },
  });
  return shared;
}

/** Loaded before any suite is described: these hooks belong to the whole run. */
after('the shared SenID ends cleanly', async () => {
  const senid = await shared;
  assert.equal((await senid?.stop()) ?? 0, 0, senid?.output());
});

after(
  'nothing in this run leaked: no log, address, redirect or page holds a secret out of its place',
  () => {
    const logs = readdirSync(OUTPUT_FOLDER)
      .filter((name) => name.includes(`-${process.pid}-`))
      .flatMap((name) => writingsOfOutput(readFileSync(join(OUTPUT_FOLDER, name), 'utf8'), name));
    const seen = writingsOfExchanges(everyExchange);
    assert.deepEqual(findLeaks([...logs, ...seen], knownSecrets()), []);
  },
);

/** The stores of a running SenID, opened beside it as its command line does. */
export async function withStores<T>(
  senid: Pick<SenidProcess, 'folder' | 'dataFolder'>,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const config = readConfig({
    DATABASE_URL: `sqlite:${senid.dataFolder}/register.db`,
    SENID_SECRETS_FILE: `${senid.folder}/secrets/senid.json`,
  });
  const stores = await openStores({
    config,
    secrets: loadSecrets(config),
    clock: systemClock,
    own: false,
  });
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}
