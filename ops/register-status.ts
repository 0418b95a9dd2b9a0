import type { Command } from 'commander';

import { placeOf } from '../adapters/open-stores.ts';
import { readConfig } from '../config.ts';
import type { Terminal } from './terminal.ts';
import { withSchema } from './with-schema.ts';

export function addRegisterStatus(register: Command, terminal: Terminal): void {
  register
    .command('status')
    .description('which changes of its form the register has had; changes nothing')
    .action(async () => {
      await withSchema(terminal, async (schema) => {
        const state = await schema.state();
        const waits = state.contracting === undefined ? '' : ' (senid register migrate)';
        for (const [name, value] of [
          ['register', placeOf(readConfig(terminal.environment).register)],
          ['applied', state.applied.join(', ') || 'none'],
          ['pending', `${state.pending.join(', ') || 'none'}${waits}`],
          ['newer', state.newer.join(', ') || 'none'],
          ['foreign', state.foreign.join(', ') || 'none'],
          ['whole', state.isUnfinishedCopy ? 'no: a copy was not finished' : 'yes'],
        ] as const) {
          terminal.print(`${name.padEnd(10)}${value}`);
        }
      });
    });
}
