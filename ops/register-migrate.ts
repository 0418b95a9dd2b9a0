import type { Command } from 'commander';

import type { Terminal } from './terminal.ts';
import { withSchema } from './with-schema.ts';

/** What a node does when it starts, and what it leaves to an operator: the end of what older programs use. */
export function addRegisterMigrate(register: Command, terminal: Terminal): void {
  register
    .command('migrate')
    .description('bring the register up to date; only when no older SenID serves it any more')
    .action(async () => {
      await withSchema(terminal, async (schema) => {
        const applied = await schema.migrate();
        for (const name of applied) terminal.print(name);
        if (applied.length === 0) terminal.print('nothing to do');
      });
    });
}
