import { scopeTitle } from '../../web/i18n/scope-title.ts';
import { translator } from '../../web/i18n/translator.ts';
import { assuranceAsk, personFacts } from '../page-parts.ts';
import { ApprovePage } from '../pages/approve-page.tsx';
import { describeClaims } from '../pages/describe-claims.ts';
import { advance, knownSubject, type Step } from '../step.ts';

/** A relying party asks by itself (CIBA): who, what for, since when; before anything else is proven for it. */
export const approve: Step = {
  onCancel: { kind: 'leave', error: 'access_denied', description: 'the person declined' },

  show({ page, target, facts }) {
    const { approval, items } = facts.interaction;
    if (approval === undefined) throw new TypeError('nothing to approve');
    const words = translator(page.locale);
    return (
      <ApprovePage
        ctx={page}
        target={target}
        ask={assuranceAsk(facts, page.locale)}
        person={personFacts(knownSubject(facts))}
        bindingMessage={approval.bindingMessage}
        requestedAt={approval.requestedAt}
        asks={items.map(({ kind, name }) =>
          kind === 'scope'
            ? (scopeTitle(words, name) ?? name)
            : (describeClaims(words, { [name]: '' })[0]?.label ?? name),
        )}
      />
    );
  },

  async submit({ facts, services }, form) {
    if (!form.has('continue')) return advance;
    const { prover } = knownSubject(facts);
    await services.journeys.update(facts.interaction.uid, (journey) => ({
      ...journey,
      // Somebody else who proves anything after this begins from nothing.
      accountId: prover.id,
      approved: true,
      // Whoever approves has seen as whom.
      confirmed: true,
    }));
    return advance;
  },
};
