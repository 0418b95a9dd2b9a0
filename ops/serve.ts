import type { Command } from 'commander';

import type { Terminal } from './terminal.ts';

/** What `npm start` does, from the same program. */
export function addServe(senid: Command, terminal: Terminal): void {
  senid
    .command('serve')
    .description('serve: the provider, and in a sandbox its people and sample relying parties')
    .option('--workers <number>', 'processes that serve, or auto for one per core', '1')
    .action(async ({ workers }: { workers: string }) => {
      // Only now: the other commands need nothing of it.
      const { parseWorkers, serve } = await import('../serve.ts');
      await serve(terminal.environment, { workers: parseWorkers(workers) });
    });
}
