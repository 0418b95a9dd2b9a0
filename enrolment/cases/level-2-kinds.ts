import {
  activation,
  biometrics,
  completion,
  CONTACT_FIELDS,
  counterStep,
  decision,
  documentsChecked,
  forwarding,
  IMMIGRATION,
  opened,
  POLICE,
  wayBack,
  type Counter,
} from './counter-steps.ts';
import { field, type KindDefinition, type StepDefinition } from './step-definition.ts';
import type { CaseField, RefusalReason, StepName } from './vocabulary.ts';

/** Any commune or card-issuing office, wherever the citizen lives. */
const POLICE_COUNTER: Counter = { offices: POLICE };
/** The Ministry's or the province's; never the commune. */
const IMMIGRATION_COUNTER: Counter = { offices: IMMIGRATION };

const PROOFED: readonly StepName[] = [
  'guardian_present',
  'documents_checked',
  'form_filled',
  'face_captured',
  'fingerprints_captured',
  'consent_confirmed',
];
const REFUSALS: readonly RefusalReason[] = [
  'documents_not_valid',
  'data_not_matched',
  'biometrics_not_matched',
  'phone_taken',
];

export const LEVEL_2_KINDS: readonly KindDefinition[] = [
  {
    kind: 'citizen_level_2',
    form: 'TK01',
    subject: 'citizen',
    level: 2,
    oneOpenOf: 'level_2',
    effectiveFrom: '2024-07-01',
    source: 'D69, Arts. 10, 11 and 13',
    steps: level2(POLICE_COUNTER, [field('number', 'identifier'), guardianNumber()], []),
  },
  {
    kind: 'citizen_level_2_with_card',
    form: 'TK01',
    subject: 'citizen',
    level: 2,
    oneOpenOf: 'level_2',
    effectiveFrom: '2024-07-01',
    source: 'D69, Arts. 10, 11 and 13',
    steps: level2(
      POLICE_COUNTER,
      [field('number', 'identifier'), guardianNumber()],
      [field('card_application_number', 'text')],
    ),
  },
  {
    kind: 'foreigner_level_2',
    form: 'TK01',
    subject: 'foreigner',
    level: 2,
    oneOpenOf: 'level_2',
    effectiveFrom: '2024-07-01',
    source: 'D69, Arts. 11 and 13: five steps',
    steps: level2(IMMIGRATION_COUNTER, [field('passport', 'passport'), guardianNumber()], []),
  },
];

function guardianNumber(): CaseField {
  return field('guardian_number', 'identifier', 'optional');
}

function level2(
  counter: Counter,
  opening: readonly CaseField[],
  form: readonly CaseField[],
): readonly StepDefinition[] {
  return [
    opened(counter, opening),
    counterStep(counter, {
      name: 'guardian_present',
      conditions: ['with_guardian'],
      fields: [field('guardian_attends', 'tick')],
    }),
    documentsChecked(counter),
    counterStep(counter, {
      name: 'form_filled',
      needs: ['documents_checked'],
      fields: [...CONTACT_FIELDS, ...form, field('documents_to_integrate', 'text', 'optional')],
      again: true,
    }),
    ...biometrics(counter),
    counterStep(counter, {
      name: 'consent_confirmed',
      needs: ['form_filled', 'face_captured', 'fingerprints_captured'],
      fields: [field('consent', 'tick')],
    }),
    ...completion(counter, PROOFED),
    ...forwarding(counter),
    ...decision(PROOFED, REFUSALS),
    ...activation(counter),
    ...wayBack(counter),
  ];
}
