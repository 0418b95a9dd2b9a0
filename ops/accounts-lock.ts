import { Option, type Command } from 'commander';

import type { LockGround } from '../accounts/account.ts';
import { LOCK_GROUNDS, ruleInForce } from '../accounts/legal-rules.ts';
import { dateInVietNam } from '../accounts/vietnam-date.ts';
import { systemClock } from '../clock.ts';
import { newId } from '../ids.ts';
import { CannotDo } from './cannot-do.ts';
import { findAccount, LOGIN_ARGUMENT } from './find-account.ts';
import { logOutEverywhere } from './log-out-everywhere.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

/** From now on nobody logs in with the account and no token of it is honoured; the server need not be told. */
export function addAccountsLock(accounts: Command, terminal: Terminal): void {
  const grounds = ruleInForce(LOCK_GROUNDS, dateInVietNam(systemClock()));
  accounts
    .command('lock')
    .description('lock an account')
    .argument(...LOGIN_ARGUMENT)
    .addOption(
      new Option('--ground <ground>', 'why; shown to nobody but the holder')
        .choices(grounds)
        .makeOptionMandatory(),
    )
    .action(async (login: string, { ground }: { ground: LockGround }) => {
      await withRegister(terminal, async (register) => {
        const { stores, audit, now } = register;
        const { id: accountId } = await findAccount(login, stores.accounts, terminal);
        const open = await stores.accounts.openLocks(accountId);
        const same = open.find((lock) => lock.ground === ground);
        if (same !== undefined) throw new CannotDo(`locked on this ground already: ${same.id}`);
        const id = newId('lock');
        await stores.accounts.addLock({
          id,
          accountId,
          ground,
          lockedAt: now,
          liftedAt: undefined,
        });
        await audit.accountLocked({ accountId }, { lockId: id });
        await logOutEverywhere(accountId, register);
        terminal.print(id);
      });
    });
}
