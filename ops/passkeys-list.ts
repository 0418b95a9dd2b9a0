import type { Command } from 'commander';

import type { Passkey } from '../accounts/passkey-store.ts';
import { findAccount, LOGIN_ARGUMENT } from './find-account.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

/** One line each: id, kind, times. The name a holder gave is personal and stays sealed. */
export function addPasskeysList(passkeys: Command, terminal: Terminal): void {
  passkeys
    .command('list')
    .description('passkeys of an account')
    .argument(...LOGIN_ARGUMENT)
    .action(async (login: string) => {
      await withRegister(terminal, async ({ stores }) => {
        const { id } = await findAccount(login, stores.accounts, terminal);
        for (const passkey of await stores.passkeys.listByAccount(id)) {
          terminal.print(inWords(passkey));
        }
      });
    });
}

function inWords({ id, backupEligible, createdAt, lastUsedAt }: Passkey): string {
  const used = lastUsedAt === undefined ? 'never used' : `last used ${isoTime(lastUsedAt)}`;
  return `${id}  ${backupEligible ? 'synced' : 'device-bound'}  added ${isoTime(createdAt)}  ${used}`;
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
