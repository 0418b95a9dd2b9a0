import { Option, type Command } from 'commander';

import type { LockGround } from '../accounts/account.ts';
import { LOCK_GROUNDS, ruleInForce } from '../accounts/legal-rules.ts';
import { dateInVietNam } from '../accounts/vietnam-date.ts';
import { systemClock } from '../clock.ts';
import { withEndings } from '../enrolment/ending.ts';
import { createLocks } from '../enrolment/lock-service.ts';
import { LOCK_RULES } from '../enrolment/lock-rules.ts';
import type { LockRefusal } from '../enrolment/locks.ts';
import { CannotDo } from './cannot-do.ts';
import { findAccount, LOGIN_ARGUMENT } from './find-account.ts';
import { addRequestOptions, documentOf, type RequestOptions } from './lock-options.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

const REFUSALS: Readonly<Record<LockRefusal, string>> = {
  not_entitled: 'whoever asks may not lock on this ground',
  document_missing: 'on this ground it is asked for in writing: --document is needed',
  locked_already: 'locked on this ground already',
};

interface LockOptions extends RequestOptions {
  readonly ground: LockGround;
  readonly agency?: string;
}

/** From now on nothing of the account is honoured on any node; the server need not be told. */
export function addAccountsLock(accounts: Command, terminal: Terminal): void {
  const today = dateInVietNam(systemClock());
  const command = accounts
    .command('lock')
    .description('lock an account')
    .argument(...LOGIN_ARGUMENT)
    .addOption(
      new Option('--ground <ground>', 'why; shown to nobody but the holder')
        .choices(ruleInForce(LOCK_GROUNDS, today))
        .makeOptionMandatory(),
    )
    .option('--agency <name>', 'which agency asks');
  addRequestOptions(command).action(async (login: string, options: LockOptions) => {
    await withRegister(terminal, async ({ stores, now }) => {
      const { ground, agency } = options;
      const { id } = await findAccount(login, stores.accounts, terminal);
      const [first] = ruleInForce(LOCK_RULES, today)[ground].mayRequest;
      const requester = options.requester ?? first;
      if (requester === undefined) throw new CannotDo(REFUSALS.not_entitled);
      const document = documentOf(options, now);
      const locks = createLocks({
        accounts: stores.accounts,
        writer: withEndings(stores.writer, stores),
        clock: () => now,
      });
      const outcome = await locks.lock(id, { ground, requester, document, agency });
      if (outcome.kind === 'refused') throw new CannotDo(REFUSALS[outcome.reason]);
      terminal.print(outcome.lock.id);
    });
  });
}
