import { z } from 'zod';

import type { Contact } from '../../accounts/contact.ts';
import { isId, type CaseId } from '../../ids.ts';

const contactSchema = z.object({
  destination: z.string(),
  proven: z.boolean(),
});

/** What somebody who applies for level 1 has answered and proven so far. */
export const applicationSchema = z.object({
  who: z.enum(['citizen', 'foreigner']).optional(),
  number: z
    .object({
      kind: z.enum(['personal_number', 'foreigner_number', 'passport']),
      value: z.string(),
    })
    .optional(),
  /** `none`: only foreigners, who are then reached by mail. */
  phone: z.union([contactSchema, z.literal('none')]).optional(),
  /** Somebody else's account has the phone; `takes`: the applicant says it is theirs. Known once it was proven. */
  phoneHeld: z.enum(['held', 'held_in_person', 'takes']).optional(),
  email: z.union([contactSchema, z.literal('none')]).optional(),
  details: z
    .object({
      name: z.string(),
      birthdate: z.string(),
      sex: z.enum(['male', 'female']),
      nationality: z.string().optional(),
    })
    .optional(),
  /** Agreed to what stands on the page of answers; epoch ms. */
  agreedAt: z.number().optional(),
  /** Of the submission: the same for as long as it is the same application. */
  requestId: z.string().optional(),
  /** Opened and not yet submitted: a picture that was not clear does not make a second one. */
  draftId: z.custom<CaseId>((value) => isId('case', value)).optional(),
  /** Submitted. */
  caseId: z.custom<CaseId>((value) => isId('case', value)).optional(),
});

export type Application = z.infer<typeof applicationSchema>;
export type Details = NonNullable<Application['details']>;

/** In the order they are asked. */
export const QUESTIONS = [
  'who',
  'number',
  'phone',
  'phone-code',
  'phone-taken',
  'email',
  'email-code',
  'details',
  'check',
  'photo',
] as const;
export type Question = (typeof QUESTIONS)[number];

/** The first question without an answer. Pure. */
export function nextQuestion(application: Application): Question {
  const { who, number, phone, phoneHeld, email, details, agreedAt } = application;
  if (who === undefined) return 'who';
  if (number === undefined) return 'number';
  if (phone === undefined) return 'phone';
  if (phone !== 'none' && !phone.proven) return 'phone-code';
  if (phone !== 'none' && phoneHeld !== undefined && phoneHeld !== 'takes') return 'phone-taken';
  if (email === undefined) return 'email';
  if (email !== 'none' && !email.proven) return 'email-code';
  if (details === undefined) return 'details';
  return agreedAt === undefined ? 'check' : 'photo';
}

/** Whether its page makes sense now: everything before it is answered, and there is something to answer. Pure. */
export function mayAsk(application: Application, question: Question): boolean {
  const next = nextQuestion(application);
  if (question === next) return true;
  // A code that was answered, and a phone that nobody else has, are no questions any more.
  if (question.endsWith('-code') || question === 'phone-taken') return false;
  return QUESTIONS.indexOf(question) < QUESTIONS.indexOf(next);
}

/** The question before, for the way back; undefined at the first. Pure. */
export function questionBefore(application: Application, question: Question): Question | undefined {
  const earlier = QUESTIONS.slice(0, QUESTIONS.indexOf(question));
  return earlier.findLast((each) => mayAsk(application, each));
}

/** Whatever is changed is looked over again, and agreed to again. Pure. */
export function changed(application: Application, answers: Partial<Application>): Application {
  const anew = { agreedAt: undefined, requestId: undefined, draftId: undefined };
  return { ...application, ...anew, ...answers };
}

/** Where the applicant is told the result: the phone, or the mail of who has none. Nothing that was not proven. Pure. */
export function contactOfApplicant({ phone, email }: Application): Contact | undefined {
  const given = phone === 'none' ? email : phone;
  if (given === undefined || given === 'none' || !given.proven) return undefined;
  return { channel: phone === 'none' ? 'email' : 'sms', destination: given.destination };
}
