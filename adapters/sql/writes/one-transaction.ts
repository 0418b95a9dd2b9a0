import type { WriteOutcome } from '../../../enrolment/register-writes.ts';
import { Conflict } from '../../../errors.ts';
import type { RegisterDatabase } from '../register-database.ts';
import type { Transact } from '../transact.ts';
import type { Step } from './step.ts';

/** All of them, or none. */
export async function inOneTransaction(
  transact: Transact,
  steps: readonly Step[],
): Promise<WriteOutcome> {
  try {
    await transact(async (transaction) => {
      for (const step of steps) await take(step, transaction);
    });
    return { kind: 'written' };
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

async function take({ run, taken }: Step, transaction: RegisterDatabase): Promise<void> {
  let isAsSeen: boolean;
  try {
    isAsSeen = await run(transaction);
  } catch (error) {
    if (error instanceof Conflict) throw new Refused({ kind: 'taken', what: taken });
    throw error;
  }
  if (!isAsSeen) throw new Refused({ kind: 'outdated' });
}

/** Undoes a transaction on its way out. */
class Refused extends Error {
  readonly outcome: WriteOutcome;

  constructor(outcome: WriteOutcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}
