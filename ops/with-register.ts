import { openStores } from '../adapters/open-stores.ts';
import type { Stores } from '../adapters/stores.ts';
import { createAudit, type Audit } from '../audit/events.ts';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { loadSecrets } from '../secrets.ts';
import { mustExist } from './must-exist.ts';
import type { Terminal } from './terminal.ts';

export interface Register {
  readonly stores: Stores;
  readonly audit: Audit;
  /** Epoch ms; one moment for the whole command. */
  readonly now: number;
}

/** Works on the stores without owning them, so that a server may go on, and lets go of them whatever happens. */
export async function withRegister(
  { environment }: Terminal,
  work: (register: Register) => Promise<void>,
): Promise<void> {
  const config = readConfig(environment);
  mustExist(config);
  const stores = await openStores({
    config,
    secrets: loadSecrets(config),
    clock: systemClock,
    own: false,
  });
  try {
    const audit = createAudit(stores.audit, systemClock);
    await work({ stores, audit, now: systemClock() });
  } finally {
    await stores.close();
  }
}
