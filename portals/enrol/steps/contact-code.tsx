import { maskedDestination, type Contact } from '../../../accounts/contact.ts';
import { wasSeenInPerson } from '../../../enrolment/cases/seen-in-person.ts';
import { questionHref } from '../addresses.ts';
import { changed, type Application } from '../application-state.ts';
import type { CodeProblem } from '../pages/contact-code-form.tsx';
import { ContactCodePage } from '../pages/contact-code-page.tsx';
import {
  again,
  answered,
  tooSoon,
  type Answered,
  type QuestionInput,
  type QuestionStep,
} from '../question.ts';
import { sendContactCode } from './send-contact-code.ts';

export const phoneCode = codeStep('sms');
export const emailCode = codeStep('email');

/** Whoever types the code reads what is sent there. Nothing about the number is told before. */
function codeStep(channel: Contact['channel']): QuestionStep {
  return {
    show: (input) => page(input, channel, {}),

    async answer(input, form) {
      const contact = contactOf(input.visit.state, channel);
      if (form.has('resend')) return resend(input, contact);
      const code = form.text('otp')?.trim() ?? '';
      if (code === '') return again(page(input, channel, { problem: { kind: 'missing' } }));
      const { services, visit } = input;
      const verdict = await services.contactCodes.verify({ journeyId: visit.id, contact, code });
      if (verdict.kind !== 'ok') return again(page(input, channel, { problem: verdict }));
      await accept(input, contact);
      return answered;
    },
  };
}

async function resend(input: QuestionInput, contact: Contact): Promise<Answered> {
  const { channel } = contact;
  const sending = await sendContactCode(input, contact);
  if (sending.kind === 'sent') {
    return { kind: 'again', page: page(input, channel, { resent: true }), status: 200 };
  }
  const { retryAfterSeconds } = sending;
  const problem = { kind: 'too-soon', waitSeconds: retryAfterSeconds } as const;
  return tooSoon(page(input, channel, { problem }), retryAfterSeconds);
}

/** Under a new id from here on: what was proven is in no browser that knew the old one. */
async function accept({ ctx, services, desks, visit }: QuestionInput, contact: Contact) {
  const { channel, destination } = contact;
  const proven = { destination, proven: true };
  const answers: Partial<Application> =
    channel === 'sms'
      ? { phone: proven, phoneHeld: await heldBy(destination, services) }
      : { email: proven };
  await desks.applying.renew(ctx, visit, (before) => changed(before, answers));
}

/** Told only to who has proven the phone. What an officer confirmed in person is moved in person only. */
async function heldBy(
  phone: string,
  { accounts, caseRecords }: Pick<QuestionInput['services'], 'accounts' | 'caseRecords'>,
): Promise<Application['phoneHeld']> {
  const holder = await accounts.findByPhone(phone);
  if (holder === undefined) return undefined;
  return (await wasSeenInPerson(caseRecords, holder)) ? 'held_in_person' : 'held';
}

function contactOf({ phone, email }: Application, channel: Contact['channel']): Contact {
  const given = channel === 'sms' ? phone : email;
  if (given === undefined || given === 'none') throw new TypeError('nothing to prove');
  return { channel, destination: given.destination };
}

interface PageState {
  readonly problem?: CodeProblem;
  readonly resent?: boolean;
}

function page(
  { props, services, visit }: QuestionInput,
  channel: Contact['channel'],
  { problem, resent }: PageState,
) {
  return (
    <ContactCodePage
      {...props}
      channel={channel}
      maskedDestination={maskedDestination(contactOf(visit.state, channel))}
      changeHref={questionHref(channel === 'sms' ? 'phone' : 'email')}
      resent={resent}
      problem={problem}
      outboxHref={services.outboxHref}
    />
  );
}
