import { writeSync } from 'node:fs';

import { openStores } from '../../adapters/open-stores.ts';
import { goThroughDocuments } from '../../enrolment/rounds/document-round.ts';
import { readConfig } from '../../config.ts';
import { loadSecrets } from '../../secrets.ts';

/** One of several nodes: does the day's work on documents on the folder, to its end, and prints what became of each page. */
const { ROUNDS_NOW = '', ...environment } = process.env;
const config = readConfig(environment);
const clock = () => Date.parse(ROUNDS_NOW);
const stores = await openStores({ config, secrets: loadSecrets(config), clock, own: false });

for (;;) {
  const outcome = await goThroughDocuments({ ...stores, clock });
  writeSync(1, `${outcome}\n`);
  if (outcome === 'done') break;
}
await stores.close();
