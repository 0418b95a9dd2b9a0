import {
  choice,
  field,
  step,
  type KindDefinition,
  type StepDefinition,
} from './step-definition.ts';
import type { CaseField } from './vocabulary.ts';

const DECLARED: readonly CaseField[] = [
  field('name', 'text'),
  field('birthdate', 'birthdate'),
  { ...choice('sex', ['male', 'female']), required: false },
];
const CONTACT: readonly CaseField[] = [
  field('phone', 'phone', 'optional'),
  // Proven by a code, and held by an account that was made without its holder ever being seen.
  field('takes_phone', 'tick', 'optional'),
  field('email', 'email', 'optional'),
];

/** Declared in the browser by whoever it is about, or by the guardian with the guardian's own account. */
export const LEVEL_1_KINDS: readonly KindDefinition[] = [
  {
    kind: 'citizen_level_1',
    form: undefined,
    subject: 'citizen',
    level: 1,
    oneOpenOf: undefined,
    effectiveFrom: '2024-07-01',
    source: 'D69, Arts. 10 and 13',
    steps: level1([field('number', 'identifier'), ...DECLARED, ...CONTACT]),
  },
  {
    kind: 'foreigner_level_1',
    form: undefined,
    subject: 'foreigner',
    level: 1,
    oneOpenOf: undefined,
    effectiveFrom: '2024-07-01',
    source: 'D69, Arts. 11 and 13',
    steps: level1([
      // One of the two.
      field('number', 'identifier', 'optional'),
      field('passport', 'passport', 'optional'),
      ...DECLARED,
      field('nationality', 'country', 'optional'),
      ...CONTACT,
    ]),
  },
];

function level1(fields: readonly CaseField[]): readonly StepDefinition[] {
  const by = ['applicant', 'holder'] as const;
  const collecting = ['collecting'] as const;
  return [
    step({ name: 'opened', by, statuses: [], fields }),
    // The page has sent a code to what was declared, and got it back.
    step({ name: 'contact_confirmed', by, statuses: collecting }),
    step({
      name: 'face_captured',
      by,
      statuses: collecting,
      needs: ['contact_confirmed'],
      fields: [field('face', 'picture')],
      again: true,
    }),
    step({
      name: 'submitted',
      by,
      statuses: collecting,
      needs: ['contact_confirmed', 'face_captured'],
      fields: [field('consent', 'tick')],
      leadsTo: 'running',
    }),
    step({
      name: 'approved',
      by: ['system'],
      statuses: ['running'],
      needs: ['submitted', 'contact_confirmed', 'face_captured'],
      leadsTo: 'approved',
    }),
    step({
      name: 'refused',
      by: ['system'],
      statuses: ['running'],
      needs: ['submitted'],
      leadsTo: 'refused',
    }),
    step({ name: 'activation_renewed', by, statuses: ['approved'], again: true }),
    step({ name: 'activated', by: ['holder'], statuses: ['approved'], leadsTo: 'done' }),
    step({ name: 'withdrawn', by, statuses: ['collecting', 'running'], leadsTo: 'withdrawn' }),
  ];
}
