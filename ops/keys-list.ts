import type { Command } from 'commander';

import { keyStates, type StatedKey } from '../provider/key-states.ts';
import type { Terminal } from './terminal.ts';
import { withKeys } from './with-keys.ts';

/** One line for each key: what it is now, since when, and until when. */
export function addKeysList(keys: Command, terminal: Terminal): void {
  keys
    .command('list')
    .description('signing keys: next, current, retired')
    .action(async () => {
      await withKeys(terminal, async ({ keeper, now }) => {
        terminal.print(`${'kid'.padEnd(43)}  alg    state    since                     until`);
        for (const key of keyStates(await keeper.records(), now)) terminal.print(inWords(key));
      });
    });
}

function inWords({ record: { kid, alg }, state, since, until }: StatedKey): string {
  const end = until === undefined ? '-' : isoTime(until);
  return `${kid.padEnd(43)}  ${alg.padEnd(5)}  ${state.padEnd(7)}  ${isoTime(since)}  ${end}`;
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
