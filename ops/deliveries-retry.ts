import type { Command } from 'commander';

import { DELIVERY_LIFETIME_SECONDS } from '../clients/deliveries.ts';
import { isId } from '../ids.ts';
import { CannotDo } from './cannot-do.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

/** A delivery that was given up begins anew; a server that runs sees to it within a second or so. */
export function addDeliveriesRetry(deliveries: Command, terminal: Terminal): void {
  deliveries
    .command('retry')
    .description('try a delivery again that was given up')
    .argument('<deliveryId>', 'as deliveries list names it')
    .action(async (id: string) => {
      await withRegister(terminal, async ({ stores, now }) => {
        const times = { dueAt: now, expiresAt: now + DELIVERY_LIFETIME_SECONDS * 1000 };
        if (!isId('dlv', id) || !(await stores.deliveries.revive(id, times))) {
          throw new CannotDo('no such delivery was given up');
        }
        terminal.print('waiting');
      });
    });
}
