import { z } from 'zod';

import { away } from './people/dates.ts';
import { cardOf, permitOf } from './people/make-person.ts';
import {
  registerOf,
  type Organisation,
  type Person,
  type PersonDocument,
} from './people/person.ts';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const which = z.enum(['card', 'passport', 'residence_permit']).optional();

const addressSchema = z.strictObject({
  streetAddress: z.string(),
  locality: z.string(),
  region: z.string(),
  country: z.string().default('VN'),
});

const guardianSchema = z.strictObject({
  number: z.string(),
  basis: z.enum(['parent', 'appointed_guardian', 'represented_adult']).default('parent'),
});

/** What may happen to somebody. `document` is the card, or the residence permit of foreigners, when it is left out. */
export const changeSchema = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal('record_changed'),
    name: z.string().min(1).optional(),
    birthdate: z.string().optional(),
    sex: z.enum(['male', 'female']).optional(),
    address: addressSchema.optional(),
  }),
  z.strictObject({
    change: z.literal('document_renewed'),
    document: which,
    expiry: day.optional(),
    number: z.string().min(1).optional(),
  }),
  z.strictObject({ change: z.literal('document_revoked'), document: which }),
  z.strictObject({ change: z.literal('document_retained'), document: which }),
  z.strictObject({ change: z.literal('document_returned'), document: which }),
  z.strictObject({ change: z.literal('died') }),
  z.strictObject({
    change: z.literal('guardianship_changed'),
    guardians: z.array(guardianSchema),
  }),
  z.strictObject({ change: z.literal('number_cancelled') }),
]);
export type Change = z.output<typeof changeSchema>;

export const organisationChangeSchema = z.strictObject({
  change: z.literal('record_changed'),
  name: z.string().min(1).optional(),
  active: z.boolean().optional(),
  representative: z.string().optional(),
});
export type OrganisationChange = z.output<typeof organisationChangeSchema>;

/** Civil status tells of guardians; all else is told by the register that holds the person. */
export function registerTelling({ change }: Change, person: Person) {
  return change === 'guardianship_changed' ? 'civil_status' : registerOf(person);
}

export function changed(person: Person, change: Change, today: string): Person {
  switch (change.change) {
    case 'record_changed':
      return { ...person, ...given(change) };
    case 'document_renewed':
      return renewed(person, change, today);
    case 'document_revoked':
      return withStatus(person, change.document, 'revoked');
    case 'document_retained':
      return withStatus(person, change.document, 'retained');
    case 'document_returned':
      return withStatus(person, change.document, 'valid');
    case 'died':
      return { ...person, alive: false };
    case 'guardianship_changed':
      return { ...person, guardians: change.guardians };
    case 'number_cancelled':
      return { ...person, cancelled: true };
    default:
      return change satisfies never;
  }
}

export function changedOrganisation(
  organisation: Organisation,
  change: OrganisationChange,
): Organisation {
  return { ...organisation, ...given(change) };
}

/** Without the kind of the change, and without what was not said. */
function given(change: object): object {
  return Object.fromEntries(
    Object.entries(change).filter(([key, value]) => key !== 'change' && value !== undefined),
  );
}

function renewed(
  person: Person,
  { document, expiry, number }: Extract<Change, { change: 'document_renewed' }>,
  today: string,
): Person {
  const fresh: Partial<PersonDocument> = {
    issued: today,
    expiry: expiry ?? away(today, { years: 5 }),
    status: 'valid',
    ...(number !== undefined && { number }),
  };
  if (person.kind === 'citizen') {
    return { ...person, card: { ...(person.card ?? cardOf(today, person.number)), ...fresh } };
  }
  if (document === 'passport') {
    return { ...person, passport: { ...person.passport, ...fresh } };
  }
  const held = person.residencePermit ?? permitOf(today, person.number);
  return { ...person, residencePermit: { ...held, ...fresh } };
}

function withStatus(
  person: Person,
  document: z.output<typeof which>,
  status: PersonDocument['status'],
): Person {
  if (person.kind === 'citizen') {
    return person.card === undefined ? person : { ...person, card: { ...person.card, status } };
  }
  if (document === 'passport') return { ...person, passport: { ...person.passport, status } };
  const { residencePermit: held } = person;
  return held === undefined ? person : { ...person, residencePermit: { ...held, status } };
}
