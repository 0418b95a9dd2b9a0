import { openStores } from '../../adapters/open-stores.ts';
import type { Stores } from '../../adapters/stores.ts';
import { readConfig } from '../../config.ts';
import { loadSecrets } from '../../secrets.ts';
import { perform, type Command } from '../contract/command.ts';
import { startingAt } from '../contract/race.ts';

/** The second process of a race: works on the folder without owning it, as the command line does. */
export interface RaceMessage {
  readonly commands: readonly Command[];
  readonly startAt: number;
  /** How far the test's clock is ahead. */
  readonly aheadMs: number;
}

let aheadMs = 0;
const config = readConfig(process.env);
const stores: Stores = await openStores({
  config,
  secrets: loadSecrets(config),
  clock: () => Date.now() + aheadMs,
  own: false,
});

async function run(message: RaceMessage): Promise<void> {
  aheadMs = message.aheadMs;
  await startingAt(message.startAt);
  const outcomes = message.commands.map((command) => perform(stores, command));
  process.send?.(await Promise.all(outcomes));
}

process.on('message', (message: RaceMessage) => void run(message));
process.on('disconnect', () => void stores.close());
process.send?.('ready');
