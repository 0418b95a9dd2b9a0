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
import { choice, field, type KindDefinition, type StepDefinition } from './step-definition.ts';
import type { CaseField, StepName } from './vocabulary.ts';

const ANY_COUNTER: Counter = { offices: [...POLICE, ...IMMIGRATION] };
const POLICE_COUNTER: Counter = { offices: POLICE };

export const OWN_LOCK_KINDS: readonly KindDefinition[] = [
  {
    ...ownRequest(),
    kind: 'own_lock',
    oneOpenOf: 'own_lock',
    // As in the browser: a passkey opens it again only where no device is in somebody else's hands.
    steps: atOnce([], ['documents_checked'], [field('devices_held', 'tick', 'optional')]),
  },
  {
    ...ownRequest(),
    kind: 'own_unlock',
    oneOpenOf: 'own_unlock',
    // Whoever opens it again proves to be its holder.
    steps: atOnce(biometrics(ANY_COUNTER), [
      'documents_checked',
      'face_captured',
      'fingerprints_captured',
    ]),
  },
];

export const AGENCY_KINDS: readonly KindDefinition[] = (
  ['agency_lock', 'agency_unlock'] as const
).map((kind) => ({
  kind,
  form: undefined,
  subject: 'holder',
  level: undefined,
  oneOpenOf: undefined,
  effectiveFrom: '2024-07-01',
  source: 'D69, Arts. 15 and 16; LoID, Art. 34',
  steps: agencyRequest(kind),
}));

const REPROOFED: readonly StepName[] = [
  'documents_checked',
  'form_filled',
  'face_captured',
  'fingerprints_captured',
];

/** Identity is proofed anew as for a first account; what the holder had before opens nothing any more. */
export const RECOVERY: KindDefinition = {
  kind: 'recovery',
  form: undefined,
  subject: 'holder',
  level: undefined,
  oneOpenOf: 'recovery',
  effectiveFrom: '2024-07-01',
  source: 'SenID, by analogy with D69, Arts. 10 and 11',
  steps: [
    opened(ANY_COUNTER, [field('number', 'identifier')]),
    documentsChecked(ANY_COUNTER),
    counterStep(ANY_COUNTER, {
      name: 'form_filled',
      needs: ['documents_checked'],
      fields: CONTACT_FIELDS,
      again: true,
    }),
    ...biometrics(ANY_COUNTER),
    ...completion(ANY_COUNTER, REPROOFED),
    ...forwarding(ANY_COUNTER),
    ...decision(REPROOFED, ['documents_not_valid', 'biometrics_not_matched', 'phone_taken']),
    ...activation(ANY_COUNTER),
    ...wayBack(ANY_COUNTER),
  ],
};

function ownRequest() {
  return {
    form: 'TK03',
    subject: 'holder',
    level: undefined,
    effectiveFrom: '2024-07-01',
    source: 'LoID, Art. 34(1)(a); D69, Art. 15',
  } as const;
}

function atOnce(
  more: readonly StepDefinition[],
  needs: readonly StepName[],
  said: readonly CaseField[] = [],
): readonly StepDefinition[] {
  return [
    opened(ANY_COUNTER, [field('number', 'identifier')]),
    documentsChecked(ANY_COUNTER),
    ...more,
    counterStep(ANY_COUNTER, {
      name: 'carried_out',
      statuses: ['collecting'],
      needs,
      fields: [...said, field('consent', 'tick')],
      leadsTo: 'done',
      undoable: false,
    }),
    ...wayBack(ANY_COUNTER),
  ];
}

function agencyRequest(kind: 'agency_lock' | 'agency_unlock'): readonly StepDefinition[] {
  const request = [
    field('number', 'identifier'),
    field('agency', 'text'),
    field('document_number', 'text'),
    field('document_date', 'date'),
  ];
  const lock = kind === 'agency_unlock' ? [choice('lock_id', [])] : [];
  return [
    opened(POLICE_COUNTER, request),
    counterStep(POLICE_COUNTER, {
      name: 'documents_checked',
      fields: [field('document_shown', 'tick'), ...lock],
    }),
    ...completion(POLICE_COUNTER, ['documents_checked']),
    ...forwarding(POLICE_COUNTER),
    ...decision(
      ['documents_checked'],
      ['request_not_lawful', 'documents_not_valid', 'no_such_lock'],
      { letter: true, leadsTo: 'done' },
    ),
    ...wayBack(POLICE_COUNTER),
  ];
}
