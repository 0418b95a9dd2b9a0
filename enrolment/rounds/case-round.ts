import type { Clock } from '../../clock.ts';
import type { Case, CaseStore } from '../case.ts';
import type { Cases } from '../cases/cases.ts';
import type { RegisterWriter } from '../register-writes.ts';

const CASES_AT_ONCE = 10;
/** Longer than a step of the program takes, registers that hang included: only who has crashed loses a claim. */
const CLAIM_MS = 60_000;

export interface CaseRoundSources {
  readonly cases: Pick<CaseStore, 'dueForProgram'>;
  readonly program: Pick<Cases, 'goOn'>;
  readonly writer: RegisterWriter;
  readonly clock: Clock;
}

/**
 * The program's own steps on cases whose time has come. Each is claimed first, by putting off when it is looked at next:
 * of all nodes one goes on with it, and after a crash another does. Returns how many were gone on with here.
 */
export async function goOnWithCases(sources: CaseRoundSources): Promise<number> {
  const { cases, program, clock } = sources;
  let count = 0;
  const failures: unknown[] = [];
  for (const seen of await cases.dueForProgram(clock(), CASES_AT_ONCE)) {
    // One that nothing can be done with keeps no other waiting; its claim runs out, and it is tried again.
    try {
      const claimed = await claim(sources, seen);
      if (claimed === undefined) continue;
      await program.goOn(claimed);
      count += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return count;
}

async function claim({ writer, clock }: CaseRoundSources, seen: Case): Promise<Case | undefined> {
  const nextAt = clock() + CLAIM_MS;
  const outcome = await writer.apply([{ kind: 'case_next', seen, nextAt }]);
  return outcome.kind === 'written' ? { ...seen, nextAt } : undefined;
}
