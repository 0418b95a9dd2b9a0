import type { Command } from 'commander';

import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

/** One line each. */
export function addOfficesList(offices: Command, terminal: Terminal): void {
  offices
    .command('list')
    .description('all offices')
    .action(async () => {
      await withRegister(terminal, async ({ stores }) => {
        for (const { id, kind, name, province, closedAt } of await stores.staff.offices()) {
          const closed = closedAt === undefined ? '' : '  closed';
          terminal.print(`${id}  ${kind}  ${name.vi}  ${province}${closed}`);
        }
      });
    });
}
