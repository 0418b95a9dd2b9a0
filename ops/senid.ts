import { Command } from 'commander';

import { SenidError } from '../errors.ts';
import { addAccountsLock } from './accounts-lock.ts';
import { addAccountsShow } from './accounts-show.ts';
import { addAccountsUnlock } from './accounts-unlock.ts';
import { addAuditList } from './audit-list.ts';
import { addClientsInvite } from './clients-invite.ts';
import { addClientsList } from './clients-list.ts';
import { addClientsRemove } from './clients-remove.ts';
import { addClientsShow } from './clients-show.ts';
import { addConsentsWithdraw } from './consents-withdraw.ts';
import { addDeliveriesList } from './deliveries-list.ts';
import { addDeliveriesRetry } from './deliveries-retry.ts';
import { addDocs } from './docs.ts';
import { addKeysList } from './keys-list.ts';
import { addKeysRetire } from './keys-retire.ts';
import { addKeysRotate } from './keys-rotate.ts';
import { addOfficesAdd } from './offices-add.ts';
import { addOfficesList } from './offices-list.ts';
import { addPasskeysList } from './passkeys-list.ts';
import { addPasskeysRemove } from './passkeys-remove.ts';
import { addRegisterCopy } from './register-copy.ts';
import { addRegisterMigrate } from './register-migrate.ts';
import { addRegisterStatus } from './register-status.ts';
import { addServe } from './serve.ts';
import { addSignerServe } from './signer-serve.ts';
import { addStaffAppoint } from './staff-appoint.ts';
import { addStaffEnd } from './staff-end.ts';
import { addStaffList } from './staff-list.ts';
import type { Terminal } from './terminal.ts';

/** The command line: works on the data folder of the environment, beside a server that runs or without one. */
async function main(terminal: Terminal): Promise<void> {
  const senid = new Command('senid')
    .description('Look after the accounts of a SenID')
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'senid: ')) })
    .addHelpText(
      'after',
      '\nA <login> of - is read from standard input, where neither the history of the shell nor ps shows it.' +
        '\nThe data folder and the secrets are those of DATABASE_URL and SENID_SECRETS_FILE.',
    );
  const accounts = senid.command('accounts').description('people');
  addAccountsShow(accounts, terminal);
  addAccountsLock(accounts, terminal);
  addAccountsUnlock(accounts, terminal);
  const passkeys = senid.command('passkeys').description('passkeys of a person');
  addPasskeysList(passkeys, terminal);
  addPasskeysRemove(passkeys, terminal);
  const clients = senid.command('clients').description('relying parties');
  addClientsList(clients, terminal);
  addClientsShow(clients, terminal);
  addClientsInvite(clients, terminal);
  addClientsRemove(clients, terminal);
  addConsentsWithdraw(senid.command('consents').description('consents of a person'), terminal);
  addAuditList(senid.command('audit').description('what happened'), terminal);
  const offices = senid.command('offices').description('where officers work');
  addOfficesAdd(offices, terminal);
  addOfficesList(offices, terminal);
  const staff = senid.command('staff').description('officers');
  addStaffAppoint(staff, terminal);
  addStaffEnd(staff, terminal);
  addStaffList(staff, terminal);
  const deliveries = senid.command('deliveries').description('what relying parties are told');
  addDeliveriesList(deliveries, terminal);
  addDeliveriesRetry(deliveries, terminal);
  const keys = senid.command('keys').description('signing keys');
  addKeysList(keys, terminal);
  addKeysRotate(keys, terminal);
  addKeysRetire(keys, terminal);
  addSignerServe(
    senid.command('signer').description('a process of its own for the signing keys'),
    terminal,
  );
  const register = senid.command('register').description('the register itself');
  addRegisterStatus(register, terminal);
  addRegisterMigrate(register, terminal);
  addRegisterCopy(register, terminal);
  addServe(senid, terminal);
  addDocs(senid, terminal);
  await senid.parseAsync();
}

/** One line, without the message of errors that are not ours: it may quote what was typed or stored. */
function explain(error: unknown): string {
  if (error instanceof SenidError) return error.message;
  const { name, stack = '' } = error instanceof Error ? error : new Error();
  const frame = stack.split('\n').find((line) => line.startsWith('    at '));
  return `unexpected ${name}${frame === undefined ? '' : ` ${frame.trim()}`}`;
}

try {
  await main({
    environment: process.env,
    input: process.stdin,
    print: (line) => process.stdout.write(`${line}\n`),
  });
} catch (error) {
  process.stderr.write(`senid: ${explain(error)}\n`);
  process.exitCode = 1;
}
