import type { Command } from 'commander';

import { CannotDo } from './cannot-do.ts';
import { CLIENT_ARGUMENT, findClient } from './find-client.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

/** Its tokens open nothing from now on; what people agreed to, and what was disclosed, stays on record. */
export function addClientsRemove(clients: Command, terminal: Terminal): void {
  clients
    .command('remove')
    .description('remove a relying party that registered itself')
    .argument(...CLIENT_ARGUMENT)
    .action(async (clientId: string) => {
      await withRegister(terminal, async ({ stores, audit }) => {
        const { origin } = await findClient(clientId, stores.clients);
        if (origin === 'seeded') throw new CannotDo('this one is put back at every start');
        await stores.clients.remove(clientId);
        await stores.clientChanges.announce(clientId);
        await audit.clientRemoved({ clientId }, { initiator: 'operator' });
        terminal.print('removed');
      });
    });
}
