import type { Account, AccountStore } from '../accounts/account.ts';
import { CannotDo } from './cannot-do.ts';
import { firstLine } from './first-line.ts';
import type { Terminal } from './terminal.ts';

/** How every command names its argument. */
export const LOGIN_ARGUMENT = [
  '<login>',
  'identification number; - reads it from standard input',
] as const;

/** The person who logs in so. The login is never repeated in an answer or an error. */
export async function findAccount(
  login: string,
  accounts: Pick<AccountStore, 'findByIdentifier'>,
  terminal: Terminal,
): Promise<Account> {
  const identifier = login === '-' ? await firstLine(terminal, 'login') : login;
  const account = await accounts.findByIdentifier(identifier);
  if (account === undefined) throw new CannotDo('nobody has this login');
  return account;
}
