import { ownUnlockWays } from '../../enrolment/unlock-ways.ts';
import { DocumentExpiredPage } from '../pages/document-expired-page.tsx';
import { LockedPage } from '../pages/locked-page.tsx';
import { NotActivatedPage } from '../pages/not-activated-page.tsx';
import { TooYoungPage } from '../pages/too-young-page.tsx';
import type { JourneyFacts } from '../journey-facts.ts';
import { startAnew } from '../journey.ts';
import { CannotActPage } from '../pages/cannot-act-page.tsx';
import { advance, knownSubject, type Step, type StepOutcome } from '../step.ts';

/** Never says which state it is: that is between the holder and us (design, section 7). */
const unusable: Extract<StepOutcome, { kind: 'leave' }> = {
  kind: 'leave',
  error: 'access_denied',
  description: 'the account cannot be used',
};

/** The account cannot be used now: what happened and the way on. Shown only after the holder has proven who they are. */
export const accountState: Step = {
  onCancel: unusable,

  async show({ page: ctx, target, facts, services }) {
    const { state, account, prover, passkeys } = knownSubject(facts);
    switch (state.kind) {
      case 'locked': {
        const locks = await services.accounts.openLocks(prover.id);
        const ownWays = ownUnlockWays(locks, passkeys, services.clock());
        return <LockedPage ctx={ctx} target={target} grounds={state.grounds} ownWays={ownWays} />;
      }
      case 'document_expired':
        return (
          <DocumentExpiredPage
            ctx={ctx}
            target={target}
            document={state.document}
            expiry={state.expiredOn}
          />
        );
      case 'not_activated':
        return <NotActivatedPage ctx={ctx} target={target} />;
      case 'too_young':
        return <TooYoungPage ctx={ctx} target={target} guardianMay={takesActors(facts)} />;
      case 'representative_only':
      case 'may_not_act':
      case 'ward_unusable':
        return (
          <CannotActPage
            ctx={ctx}
            target={target}
            why={state.kind}
            name={account.name}
            mayChange={!facts.interaction.namesSubject}
          />
        );
      case 'active':
        throw new TypeError('an account in order has no such page');
      default:
        return state satisfies never;
    }
  },

  async submit({ facts, services }, form) {
    const { state } = knownSubject(facts);
    if (!form.has('guardian') || state.kind !== 'too_young' || !takesActors(facts)) return unusable;
    await services.journeys.update(facts.interaction.uid, startAnew);
    return advance;
  },
};

function takesActors({ interaction }: JourneyFacts): boolean {
  return interaction.client.policy.takesActors === true;
}
