import type { Case } from '../case.ts';
import type { Captured } from './capture.ts';
import type { CaseSummary } from './case-summary.ts';
import { restingOn } from './judge-step.ts';
import type { StepDefinition } from './step-definition.ts';
import type { StepInput } from './step-input.ts';
import { STEP_NAMES, type StepName } from './vocabulary.ts';
import { withForm } from './written-form.ts';

type Kind = Pick<Case, 'kind'>;
type Values = Pick<StepInput, 'values'>;

/** The step that is taken back with all that rest on it. */
function takenBack(seen: Kind, { values }: Values): ReadonlySet<StepName> {
  const undone = STEP_NAMES.find((known) => known === values.step);
  return undone === undefined ? new Set() : restingOn(seen, undone);
}

/** What was entered in a step that is taken back goes with it. Pure. */
export function withoutUndone(seen: Kind, summary: CaseSummary, input: Values): CaseSummary {
  const gone = takenBack(seen, input);
  const { locks, biometrics } = summary;
  const { face, fingerprints } = biometrics;
  return {
    ...(gone.has('form_filled') ? withForm(summary, { values: {} }) : summary),
    locks: locks && gone.has('documents_checked') ? { open: locks.open } : locks,
    biometrics: {
      face: gone.has('face_captured') ? undefined : face,
      fingerprints: gone.has('fingerprints_captured') ? undefined : fingerprints,
    },
  };
}

interface Took {
  readonly input: Values;
  readonly captured: Pick<Captured, 'outcome'> | undefined;
  readonly now: number;
}

/**
 * Steps that stand after this one. A comparison that found somebody else is a step that was taken, and one that is not
 * done; what rested on a step that is taken again (consent on the form) is agreed to anew. Pure.
 */
export function doneAfter(
  seen: Pick<Case, 'kind' | 'version'>,
  { done }: CaseSummary,
  { name, by }: StepDefinition,
  { input, captured, now }: Took,
): CaseSummary['done'] {
  if (name === 'undone') return without(done, takenBack(seen, input));
  const still = without(done, restingOn(seen, name));
  const told = by.includes('staff') && captured !== undefined;
  const holds = !told || captured.outcome === 'match' || captured.outcome === 'enrolled';
  return holds ? { ...still, [name]: { sequence: seen.version + 1, at: now } } : still;
}

function without(done: CaseSummary['done'], gone: ReadonlySet<StepName>): CaseSummary['done'] {
  return Object.fromEntries(Object.entries(done).filter(([step]) => !gone.has(step as StepName)));
}
