import { personClaims } from '../../accounts/person-claims.ts';
import { verifiedIdentity, type VerifiedIdentity } from '../../accounts/verified-identity.ts';
import { itemId, type ConsentReason, type DisclosureItem } from '../../clients/disclosure.ts';
import { findScope } from '../../clients/scopes.ts';
import { withoutDetails } from '../../clients/verified-claims/details.ts';
import type { ClaimLine } from '../../web/components/claim-list.tsx';
import type { Locale } from '../../web/i18n/locale.ts';
import { consentRecord, rememberedUntil } from '../consent-record.ts';
import { journeyEvent } from '../journey-services.ts';
import { consentQuestion } from '../next-step.ts';
import { translator } from '../../web/i18n/translator.ts';
import { ConsentPage } from '../pages/consent-page.tsx';
import { describeClaims } from '../pages/describe-claims.ts';
import { describeVerification } from '../pages/describe-verification.ts';
import type { ConsentGroup } from '../pages/consent-group.ts';
import { advance, knownSubject, type Step, type StepInput } from '../step.ts';

/** What will be shared and why; agreed to or not (domain, section 4.2). */
export const consent: Step = {
  onCancel: { kind: 'leave', error: 'access_denied', description: 'the person did not agree' },

  show({ page, target, facts }) {
    const subject = knownSubject(facts);
    const { items } = facts.interaction;
    const held: Held = {
      plain: personClaims(subject.account, facts.now),
      verified: verifiedIdentity(subject.account, facts.now),
    };
    const groups = (optional: boolean) =>
      items
        .filter((item) => item.optional === optional)
        .map((item) => groupOf(item, held, page.locale));
    return (
      <ConsentPage
        ctx={page}
        target={target}
        required={groups(false)}
        optional={groups(true)}
        verification={verificationLines(items, held, page.locale)}
        rememberedUntil={rememberedUntil(facts.now)}
        again={againFor(consentQuestion(facts, subject))}
      />
    );
  },

  async submit({ ctx, page, facts, services }: StepInput, form) {
    // Silence is no consent (domain, section 4.2): nothing but the button agrees.
    if (!form.has('continue')) return advance;
    const subject = knownSubject(facts);
    const ticked = new Set(form.list('consent'));
    const record = consentRecord(facts, subject, ticked, page.locale);
    await services.consents.append(record);
    await services.audit.consentGranted(
      { ...journeyEvent(ctx, facts), consentId: record.id },
      {
        acceptedScopes: record.acceptedScopes,
        refusedScopes: record.refusedScopes,
        textVersion: record.textVersion,
      },
    );
    await services.journeys.update(facts.interaction.uid, (journey) => ({
      ...journey,
      consented: true,
    }));
    return advance;
  },
};

/** What is on record about the person. */
interface Held {
  readonly plain: Readonly<Record<string, unknown>>;
  readonly verified: VerifiedIdentity | undefined;
}

/** The very values that will be released: the page cannot show anything else. */
function groupOf(item: DisclosureItem, { plain, verified }: Held, locale: Locale): ConsentGroup {
  const { kind, name, sensitive, purpose, stated } = item;
  const values = kind === 'verified' ? (verified?.claims ?? {}) : plain;
  const claims = kind === 'scope' ? (findScope(name)?.claims ?? []) : [name];
  return {
    id: itemId(item),
    title: kind === 'scope' ? undefined : claimTitle(item, plain, locale),
    purpose: purpose?.[locale],
    stated,
    sensitive,
    claims: Object.fromEntries(
      claims.filter((claim) => claim in values).map((claim) => [claim, values[claim]]),
    ),
  };
}

/** A single claim is its own group, under the name it has in every list. */
function claimTitle(
  { kind, name }: DisclosureItem,
  person: Readonly<Record<string, unknown>>,
  locale: Locale,
): string {
  const words = translator(locale);
  const [line] = describeClaims(words, { [name]: person[name] ?? '' });
  const claim = line?.label ?? name;
  return kind === 'verified' ? words.t('consent.verified-title', { claim }) : claim;
}

/** All that may come along with any of the verified claims on the page. */
function verificationLines(
  items: readonly DisclosureItem[],
  { verified }: Held,
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
