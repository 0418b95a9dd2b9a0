import { itemId } from '../../clients/disclosure.ts';
import { AssentPage } from '../pages/assent-page.tsx';
import { advance, knownSubject, type Step } from '../step.ts';
import { groupsOf } from './consent-groups.ts';
import { recordConsent } from './record-consent.ts';

/** The child's own yes or no to what the guardian has agreed to. Both together are one consent; before it there is none. */
export const assent: Step = {
  onCancel: { kind: 'leave', error: 'access_denied', description: 'the person did not agree' },

  show({ page, target, facts }) {
    const subject = knownSubject(facts);
    const ticked = new Set(facts.journey.agreed);
    const shared = facts.interaction.items.filter(
      (item) => !item.optional || ticked.has(itemId(item)),
    );
    return (
      <AssentPage
        ctx={page}
        target={target}
        child={calledBy(subject.account.name)}
        prover={subject.prover.name}
        groups={groupsOf(shared, subject.account, facts.now, page.locale)}
      />
    );
  },

  async submit(input, form) {
    if (!form.has('continue')) return advance;
    await recordConsent(input, new Set(input.facts.journey.agreed), 'given');
    return advance;
  },
};

/** Vietnamese names end with the name a person is called by. */
function calledBy(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? name;
}
