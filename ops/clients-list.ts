import type { Command } from 'commander';

import type { ClientRecord, ClientStore } from '../clients/client.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

const PAGE = 200;

/** One line each. */
export function addClientsList(clients: Command, terminal: Terminal): void {
  clients
    .command('list')
    .description('all relying parties, by id')
    .action(async () => {
      await withRegister(terminal, async ({ stores }) => {
        for await (const client of allClients(stores.clients)) terminal.print(inWords(client));
      });
    });
}

async function* allClients(store: ClientStore): AsyncGenerator<ClientRecord> {
  let after = '';
  for (;;) {
    const page = await store.list({ after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.clientId;
  }
}

function inWords({ clientId, origin, policy, createdAt }: ClientRecord): string {
  const since = new Date(createdAt).toISOString();
  const name = printable(policy.organisation.name.vi);
  return `${clientId}  ${policy.tier}  ${origin}  since ${since}  ${name}`;
}

/** A name was chosen by somebody else: what moves a cursor or writes backwards stays out of a terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
}
