import { openStores } from '../../adapters/sqlite/open-stores.ts';
import type { Stores } from '../../adapters/stores.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { loadSecrets } from '../../secrets.ts';
import { startSenid, type SenidProcess } from './senid-process.ts';

let shared: Promise<SenidProcess> | undefined;

/** One SenID for all files of a run: started by the first that asks, ended after the last. */
export function sharedSenid(): Promise<SenidProcess> {
  shared ??= startSenid({ name: 'shared' });
  return shared;
}

/** Loaded before any suite is described: the hook belongs to the whole run. */
after('the shared SenID ends cleanly', async () => {
  const senid = await shared;
  if (senid === undefined) return;
  const code = await senid.stop();
  if (code !== 0) throw new Error(`senid ended with ${code}:\n${senid.output()}`);
});

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
