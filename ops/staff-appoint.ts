import { Option, type Command } from 'commander';

import { decideAppointment } from '../enrolment/staffing.ts';
import { OFFICE_ROLES } from '../enrolment/office-roles.ts';
import type { StaffRole } from '../enrolment/staff.ts';
import { CannotDo } from './cannot-do.ts';
import { findAccount, LOGIN_ARGUMENT } from './find-account.ts';
import { findOffice } from './find-office.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

const ROLES = [...new Set(OFFICE_ROLES.flatMap(({ value }) => Object.values(value).flat()))];

/** The first supervisor of an office; everybody else is appointed by supervisors at the console. */
export function addStaffAppoint(staff: Command, terminal: Terminal): void {
  staff
    .command('appoint')
    .description('let somebody work in an office')
    .argument(...LOGIN_ARGUMENT)
    .requiredOption('--office <id>', 'as senid offices list prints it')
    .addOption(
      new Option('--role <role...>', 'one or several').choices(ROLES).makeOptionMandatory(),
    )
    .action(
      async (login: string, { office: officeId, role }: { office: string; role: string[] }) => {
        await withRegister(terminal, async ({ stores, now }) => {
          const account = await findAccount(login, stores.accounts, terminal);
          const decision = decideAppointment({
            appointer: { kind: 'operator' },
            office: await findOffice(officeId, stores.staff),
            candidate: { account, locks: await stores.accounts.openLocks(account.id) },
            works: await stores.staff.ofAccount(account.id),
            roles: role as StaffRole[],
            reason: 'new_colleague',
            now,
          });
          if (decision.kind === 'refused') throw new CannotDo(`not appointed: ${decision.why}`);
          const { kind } = await stores.writer.apply(decision.writes);
          if (kind !== 'written') throw new CannotDo('somebody appointed them a moment ago');
          terminal.print(decision.id);
        });
      },
    );
}
