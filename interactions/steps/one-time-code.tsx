import type { CodeVerdict } from '../../accounts/one-time-code-records.ts';
import { CODE_DIGITS } from '../../accounts/one-time-code-records.ts';
import type { Factor } from '../../accounts/factors.ts';
import { audienceOf } from '../../clients/client.ts';
import { journeyEvent } from '../journey-services.ts';
import { assuranceAsk } from '../page-parts.ts';
import { OneTimeCodePage, type OneTimeCodeProblem } from '../pages/one-time-code-page.tsx';
import {
  advance,
  knownSubject,
  personCancelled,
  type Step,
  type StepInput,
  type StepOutcome,
} from '../step.ts';
import { sendCode } from './send-code.ts';

/** What follows every password. */
export const oneTimeCode: Step = {
  onCancel: personCancelled,
  show: (input) => page(input, {}),

  async submit(input, form) {
    if (form.has('resend')) return resend(input);
    const code = (form.text('otp') ?? '').replace(/\D/g, '');
    if (code === '') return again(input, { kind: 'missing' });
    const { account } = knownSubject(input.facts);
    const verdict = await input.services.oneTimeCodes.verify({
      journeyId: input.facts.interaction.uid,
      accountId: account.id,
      code,
    });
    return verdict.kind === 'ok' ? accept(input, verdict.channel) : refuse(input, verdict);
  },
};

async function accept(input: StepInput, channel: 'sms' | 'email'): Promise<StepOutcome> {
  const { ctx, facts, services } = input;
  const { interaction } = facts;
  const factor: Factor = {
    method: 'otp',
    channel,
    at: services.subjects.clock(),
    transaction: interaction.transaction,
    audience: audienceOf(interaction.client),
  };
  await services.audit.factorVerified(journeyEvent(ctx, facts), {
    method: 'otp',
    passkeyId: undefined,
    deviceBound: undefined,
  });
  await services.journeys.update(interaction.uid, (journey) => ({
    ...journey,
    factors: [...journey.factors, factor],
    code: undefined,
  }));
  return advance;
}

async function refuse(
  input: StepInput,
  verdict: Exclude<CodeVerdict, { kind: 'ok' }>,
): Promise<StepOutcome> {
  const { ctx, facts, services } = input;
  await services.audit.factorRefused(journeyEvent(ctx, facts), {
    method: 'otp',
    reason: verdict.kind,
  });
  return again(input, verdict.kind === 'exhausted' ? { kind: 'too-many' } : verdict);
}

async function resend(input: StepInput): Promise<StepOutcome> {
  const { account } = knownSubject(input.facts);
  const sending = await sendCode(input, account);
  if (sending.kind !== 'limited') return advance;
  return again(input, { kind: 'resend-too-soon', waitSeconds: sending.retryAfterSeconds });
}

function page(
  { page: context, target, facts, services }: StepInput,
  { problem }: { readonly problem?: OneTimeCodeProblem },
) {
  const { code } = facts.journey;
  return (
    <OneTimeCodePage
      ctx={context}
      target={target}
      ask={assuranceAsk(facts, context.locale)}
      channel={code?.channel ?? 'sms'}
      maskedDestination={code?.maskedDestination ?? '•••'}
      digits={CODE_DIGITS}
      resent={code?.resent}
      problem={problem ?? (code === undefined ? { kind: 'expired' } : undefined)}
      outboxHref={services.sandbox?.outboxHref}
    />
  );
}

function again(input: StepInput, problem: OneTimeCodeProblem): StepOutcome {
  return { kind: 'again', page: page(input, { problem }), status: 422 };
}
