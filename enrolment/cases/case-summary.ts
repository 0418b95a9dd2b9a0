import { z } from 'zod';

import type { AccountId, LockId, OfficeId } from '../../ids.ts';
import type { Case } from '../case.ts';
import { REFUSAL_REASONS, STEP_NAMES } from './vocabulary.ts';

const accountId = z.custom<AccountId>((value) => typeof value === 'string');
const officeId = z.custom<OfficeId>((value) => typeof value === 'string');
const lockId = z.custom<LockId>((value) => typeof value === 'string');
const address = z.object({
  streetAddress: z.string(),
  locality: z.string(),
  region: z.string(),
  country: z.string(),
});
const document = z.object({
  type: z.enum(['identity_card', 'passport', 'residence_card']),
  number: z.string(),
  expiry: z.string(),
});
const outcome = z.enum(['match', 'no_match', 'enrolled', 'duplicate', 'not_held']);

/** Whom a register knows under the number: shown, and entered into an account as it is. */
const person = z.object({
  subject: z.enum(['citizen', 'foreigner', 'organisation', 'undetermined_nationality']),
  number: z.string(),
  name: z.string(),
  birthdate: z.string(),
  /** Of an organisation there is none. */
  sex: z.enum(['male', 'female']).optional(),
  nationalities: z.array(z.string()),
  documents: z.array(document),
  address: address.optional(),
  /** Of an organisation: whether a national or sector database holds it. */
  heldByRegister: z.boolean(),
  /** Numbers of those who may act for a minor or ward, as the civil-status register has them. */
  guardians: z.array(z.string()),
});

const limit = z.object({
  days: z.number(),
  unit: z.enum(['working', 'calendar']),
  source: z.string(),
});

const clock = z.object({
  limit,
  state: z.enum(['running', 'paused', 'stopped']),
  startedAt: z.number(),
  /** The day the present stretch started on, which does not count. */
  from: z.string(),
  daysLeft: z.number(),
  /** It was late before it stood still: no time is won by that. */
  lateOn: z.string().optional(),
});

const summary = z.object({
  openedBy: z.enum(['counter', 'holder', 'applicant']),
  receivedBy: officeId.optional(),
  forwarded: z.boolean(),
  /** What was declared or asked for, before a register was asked. */
  asked: z.object({
    number: z.string().optional(),
    passport: z.string().optional(),
    name: z.string().optional(),
    birthdate: z.string().optional(),
    sex: z.string().optional(),
    takesPhone: z.boolean().optional(),
    nationality: z.string().optional(),
    guardianNumber: z.string().optional(),
    agency: z.string().optional(),
    documentNumber: z.string().optional(),
    documentDate: z.string().optional(),
    cardApplicationNumber: z.string().optional(),
    documentsToIntegrate: z.string().optional(),
  }),
  /** Of a request to lift one: those that could be meant, and the one that is. */
  locks: z.object({ open: z.array(lockId), chosen: lockId.optional() }).optional(),
  person: person.optional(),
  guardian: z
    .object({
      accountId,
      number: z.string(),
      name: z.string(),
      basis: z.enum([
        'parent',
        'appointed_guardian',
        'represented_adult',
        'legal_representative_of_organisation',
      ]),
    })
    .optional(),
  /** Of the pages it was filled in on, where the applicant did that. */
  locale: z.enum(['vi', 'en']).optional(),
  contact: z.object({ phone: z.string().optional(), email: z.string().optional() }),
  /** Steps that stand: taken, and not taken back. */
  done: z.partialRecord(z.enum(STEP_NAMES), z.object({ sequence: z.number(), at: z.number() })),
  /** Who had a hand in putting the dossier together. */
  handledBy: z.array(accountId),
  biometrics: z.object({ face: outcome.optional(), fingerprints: outcome.optional() }),
  clock: clock.optional(),
  missing: z.string().optional(),
  refusal: z
    .object({
      reason: z.enum(REFUSAL_REASONS),
      article: z.string(),
      explanation: z.string().optional(),
      /** Of an agency's request: number of the letter that tells the agency. */
      letterNumber: z.string().optional(),
    })
    .optional(),
  /** The last code that was made (hashed together with the case), and until when it is good. */
  activation: z.object({ codeHash: z.string(), until: z.number() }).optional(),
});

/** What the steps of a case come to: plain JSON, sealed at rest. Photographs and prints are not in it. */
export type CaseSummary = z.infer<typeof summary>;
export type CasePerson = z.infer<typeof person>;
export type CaseClock = z.infer<typeof clock>;
export type CaseGuardian = NonNullable<CaseSummary['guardian']>;

/** Throws when it is not one that was written here. */
export function summaryOf({ summary: stored }: Pick<Case, 'summary'>): CaseSummary {
  return summary.parse(stored);
}

export function newSummary(given: Pick<CaseSummary, 'openedBy' | 'asked'>): CaseSummary {
  return {
    forwarded: false,
    contact: {},
    done: {},
    handledBy: [],
    biometrics: {},
    ...given,
  };
}
