import type { CodeVerdict } from '../../accounts/one-time-code-records.ts';
import { CODE_DIGITS } from '../../accounts/one-time-code-records.ts';
import type { Factor } from '../../accounts/factors.ts';
import { withCode, type CodeSent } from '../journey.ts';
import { proverEvent } from '../journey-services.ts';
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
import { proofOf } from '../proof.ts';
import { sendCode } from './send-code.ts';

/** What follows every password. */
export const oneTimeCode: Step = {
  onCancel: personCancelled,
  show: (input) => page(input, {}),

  async submit(input, form) {
    if (form.has('resend')) return resend(input);
    const code = (form.text('otp') ?? '').replace(/\D/g, '');
    if (code === '') return again(input, { kind: 'missing' });
    const { prover } = knownSubject(input.facts);
    const verdict = await input.services.oneTimeCodes.verify({
      journeyId: input.facts.interaction.uid,
      accountId: prover.id,
      code,
    });
    return verdict.kind === 'ok' ? accept(input, verdict.channel) : refuse(input, verdict);
  },
};

async function accept(input: StepInput, channel: 'sms' | 'email'): Promise<StepOutcome> {
  const { ctx, facts, services } = input;
  const { prover } = knownSubject(facts);
  const factor: Factor = { ...proofOf(input), method: 'otp', channel };
  await services.audit.factorVerified(proverEvent(ctx, facts), {
    method: 'otp',
    passkeyId: undefined,
    deviceBound: undefined,
  });
  await services.journeys.update(facts.interaction.uid, (journey) =>
    withCode(journey, prover.id, factor),
  );
  return advance;
}

async function refuse(
  input: StepInput,
  verdict: Exclude<CodeVerdict, { kind: 'ok' }>,
): Promise<StepOutcome> {
  const { ctx, facts, services } = input;
  await services.audit.factorRefused(proverEvent(ctx, facts), {
    method: 'otp',
    reason: verdict.kind,
  });
  return again(input, verdict.kind === 'exhausted' ? { kind: 'too-many' } : verdict);
}

async function resend(input: StepInput): Promise<StepOutcome> {
  const { prover } = knownSubject(input.facts);
  const sending = await sendCode(input, prover);
  if (sending.kind !== 'limited') return advance;
  return again(input, { kind: 'resend-too-soon', waitSeconds: sending.retryAfterSeconds });
}

function page(
  { page: context, target, facts, services }: StepInput,
  { problem }: { readonly problem?: OneTimeCodeProblem },
) {
  const { code } = facts.journey;
  const sent = code?.kind === 'sent' ? code : undefined;
  return (
    <OneTimeCodePage
      ctx={context}
      target={target}
      ask={assuranceAsk(facts, context.locale)}
      channel={sent?.channel ?? 'sms'}
      maskedDestination={sent?.maskedDestination ?? '•••'}
      digits={CODE_DIGITS}
      resent={sent?.resent}
      problem={problem ?? sendingProblem(code, facts.now)}
      outboxHref={services.sandbox?.outboxHref}
    />
  );
}

/** Why no code is on its way; undefined when one is. */
function sendingProblem(code: CodeSent | undefined, now: number): OneTimeCodeProblem | undefined {
  switch (code?.kind) {
    case undefined:
      return { kind: 'expired' };
    case 'limited': {
      const waitSeconds = Math.max(1, Math.ceil((code.until - now) / 1000));
      return { kind: 'resend-too-soon', waitSeconds };
    }
    case 'no_destination':
      return { kind: 'no-destination' };
    case 'sent':
      return undefined;
    default:
      return code satisfies never;
  }
}

function again(input: StepInput, found: OneTimeCodeProblem): StepOutcome {
  const { code } = input.facts.journey;
  // Whatever was typed: there is no code that could have been meant.
  const problem = code?.kind === 'no_destination' ? ({ kind: 'no-destination' } as const) : found;
  return { kind: 'again', page: page(input, { problem }), status: 422 };
}
