import { SealedCase } from '../case-store.ts';
import { changes, does, inserts, type Keep, type Writers } from './step.ts';

export function caseWrites({ sealer, hash }: Keep): Writers<'case_step' | 'case_next'> {
  const cases = new SealedCase(sealer, hash);
  return {
    case_step({ row, step, openKey }) {
      if (step.sequence !== row.version) {
        throw new RangeError('a step is counted as the version it leads to');
      }
      // It holds the applicant's number, which nobody reads out of the register.
      const openIndex = openKey && hash('open case', openKey).toString('base64url');
      const values = { ...cases.toRow(row), open_key: openIndex ?? null };
      const { id, ...changed } = values;
      const stepRow = cases.stepToRow(id, step);
      const stand =
        row.version === 1
          ? inserts(
              (transaction) =>
                transaction
                  .insertInto('cases')
                  .values(values)
                  .onConflict((conflict) => conflict.column('id').doNothing()),
              'open_case',
            )
          : changes(
              (transaction) =>
                transaction
                  .updateTable('cases')
                  .set(changed)
                  .where('id', '=', id)
                  .where('version', '=', row.version - 1),
              'open_case',
            );
      return [stand, does((transaction) => transaction.insertInto('case_steps').values(stepRow))];
    },

    case_next: ({ seen, nextAt }) => [
      changes((transaction) =>
        transaction
          .updateTable('cases')
          .set({ next_at: nextAt ?? null })
          .where('id', '=', seen.id)
          .where('version', '=', seen.version)
          .where('next_at', seen.nextAt === undefined ? 'is' : '=', seen.nextAt ?? null),
      ),
    ],
  };
}
