import type { Command } from 'commander';

import { decideEnd } from '../enrolment/staffing.ts';
import { CannotDo } from './cannot-do.ts';
import { findAccount, LOGIN_ARGUMENT } from './find-account.ts';
import { findOffice } from './find-office.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

/** From the next request on they may do nothing at the console; sessions need not be ended. */
export function addStaffEnd(staff: Command, terminal: Terminal): void {
  staff
    .command('end')
    .description('somebody works in their office no longer')
    .argument(...LOGIN_ARGUMENT)
    .action(async (login: string) => {
      await withRegister(terminal, async ({ stores, now }) => {
        const account = await findAccount(login, stores.accounts, terminal);
        const member = await stores.staff.ofAccount(account.id);
        if (member === undefined) throw new CannotDo('they work in no office');
        const decision = decideEnd({
          appointer: { kind: 'operator' },
          office: await findOffice(member.officeId, stores.staff),
          member,
          reason: 'left',
          now,
        });
        if (decision.kind === 'refused') throw new CannotDo(`not ended: ${decision.why}`);
        const { kind } = await stores.writer.apply(decision.writes);
        if (kind !== 'written') throw new CannotDo('somebody ended that a moment ago');
        terminal.print(member.id);
      });
    });
}
