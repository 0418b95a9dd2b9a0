import { Option, type Command } from 'commander';

import type { Delivery, DeliveryState } from '../clients/delivery.ts';
import { parseLimit } from './parse-limit.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

/** One JSON object per line, newest first; what is in them for the relying party is not shown. */
export function addDeliveriesList(deliveries: Command, terminal: Terminal): void {
  deliveries
    .command('list')
    .description('what relying parties are told outside requests, one JSON object per line')
    .option('--client <clientId>', 'of this relying party only')
    .addOption(
      new Option('--state <state>', 'only those').choices(['waiting', 'delivered', 'dead']),
    )
    .option('--limit <count>', 'at most so many', parseLimit, 50)
    .action(async (options: { client?: string; state?: DeliveryState; limit: number }) => {
      const { client, state, limit } = options;
      const filter = { limit, ...(client && { clientId: client }), ...(state && { state }) };
      await withRegister(terminal, async ({ stores }) => {
        for (const delivery of await stores.deliveries.list(filter)) {
          terminal.print(JSON.stringify(shown(delivery)));
        }
      });
    });
}

function shown(delivery: Delivery) {
  const { createdAt, dueAt, expiresAt, lastAttempt } = delivery;
  const time = (at: number) => new Date(at).toISOString();
  return {
    ...delivery,
    payload: undefined,
    createdAt: time(createdAt),
    dueAt: time(dueAt),
    expiresAt: time(expiresAt),
    lastAttempt: lastAttempt && { ...lastAttempt, at: time(lastAttempt.at) },
  };
}
