import type { Case } from '../case.ts';
import { applies } from './judge-step.ts';
import { kindDefinition } from './kinds.ts';
import type { CaseSummary } from './case-summary.ts';
import type { ClockView, NextView } from './case-view.ts';
import type { StepDefinition } from './step-definition.ts';
import type { StepName } from './vocabulary.ts';

/** What the course of a case is made of; the rest turns it aside or ends it. */
const ASIDE: readonly StepName[] = [
  'found_incomplete',
  'returned',
  'refused',
  'withdrawn',
  'undone',
  'activation_renewed',
];

/** What happens next, by whom, and until when. Pure. */
export function nextOf(seen: Case, summary: CaseSummary, clock: ClockView): NextView {
  switch (seen.status) {
    case 'refused':
    case 'withdrawn':
    case 'done':
      return { by: 'nobody', step: undefined, at: undefined };
    case 'approved':
      return { by: 'holder', step: 'activated', at: summary.activation?.until };
    case 'paused': {
      const step = nextStep(seen, summary);
      // First the applicant brings what is missing; then an officer confirms it.
      if (step === undefined || step.name === 'supplemented') {
        return { by: 'applicant', step: 'supplemented', at: undefined };
      }
      return { by: takenBy(step, summary), step: step.name, at: undefined };
    }
    case 'collecting':
    case 'running': {
      const step = nextStep(seen, summary);
      const by = step === undefined ? 'nobody' : takenBy(step, summary);
      const at = by === 'program' ? (seen.nextAt ?? clock.dueAt) : clock.dueAt;
      return { by, step: step?.name, at };
    }
    default:
      return seen.status satisfies never;
  }
}

function nextStep({ kind, status }: Case, summary: CaseSummary): StepDefinition | undefined {
  return kindDefinition(kind).steps.find(
    (step) =>
      !ASIDE.includes(step.name) &&
      step.statuses.includes(status) &&
      applies(step, summary) &&
      (summary.done[step.name] === undefined ||
        (step.name === 'forwarded' && status === 'running') ||
        (step.name === 'submitted' && status === 'paused') ||
        step.name === 'supplemented'),
  );
}

function takenBy({ by, offices }: StepDefinition, { openedBy }: CaseSummary): NextView['by'] {
  if (by.includes('system')) return 'program';
  // What either could do is done where the case was opened.
  if (by.includes('holder') && openedBy === 'holder') return 'holder';
  if (by.includes('applicant')) return 'applicant';
  if (!by.includes('staff')) return 'holder';
  return offices.includes('identification_authority') ? 'authority' : 'receiving_office';
}
