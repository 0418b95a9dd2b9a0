import type { CaseActor } from '../case.ts';
import type { StepOutcome, StepRequest } from './cases.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import { nameOf, wasTakenUnder } from './step-record.ts';

/** Who took the step that came in between; the same request sent again is the one that was taken. */
export async function whoWasQuicker(
  { cases }: CasesDependencies,
  {
    caseId,
    seenVersion,
    requestId,
    actor,
  }: Pick<StepRequest, 'caseId' | 'seenVersion' | 'actor' | 'requestId'>,
): Promise<StepOutcome | 'changed_beside'> {
  const steps = await cases.steps(caseId);
  const next = steps.find(({ sequence }) => sequence === seenVersion + 1);
  const last = steps.at(-1);
  if (last === undefined) return { kind: 'not_found' };
  if (last.sequence === seenVersion) return 'changed_beside';
  if (next !== undefined && wasTakenUnder(next, requestId) && isSame(next.actor, actor)) {
    return { kind: 'taken', caseId, version: next.sequence };
  }
  return { kind: 'outdated', step: nameOf(last), actor: last.actor, at: last.at };
}

function isSame(one: CaseActor, other: CaseActor): boolean {
  const idOf = (actor: CaseActor) => ('accountId' in actor ? actor.accountId : undefined);
  return one.kind === other.kind && idOf(one) === idOf(other);
}
