import type { OfficeKind, StaffRole } from '../staff.ts';
import { choice, field, step, type StepDefinition } from './step-definition.ts';
import type { CaseField, RefusalReason, StepName } from './vocabulary.ts';

const RECEIVING: readonly StaffRole[] = ['receiving_officer'];
const DECIDING: readonly StaffRole[] = ['deciding_authority'];
const AUTHORITY: readonly OfficeKind[] = ['identification_authority'];

export const POLICE: readonly OfficeKind[] = ['commune_police', 'provincial_police'];
export const IMMIGRATION: readonly OfficeKind[] = ['immigration'];

/** Steps of an officer who receives, at an office of one of these kinds. */
export interface Counter {
  readonly offices: readonly OfficeKind[];
}

/** A step at the counter, while the dossier is put together. */
export function counterStep(
  { offices }: Counter,
  given: Pick<StepDefinition, 'name'> & Partial<StepDefinition>,
): StepDefinition {
  return step({ by: ['staff'], roles: RECEIVING, offices, undoable: true, ...given });
}

/** Phone and mail are the applicant's to say; the rest the register knows. */
export const CONTACT_FIELDS: readonly CaseField[] = [
  field('phone', 'phone', 'optional'),
  field('email', 'email', 'optional'),
];

export function opened(counter: Counter, fields: readonly CaseField[]): StepDefinition {
  return counterStep(counter, { name: 'opened', fields, statuses: [], undoable: false });
}

export function documentsChecked(counter: Counter): StepDefinition {
  return counterStep(counter, {
    name: 'documents_checked',
    fields: [field('document_shown', 'tick')],
  });
}

export function biometrics(counter: Counter): readonly StepDefinition[] {
  const needs: readonly StepName[] = ['documents_checked'];
  return (['face', 'fingerprints'] as const).map((sample) =>
    counterStep(counter, {
      name: `${sample}_captured`,
      needs,
      fields: [field(sample, 'picture')],
      again: true,
    }),
  );
}

/** Complete and valid: the clock starts; found incomplete, it stands still. */
export function completion(
  counter: Counter,
  needs: readonly StepName[],
): readonly StepDefinition[] {
  return [
    counterStep(counter, {
      name: 'completed',
      statuses: ['collecting'],
      needs,
      leadsTo: 'running',
      undoable: false,
    }),
    counterStep(counter, {
      name: 'found_incomplete',
      statuses: ['running'],
      conditions: ['not_forwarded'],
      needsReason: true,
      again: true,
      leadsTo: 'paused',
      undoable: false,
    }),
    counterStep(counter, {
      name: 'supplemented',
      statuses: ['paused'],
      needs,
      again: true,
      leadsTo: 'running',
      undoable: false,
    }),
  ];
}

/** To the authority, and back from it when something is missing. */
export function forwarding({ offices }: Counter): readonly StepDefinition[] {
  return [
    step({
      name: 'forwarded',
      by: ['staff'],
      roles: RECEIVING,
      offices,
      statuses: ['running'],
      needs: ['completed'],
      conditions: ['not_forwarded'],
      again: true,
    }),
    step({
      name: 'returned',
      by: ['staff'],
      roles: DECIDING,
      offices: AUTHORITY,
      statuses: ['running'],
      needs: ['forwarded'],
      conditions: ['forwarded'],
      needsReason: true,
      again: true,
      leadsTo: 'paused',
    }),
  ];
}

/** By the authority, and by nobody who had a hand in the dossier. */
export function decision(
  needs: readonly StepName[],
  reasons: readonly RefusalReason[],
  more: { readonly letter?: true; readonly leadsTo?: 'approved' | 'done' } = {},
): readonly StepDefinition[] {
  const decided = {
    by: ['staff'] as const,
    roles: DECIDING,
    offices: AUTHORITY,
    statuses: ['running'] as const,
    conditions: ['forwarded'] as const,
    anotherPerson: true,
  };
  const letter = more.letter ? [field('letter_number', 'text')] : [];
  return [
    step({
      ...decided,
      name: 'approved',
      needs: [...needs, 'forwarded'],
      leadsTo: more.leadsTo ?? 'approved',
    }),
    step({
      ...decided,
      name: 'refused',
      needs: ['forwarded'],
      fields: [choice('refusal_reason', reasons), ...letter],
      needsReason: true,
      leadsTo: 'refused',
    }),
  ];
}

/** What ends a case without a decision, and what takes a step back. */
export function wayBack({ offices }: Counter): readonly StepDefinition[] {
  const counter = { by: ['staff'] as const, roles: [...RECEIVING, 'supervisor'] as const, offices };
  return [
    step({
      ...counter,
      name: 'undone',
      fields: [choice('step', [])],
      needsReason: true,
      again: true,
    }),
    step({
      ...counter,
      name: 'withdrawn',
      statuses: ['collecting', 'running', 'paused'],
      conditions: ['not_forwarded'],
      needsReason: true,
      leadsTo: 'withdrawn',
    }),
  ];
}

/** After the decision: a code for the holder's own device. */
export function activation({ offices }: Counter): readonly StepDefinition[] {
  return [
    step({
      name: 'activation_renewed',
      by: ['staff'],
      roles: RECEIVING,
      offices,
      statuses: ['approved'],
      needsReason: true,
      again: true,
    }),
    step({ name: 'activated', by: ['holder'], statuses: ['approved'], leadsTo: 'done' }),
  ];
}
