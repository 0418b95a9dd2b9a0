import type { Command } from 'commander';

import { findOffice } from './find-office.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

/** One line each; by account, because a name in a terminal is somebody's. */
export function addStaffList(staff: Command, terminal: Terminal): void {
  staff
    .command('list')
    .description('who works in an office')
    .argument('<office>', 'as senid offices list prints it')
    .action(async (officeId: string) => {
      await withRegister(terminal, async ({ stores }) => {
        const office = await findOffice(officeId, stores.staff);
        for (const { id, accountId, roles, since } of await stores.staff.ofOffice(office.id)) {
          const from = new Date(since).toISOString();
          terminal.print(`${id}  ${accountId}  ${roles.join(',')}  since ${from}`);
        }
      });
    });
}
