import { Option, type Command } from 'commander';

import type { Terminal } from './terminal.ts';

/** What `npm start` does, from the same program. */
export function addServe(senid: Command, terminal: Terminal): void {
  senid
    .command('serve')
    .description('serve: the provider, and in a sandbox its people and sample relying parties')
    .option('--workers <number>', 'processes that serve, or auto for one per core', '1')
    .addOption(
      new Option('--profile <name>', 'what else it is for: docs/conformance.md').choices([
        'conformance',
      ]),
    )
    .action(async ({ workers, profile }: { workers: string; profile?: string }) => {
      // Only now: the other commands need nothing of it.
      const { parseWorkers, serve, withProfile } = await import('../serve.ts');
      const environment = withProfile(terminal.environment, profile);
      await serve(environment, { workers: parseWorkers(workers) });
    });
}
