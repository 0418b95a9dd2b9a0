import type { Question } from './application-state.ts';
import type { QuestionStep } from './question.ts';
import { check } from './steps/check.tsx';
import { email, phone } from './steps/contact.tsx';
import { emailCode, phoneCode } from './steps/contact-code.tsx';
import { details } from './steps/details.tsx';
import { number } from './steps/number.tsx';
import { phoneTaken } from './steps/phone-taken.tsx';
import { photo } from './steps/photo.tsx';
import { who } from './steps/who.tsx';

/** Every question by name; `application-state.ts` says when each has its turn. */
export const QUESTION_STEPS: Readonly<Record<Question, QuestionStep>> = {
  who,
  number,
  phone,
  'phone-code': phoneCode,
  'phone-taken': phoneTaken,
  email,
  'email-code': emailCode,
  details,
  check,
  photo,
};
