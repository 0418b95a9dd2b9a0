import type { Command } from 'commander';

import { ruleInForce } from '../accounts/legal-rules.ts';
import { dateInVietNam } from '../accounts/vietnam-date.ts';
import { withEndings } from '../enrolment/ending.ts';
import { createLocks } from '../enrolment/lock-service.ts';
import { LOCK_RULES } from '../enrolment/lock-rules.ts';
import type { LiftRefusal } from '../enrolment/locks.ts';
import { CannotDo } from './cannot-do.ts';
import { findAccount, LOGIN_ARGUMENT } from './find-account.ts';
import { addRequestOptions, documentOf, type RequestOptions } from './lock-options.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

const REFUSALS: Readonly<Record<LiftRefusal, string>> = {
  not_entitled: 'whoever asks may not lift a lock on this ground',
  document_missing: 'a lock on this ground is lifted in writing: --document is needed',
  no_such_lock: 'this account has no such open lock',
  never_lifted: 'a lock on this ground is never lifted',
};

interface LiftOptions extends RequestOptions {
  readonly reason?: string;
}

/** Lifts one lock; the account stays locked while another one is open. */
export function addAccountsUnlock(accounts: Command, terminal: Terminal): void {
  const command = accounts
    .command('unlock')
    .description('lift one lock of an account')
    .argument('<lockId>', 'as accounts show names it')
    .argument(...LOGIN_ARGUMENT)
    .option('--reason <words>', 'why; kept with the lock');
  addRequestOptions(command).action(async (lockId: string, login: string, options: LiftOptions) => {
    await withRegister(terminal, async ({ stores, now }) => {
      const { id } = await findAccount(login, stores.accounts, terminal);
      const open = await stores.accounts.openLocks(id);
      const lock = open.find((each) => each.id === lockId);
      if (lock === undefined) throw new CannotDo(REFUSALS.no_such_lock);
      const [first] = ruleInForce(LOCK_RULES, dateInVietNam(now))[lock.ground].mayLift;
      const requester = options.requester ?? first;
      if (requester === undefined) throw new CannotDo(REFUSALS.never_lifted);
      const document = documentOf(options, now);
      const { reason } = options;
      const locks = createLocks({
        accounts: stores.accounts,
        writer: withEndings(stores.writer, stores),
        clock: () => now,
      });
      const outcome = await locks.lift(id, { lockId: lock.id, requester, document, reason });
      if (outcome.kind === 'refused') throw new CannotDo(REFUSALS[outcome.reason]);
      const others = outcome.left.length;
      terminal.print(others === 0 ? 'unlocked' : `lifted; locked still, by ${others} more`);
    });
  });
}
