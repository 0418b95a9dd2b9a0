import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Command } from 'commander';

import { CannotDo } from './cannot-do.ts';
import { assurancePage } from './reference/assurance.ts';
import { configurationPage } from './reference/configuration.ts';
import { errorsPage } from './reference/errors.ts';
import { eventsPage } from './reference/events.ts';
import { legalRulesPage } from './reference/legal-rules.ts';
import { messagesPage } from './reference/messages.ts';
import { metricsPage } from './reference/metrics.ts';
import { redisKeysPage } from './reference/redis-keys.ts';
import { scopesPage } from './reference/scopes.ts';
import { tiersPage } from './reference/tiers.ts';
import type { Terminal } from './terminal.ts';

const PAGES: Readonly<Record<string, () => string>> = {
  'assurance.md': assurancePage,
  'configuration.md': configurationPage,
  'errors.md': errorsPage,
  'events.md': eventsPage,
  'legal-rules.md': legalRulesPage,
  'messages.md': messagesPage,
  'metrics.md': metricsPage,
  'redis-keys.md': redisKeysPage,
  'scopes.md': scopesPage,
  'tiers.md': tiersPage,
};

/** The reference pages come from the tables the program itself runs on, so they cannot say something else. */
export function addDocs(senid: Command, terminal: Terminal): void {
  senid
    .command('docs')
    .description('write the reference pages, in a checkout of SenID')
    .option('--folder <path>', 'where they stand', 'docs/reference')
    .option('--check', 'write nothing; fail when a page is not what it would be now')
    .action(async ({ folder, check }: { folder: string; check?: true }) => {
      const stale = await stalePages(folder);
      if (check === true && stale.length > 0) {
        throw new CannotDo(`stale: ${stale.join(', ')}; run npm run docs`);
      }
      if (check !== true) await write(folder, stale);
      terminal.print(stale.length === 0 ? 'all up to date' : `written: ${stale.join(', ')}`);
    });
}

async function stalePages(folder: string): Promise<readonly string[]> {
  const stale = await Promise.all(
    Object.entries(PAGES).map(async ([name, page]) => {
      const present = await readFile(join(folder, name), 'utf8').catch(() => undefined);
      return present === page() ? [] : [name];
    }),
  );
  return stale.flat();
}

async function write(folder: string, names: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of names) await writeFile(join(folder, name), PAGES[name]?.() ?? '');
}
