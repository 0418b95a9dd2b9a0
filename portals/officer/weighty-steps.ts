import type { StepName } from '../../enrolment/cases/vocabulary.ts';

/** What decides about somebody's account, or takes back what was done: it demands a passkey proof of the last minutes. */
const WEIGHTY: ReadonlySet<StepName> = new Set([
  'approved',
  'refused',
  'returned',
  'carried_out',
  'activation_renewed',
  'withdrawn',
  'undone',
]);

export function isWeighty(step: StepName): boolean {
  return WEIGHTY.has(step);
}
