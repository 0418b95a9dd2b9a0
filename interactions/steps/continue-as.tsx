import { assuranceAsk, personFacts } from '../page-parts.ts';
import { ChooseAccountPage } from '../pages/choose-account-page.tsx';
import { ContinueAsPage } from '../pages/continue-as-page.tsx';
import {
  advance,
  knownSubject,
  personCancelled,
  type Step,
  type StepInput,
  type StepOutcome,
} from '../step.ts';
import type { Form } from '../../web/forms.ts';

/** Somebody is signed in in this browser, and must prove it anew for this service. */
export const continueAs: Step = {
  onCancel: personCancelled,
  show: (input) => <ContinueAsPage {...personProps(input)} />,
  submit: answer,
};

/** `prompt=select_account`. */
export const chooseAccount: Step = {
  onCancel: personCancelled,
  show: (input) => <ChooseAccountPage {...personProps(input)} />,
  submit: answer,
};

function personProps({ page, target, facts }: StepInput) {
  return {
    ctx: page,
    target,
    ask: assuranceAsk(facts, page.locale),
    person: personFacts(knownSubject(facts)),
  };
}

async function answer({ facts, services }: StepInput, form: Form): Promise<StepOutcome> {
  const switching = form.has('not-you');
  await services.journeys.update(facts.interaction.uid, (journey) => ({
    ...journey,
    accountId: switching ? undefined : journey.accountId,
    factors: switching ? [] : journey.factors,
    confirmed: !switching,
    switching,
  }));
  return advance;
}
