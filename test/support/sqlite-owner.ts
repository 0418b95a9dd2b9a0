import { openStores } from '../../adapters/open-stores.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { loadSecrets } from '../../secrets.ts';

/** Serves the folder, or says why it cannot, until the test lets go of it. */
const config = readConfig(process.env);
const secrets = loadSecrets(config);
try {
  const stores = await openStores({ config, secrets, clock: systemClock, own: true });
  process.on('disconnect', () => void stores.close());
  process.send?.('serving');
} catch (error) {
  process.send?.(String(error));
  process.disconnect();
}
