import { verifiedIdentity, type VerifiedIdentity } from '../../accounts/verified-identity.ts';
import type { ConsentReason, DisclosureItem } from '../../clients/disclosure.ts';
import { withoutDetails } from '../../clients/verified-claims/details.ts';
import type { ClaimLine } from '../../web/components/claim-list.tsx';
import type { Locale } from '../../web/i18n/locale.ts';
import { rememberedUntil } from '../consent-record.ts';
import { asksChild, consentQuestion } from '../next-step.ts';
import { translator } from '../../web/i18n/translator.ts';
import { ConsentPage } from '../pages/consent-page.tsx';
import { describeVerification } from '../pages/describe-verification.ts';
import { advance, knownSubject, type Step } from '../step.ts';
import { groupsOf } from './consent-groups.ts';
import { recordConsent } from './record-consent.ts';

/** What will be shared and why; agreed to or not (domain, section 4.2). */
export const consent: Step = {
  onCancel: { kind: 'leave', error: 'access_denied', description: 'the person did not agree' },

  show({ page, target, facts }) {
    const subject = knownSubject(facts);
    const { items } = facts.interaction;
    const { account } = subject;
    const groups = (optional: boolean) =>
      groupsOf(
        items.filter((item) => item.optional === optional),
        account,
        facts.now,
        page.locale,
      );
    return (
      <ConsentPage
        ctx={page}
        target={target}
        required={groups(false)}
        optional={groups(true)}
        verification={verificationLines(items, verifiedIdentity(account, facts.now), page.locale)}
        rememberedUntil={rememberedUntil(facts.now)}
        childToo={asksChild(facts, subject)}
        again={againFor(consentQuestion(facts, subject))}
      />
    );
  },

  async submit(input, form) {
    // Silence is no consent (domain, section 4.2): nothing but the button agrees.
    if (!form.has('continue')) return advance;
    const { facts, services } = input;
    const ticked = form.list('consent');
    if (asksChild(facts, knownSubject(facts))) {
      await services.journeys.update(facts.interaction.uid, (journey) => ({
        ...journey,
        agreed: ticked,
      }));
    } else {
      await recordConsent(input, new Set(ticked), undefined);
    }
    return advance;
  },
};

/** All that may come along with any of the verified claims on the page. */
function verificationLines(
  items: readonly DisclosureItem[],
  verified: VerifiedIdentity | undefined,
  locale: Locale,
): readonly ClaimLine[] {
  const asked = items.filter((item) => item.kind === 'verified');
  if (verified === undefined || asked.length === 0) return [];
  const details = new Set(asked.flatMap((item) => item.details));
  const words = translator(locale);
  return describeVerification(words, withoutDetails(verified.verification, details));
}

function againFor(
  reason: ConsentReason | undefined,
): 'new-data' | 'expired' | 'requested' | undefined {
  switch (reason) {
    case 'grown':
      return 'new-data';
    case 'expired':
      return 'expired';
    case 'requested':
      return 'requested';
    case 'first':
    case 'withdrawn':
    case undefined:
      return undefined;
    default:
      return reason satisfies never;
  }
}
