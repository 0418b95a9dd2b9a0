import { createHash } from 'node:crypto';

import { principalOf, type Principal } from '../../accounts/principal.ts';
import { forPerson } from '../journey.ts';
import { proverEvent } from '../journey-services.ts';
import { assuranceAsk, factsOf, personFacts } from '../page-parts.ts';
import { ChoosePersonPage } from '../pages/choose-person-page.tsx';
import { advance, knownSubject, personCancelled, type Step, type StepInput } from '../step.ts';

/** A guardian or representative says for whom they are here: for themselves, or for one of those they may act for. */
export const choosePerson: Step = {
  onCancel: personCancelled,
  show: (input) => page(input),

  async submit(input, form) {
    const { ctx, facts, services } = input;
    const { interaction, wards } = facts;
    const { prover } = knownSubject(facts);
    const choose = (principal: Principal) =>
      services.journeys.update(interaction.uid, (journey) => ({
        ...forPerson(journey, principal),
        // Who chooses has seen as whom they are signed in; somebody else begins from nothing.
        accountId: prover.id,
        confirmed: true,
      }));
    if (form.has('continue') && interaction.isFor(prover.id)) {
      await choose(prover.id);
      return advance;
    }
    const asked = form.text('ward');
    // Of those on the page, which the register has just been asked for: nobody else has a word here.
    const ward = wards.find(({ principal }) => wordFor(interaction.uid, principal) === asked);
    if (ward?.usable !== true) return { kind: 'again', page: page(input, true), status: 422 };
    await services.audit.personChosen(
      {
        ...proverEvent(ctx, facts),
        accountId: ward.account.id,
        actorId: prover.id,
      },
      { basis: ward.basis },
    );
    await choose(principalOf({ accountId: ward.account.id, actorId: prover.id }));
    return advance;
  },
};

/** Stands for somebody in one form of one journey, and says nothing outside it. */
function wordFor(uid: string, principal: Principal): string {
  return createHash('sha256').update(`${uid} ${principal}`).digest('base64url').slice(0, 22);
}

function page({ page: context, target, facts }: StepInput, gone = false) {
  const { interaction, wards } = facts;
  const subject = knownSubject(facts);
  const self = interaction.isFor(subject.prover.id) ? personFacts(subject) : undefined;
  // Where one of them is asked for by name there is nothing to choose, only to agree to.
  const [only, ...others] = self === undefined ? wards : [];
  const isSettled = only !== undefined && others.length === 0;
  const prover = subject.prover.name;
  const acting = isSettled ? { name: only.account.name, prover, mayChange: false } : undefined;
  return (
    <ChoosePersonPage
      ctx={{ ...context, acting }}
      target={target}
      ask={assuranceAsk(facts, context.locale)}
      self={self}
      wards={wards.map(({ principal, account, basis, usable }) => ({
        word: wordFor(interaction.uid, principal),
        person: factsOf(account),
        basis,
        usable,
      }))}
      gone={gone}
    />
  );
}
