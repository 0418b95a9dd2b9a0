import { Option, type Command } from 'commander';

import { auditRecord } from '../audit/events.ts';
import { OFFICE_KINDS } from '../enrolment/office-roles.ts';
import { isPlainText } from '../enrolment/plain-text.ts';
import type { OfficeKind } from '../enrolment/staff.ts';
import { newId } from '../ids.ts';
import { CannotDo } from './cannot-do.ts';
import type { Terminal } from './terminal.ts';
import { withRegister } from './with-register.ts';

interface Answers {
  readonly kind: OfficeKind;
  readonly vi: string;
  readonly en: string;
  readonly province: string;
}

/** Prints the id of the new office. */
export function addOfficesAdd(offices: Command, terminal: Terminal): void {
  offices
    .command('add')
    .description('enter an office')
    .addOption(
      new Option('--kind <kind>', 'what it does').choices([...OFFICE_KINDS]).makeOptionMandatory(),
    )
    .requiredOption('--vi <name>', 'its name in Vietnamese')
    .requiredOption('--en <name>', 'its name in English')
    .requiredOption('--province <name>', 'where it is')
    .action(async ({ kind, vi, en, province }: Answers) => {
      for (const text of [vi, en, province]) {
        if (text.trim() === '' || text.length > 120 || !isPlainText(text)) {
          throw new CannotDo('a name is 1 to 120 characters that can be seen');
        }
      }
      await withRegister(terminal, async ({ stores, now }) => {
        const id = newId('office');
        const office = {
          id,
          kind,
          name: { vi, en },
          province,
          createdAt: now,
          closedAt: undefined,
        };
        await stores.writer.apply([
          { kind: 'office', office },
          { kind: 'audit', record: auditRecord('officeAdded', {}, { officeId: id, kind }, now) },
        ]);
        terminal.print(id);
      });
    });
}
