import type { Command } from 'commander';

import type { Account, Lock } from '../accounts/account.ts';
import { accountState, type AccountState } from '../accounts/account-state.ts';
import { findAccount, LOGIN_ARGUMENT } from './find-account.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

/** No name, no contact, no whole number: enough to act on an account, too little to learn about its holder. */
export function addAccountsShow(accounts: Command, terminal: Terminal): void {
  accounts
    .command('show')
    .description('level and state of an account')
    .argument(...LOGIN_ARGUMENT)
    .action(async (login: string) => {
      await withRegister(terminal, async ({ stores, now }) => {
        const account = await findAccount(login, stores.accounts, terminal);
        const locks = await stores.accounts.openLocks(account.id);
        const passkeys = await stores.passkeys.listByAccount(account.id);
        for (const [name, value] of [
          ['account', account.id],
          ['number', masked(account)],
          ['subject type', account.subjectType],
          ['level', String(account.level)],
          ['state', stateInWords(accountState(account, locks, now))],
          ...locks.map((lock) => ['lock', lockInWords(lock)] as const),
          ['passkeys', String(passkeys.length)],
        ] as const) {
          terminal.print(`${name.padEnd(14)}${value}`);
        }
      });
    });
}

/** As on the pages a holder sees. */
function masked({ identifier }: Account): string {
  return `${'•'.repeat(Math.max(0, identifier.length - 3))}${identifier.slice(-3)}`;
}

function stateInWords(state: AccountState): string {
  switch (state.kind) {
    case 'document_expired':
      return `document_expired (${state.document}, last valid on ${state.expiredOn})`;
    case 'locked':
    case 'active':
    case 'not_activated':
    case 'too_young':
    case 'representative_only':
    case 'may_not_act':
    case 'ward_unusable':
      return state.kind;
    default:
      return state satisfies never;
  }
}

function lockInWords({ id, ground, lockedAt, requester }: Lock): string {
  const asked = requester === undefined ? '' : `, asked for by ${requester}`;
  return `${id} ${ground} since ${new Date(lockedAt).toISOString()}${asked}`;
}
