import { demandedRequirement, suitablePasskeys } from '../next-step.ts';
import { assuranceAsk, personFacts } from '../page-parts.ts';
import { StepUpPage } from '../pages/step-up-page.tsx';
import { advance, knownSubject, type Step, type StepInput } from '../step.ts';
import type { PasskeyProblem } from '../../web/components/passkey-problem.ts';
import { provePasskey } from './prove-passkey.ts';

/** Raises a session to what the relying party needs: a passkey of this very person. */
export const stepUp: Step = {
  onCancel: {
    kind: 'leave',
    error: 'unmet_authentication_requirements',
    description: 'the person went back without the step-up',
  },

  show: (input) => page(input),

  async submit(input, form) {
    const { facts, services } = input;
    const { prover } = knownSubject(facts);
    if (form.has('add-passkey')) {
      await services.journeys.update(facts.interaction.uid, (journey) => ({
        ...journey,
        addingPasskey: true,
      }));
      return advance;
    }
    const problem = await provePasskey(input, form, prover.id);
    if (problem === undefined) return advance;
    return { kind: 'again', page: await page(input, problem), status: 422 };
  },
};

async function page(
  { page: context, target, facts, services }: StepInput,
  problem?: PasskeyProblem,
) {
  const subject = knownSubject(facts);
  const requirement = demandedRequirement(facts);
  const suitable = requirement === undefined ? [] : suitablePasskeys(subject, requirement);
  const offered = suitable.length > 0 || facts.journey.addingPasskey ? subject.passkeys : [];
  return (
    <StepUpPage
      ctx={context}
      target={target}
      ask={assuranceAsk(facts, context.locale)}
      person={personFacts(subject)}
      passkeyOptions={
        offered.length === 0
          ? undefined
          : await services.passkeys.authenticationOptions({
              journeyId: facts.interaction.uid,
              accountId: subject.prover.id,
            })
      }
      problem={problem ?? standingProblem(facts, requirement)}
    />
  );
}

/** A synced passkey was just used where only a device-bound one will do. */
function standingProblem(
  { journey }: StepInput['facts'],
  requirement: ReturnType<typeof demandedRequirement>,
): PasskeyProblem | undefined {
  const used = journey.factors.findLast(({ method }) => method === 'passkey');
  return requirement?.deviceBound === true && used?.method === 'passkey' && !used.deviceBound
    ? 'not-device-bound'
    : undefined;
}
