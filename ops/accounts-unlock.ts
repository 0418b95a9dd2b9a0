import type { Command } from 'commander';

import { CannotDo } from './cannot-do.ts';
import { findAccount, LOGIN_ARGUMENT } from './find-account.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

/** Lifts one lock; the account stays locked while another one is open. */
export function addAccountsUnlock(accounts: Command, terminal: Terminal): void {
  accounts
    .command('unlock')
    .description('lift one lock of an account')
    .argument('<lockId>', 'as accounts show names it')
    .argument(...LOGIN_ARGUMENT)
    .action(async (lockId: string, login: string) => {
      await withRegister(terminal, async ({ stores, audit, now }) => {
        const { id: accountId } = await findAccount(login, stores.accounts, terminal);
        const open = await stores.accounts.openLocks(accountId);
        const lock = open.find(({ id }) => id === lockId);
        if (lock === undefined || !(await stores.accounts.liftLock(lock.id, now))) {
          throw new CannotDo('this account has no such open lock');
        }
        await audit.accountUnlocked({ accountId }, { lockId: lock.id });
        const others = open.length - 1;
        terminal.print(others === 0 ? 'unlocked' : `lifted; locked still, by ${others} more`);
      });
    });
}
