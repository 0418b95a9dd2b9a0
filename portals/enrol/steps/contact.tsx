import type { VNode } from 'preact';

import { contactFromInput } from '../../../enrolment/keeping/contact-input.ts';
import { changed, type Application } from '../application-state.ts';
import { EmailPage } from '../pages/email-page.tsx';
import { PhonePage, type ContactProblem } from '../pages/phone-page.tsx';
import {
  again,
  answered,
  tooSoon,
  type Answered,
  type QuestionInput,
  type QuestionStep,
} from '../question.ts';
import { sendContactCode } from './send-contact-code.ts';

type Show = (input: QuestionInput, typed: string, problem?: ContactProblem) => VNode;

/** One phone, one person who applied by themselves (D69, Art. 10). Foreigners are reached by mail where they have none. */
export const phone: QuestionStep = {
  show: (input) => phonePage(input, given(input.visit.state.phone)),

  async answer(input, form) {
    const { desks, visit } = input;
    if (form.has('no-phone') && visit.state.who === 'foreigner') {
      await desks.applying.update(visit, withoutPhone);
      return answered;
    }
    return prove(input, 'phone', form.text('phone') ?? '', phonePage);
  },
};

export const email: QuestionStep = {
  show: (input) => emailPage(input, given(input.visit.state.email)),

  async answer(input, form) {
    const { desks, visit } = input;
    const typed = form.text('email')?.trim() ?? '';
    if (!isMailNeeded(input) && (form.has('skip') || typed === '')) {
      await desks.applying.update(visit, (before) => changed(before, { email: 'none' }));
      return answered;
    }
    return prove(input, 'email', typed, emailPage);
  },
};

/** Sends a code to what was typed, unless it was proven before. */
async function prove(
  input: QuestionInput,
  kind: 'phone' | 'email',
  typed: string,
  show: Show,
): Promise<Answered> {
  const { desks, visit } = input;
  const destination = contactFromInput(kind, typed);
  if (destination === undefined) return again(show(input, typed, { kind: 'malformed' }));
  const before = visit.state[kind];
  const proven = before !== undefined && before !== 'none' && before.proven;
  if (proven && before.destination === destination) return answered;
  const channel = kind === 'phone' ? 'sms' : 'email';
  const sending = await sendContactCode(input, { channel, destination });
  if (sending.kind === 'limited') {
    const { retryAfterSeconds } = sending;
    const problem = { kind: 'too-soon', waitSeconds: retryAfterSeconds } as const;
    return tooSoon(show(input, typed, problem), retryAfterSeconds);
  }
  const contact = { destination, proven: false };
  await desks.applying.update(visit, (application) =>
    changed(
      application,
      kind === 'phone' ? { phone: contact, phoneHeld: undefined } : { email: contact },
    ),
  );
  return answered;
}

function withoutPhone(before: Application): Application {
  const mail = before.email === 'none' ? undefined : before.email;
  return changed(before, { phone: 'none', phoneHeld: undefined, email: mail });
}

function isMailNeeded({ visit: { state } }: QuestionInput): boolean {
  return state.phone === 'none';
}

function given(contact: Application['phone']): string {
  return contact === undefined || contact === 'none' ? '' : contact.destination;
}

function phonePage({ props, visit }: QuestionInput, typed: string, problem?: ContactProblem) {
  const mayHaveNone = visit.state.who === 'foreigner';
  return <PhonePage {...props} typed={typed} mayHaveNone={mayHaveNone} problem={problem} />;
}

function emailPage(input: QuestionInput, typed: string, problem?: ContactProblem) {
  const needed = isMailNeeded(input);
  return <EmailPage {...input.props} typed={typed} needed={needed} problem={problem} />;
}
