import type { Command } from 'commander';

import { EVENT_CATALOGUE } from '../audit/event-catalogue.ts';
import { CannotDo } from './cannot-do.ts';
import { MOST, parseLimit } from './parse-limit.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

/** One JSON object per line, newest first. */
export function addAuditList(audit: Command, terminal: Terminal): void {
  audit
    .command('list')
    .description('the newest events, one JSON object per line')
    .option('--type <type>', 'e.g. account.locked; see docs/reference/events.md')
    .option('--limit <count>', `at most so many, up to ${MOST}`, parseLimit, 50)
    .action(async ({ type, limit }: { type?: string; limit: number }) => {
      if (type !== undefined && !isKnown(type))
        throw new CannotDo('there is no such type of event');
      await withRegister(terminal, async ({ stores }) => {
        const filter = { limit, ...(type === undefined ? undefined : { type }) };
        for (const { at, ...record } of await stores.audit.list(filter)) {
          terminal.print(JSON.stringify({ at: new Date(at).toISOString(), ...record }));
        }
      });
    });
}

function isKnown(type: string): boolean {
  return Object.values(EVENT_CATALOGUE).some((event) => event.type === type);
}
