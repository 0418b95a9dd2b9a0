import {
  activation,
  completion,
  CONTACT_FIELDS,
  counterStep,
  decision,
  forwarding,
  POLICE,
  wayBack,
  type Counter,
} from './counter-steps.ts';
import { field, step, type KindDefinition, type StepDefinition } from './step-definition.ts';
import type { StepName } from './vocabulary.ts';

const POLICE_COUNTER: Counter = { offices: POLICE };

export const ORGANISATION: KindDefinition = {
  kind: 'organisation',
  form: 'TK02',
  subject: 'organisation',
  level: undefined,
  oneOpenOf: 'organisation',
  effectiveFrom: '2024-07-01',
  source: 'D69, Arts. 12 and 13',
  steps: organisation(),
};

/** By the representative with a level-2 account in the browser, or at the counter. */
function organisation(): readonly StepDefinition[] {
  const either = {
    by: ['staff', 'holder'] as const,
    roles: ['receiving_officer'] as const,
    offices: POLICE,
  };
  const needs: readonly StepName[] = ['documents_checked', 'form_filled', 'consent_confirmed'];
  return [
    step({
      ...either,
      name: 'opened',
      statuses: [],
      fields: [
        field('organisation_number', 'identifier'),
        field('organisation_name', 'text', 'optional'),
        field('guardian_number', 'identifier', 'optional'),
      ],
    }),
    counterStep(POLICE_COUNTER, {
      name: 'documents_checked',
      conditions: ['at_counter'],
      fields: [field('document_shown', 'tick')],
    }),
    step({
      ...either,
      name: 'form_filled',
      fields: CONTACT_FIELDS,
      again: true,
      undoable: true,
    }),
    step({
      ...either,
      name: 'consent_confirmed',
      needs: ['form_filled'],
      fields: [field('consent', 'tick')],
      undoable: true,
    }),
    step({
      name: 'submitted',
      by: ['holder'],
      conditions: ['by_holder'],
      needs,
      again: true,
      leadsTo: 'running',
    }),
    ...[...completion(POLICE_COUNTER, needs), ...forwarding(POLICE_COUNTER)].map((each) =>
      // What comes from the browser goes to the authority by itself, and goes back there when something is missing.
      each.name === 'returned'
        ? each
        : { ...each, conditions: [...each.conditions, 'at_counter' as const] },
    ),
    ...decision(needs, ['documents_not_valid', 'organisation_not_active', 'data_not_matched']),
    ...activation(POLICE_COUNTER),
    ...wayBack(POLICE_COUNTER),
  ];
}
