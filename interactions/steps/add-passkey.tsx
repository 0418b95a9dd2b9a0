import { mayAddPasskey } from '../../accounts/passkey-policy.ts';
import type { RegistrationResult } from '../../accounts/passkeys-registration.ts';
import type { PasskeyProblem } from '../../web/components/passkey-problem.ts';
import { proverEvent } from '../journey-services.ts';
import { demandedRequirement } from '../next-step.ts';
import { assuranceAsk } from '../page-parts.ts';
import { AddPasskeyPage, passkeyNameLimit } from '../pages/add-passkey-page.tsx';
import {
  advance,
  knownSubject,
  personCancelled,
  type Step,
  type StepInput,
  type StepOutcome,
} from '../step.ts';

/** A first passkey after password and code, a further one after an existing passkey (design, section 2, rule 7). */
export const addPasskey: Step = {
  onCancel: personCancelled,
  show: (input) => page(input, {}),

  async submit(input, form) {
    const name = form.text('passkey_name')?.trim() ?? '';
    if (name.length > passkeyNameLimit) return again(input, { name, problem: 'name-too-long' });
    const { facts, services } = input;
    const { prover, proven, passkeys } = knownSubject(facts);
    // The dispatcher asked before it showed the page; time has passed since.
    if (!mayAddPasskey(proven, passkeys, services.clock()).allowed) return advance;
    const response = form.text('passkey_response') ?? '';
    if (response === '') return again(input, { name, problem: 'unsupported' });
    const result = await services.passkeys.register({
      journeyId: facts.interaction.uid,
      account: prover,
      response,
      name,
      event: proverEvent(input.ctx, facts),
    });
    return result.kind === 'registered'
      ? accept(input)
      : again(input, { name, problem: problemFor(result.reason) });
  },
};

async function accept({ facts, services }: StepInput): Promise<StepOutcome> {
  await services.journeys.update(facts.interaction.uid, (journey) => ({
    ...journey,
    addingPasskey: false,
  }));
  return advance;
}

function problemFor(
  reason: Extract<RegistrationResult, { kind: 'refused' }>['reason'],
): PasskeyProblem {
  switch (reason) {
    case 'already_registered':
      return 'already-registered';
    case 'not_verified':
      return 'not-verified';
    case 'malformed':
    case 'challenge_spent':
    case 'too_many':
      return 'failed';
    default:
      return reason satisfies never;
  }
}

interface PageState {
  readonly name?: string;
  readonly problem?: PasskeyProblem | 'name-too-long';
}

async function page({ page: context, target, facts, services }: StepInput, state: PageState) {
  const { prover } = knownSubject(facts);
  const start = await services.passkeys.registrationOptions({
    journeyId: facts.interaction.uid,
    account: prover,
  });
  return (
    <AddPasskeyPage
      ctx={context}
      target={target}
      ask={assuranceAsk(facts, context.locale)}
      personName={prover.name}
      passkeyOptions={start.kind === 'options' ? start.options : undefined}
      deviceBound={demandedRequirement(facts)?.deviceBound}
      passkeyName={state.name}
      problem={state.problem ?? (start.kind === 'refused' ? 'failed' : undefined)}
    />
  );
}

async function again(input: StepInput, state: PageState): Promise<StepOutcome> {
  return { kind: 'again', page: await page(input, state), status: 422 };
}
