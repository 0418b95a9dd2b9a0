import type { Command } from 'commander';

import { CannotDo } from './cannot-do.ts';
import { findAccount, LOGIN_ARGUMENT } from './find-account.ts';
import { logOutEverywhere } from './log-out-everywhere.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

/** What rested on the passkey is weaker, or ends, with the next request or refresh. */
export function addPasskeysRemove(passkeys: Command, terminal: Terminal): void {
  passkeys
    .command('remove')
    .description('remove a passkey that was lost or stolen')
    .argument('<passkeyId>', 'as passkeys list names it')
    .argument(...LOGIN_ARGUMENT)
    .action(async (passkeyId: string, login: string) => {
      await withRegister(terminal, async (register) => {
        const { stores, audit, now } = register;
        const { id: accountId } = await findAccount(login, stores.accounts, terminal);
        const held = await stores.passkeys.listByAccount(accountId);
        const passkey = held.find(({ id }) => id === passkeyId);
        if (passkey === undefined || !(await stores.passkeys.remove(passkey.id, now))) {
          throw new CannotDo('this account has no such passkey');
        }
        await audit.passkeyRemoved({ accountId }, { passkeyId: passkey.id });
        await logOutEverywhere(accountId, register);
        terminal.print('removed');
      });
    });
}
