import { personClaims } from '../../accounts/person-claims.ts';
import type { ConsentReason, DisclosureItem } from '../../clients/disclosure.ts';
import { findScope } from '../../clients/scopes.ts';
import type { Locale } from '../../web/i18n/locale.ts';
import { consentRecord, rememberedUntil } from '../consent-record.ts';
import { journeyEvent } from '../journey-services.ts';
import { consentQuestion } from '../next-step.ts';
import { translator } from '../../web/i18n/translator.ts';
import { ConsentPage } from '../pages/consent-page.tsx';
import { describeClaims } from '../pages/describe-claims.ts';
import type { ConsentGroup } from '../pages/consent-group.ts';
import { advance, knownSubject, type Step, type StepInput } from '../step.ts';

/** What will be shared and why; agreed to or not (domain, section 4.2). */
export const consent: Step = {
  onCancel: { kind: 'leave', error: 'access_denied', description: 'the person did not agree' },

  show({ page, target, facts }) {
    const subject = knownSubject(facts);
    const person = personClaims(subject.account, facts.now);
    const { items } = facts.interaction;
    const groups = (optional: boolean) =>
      items
        .filter((item) => item.optional === optional)
        .map((item) => groupOf(item, person, page.locale));
    return (
      <ConsentPage
        ctx={page}
        target={target}
        required={groups(false)}
        optional={groups(true)}
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

/** The very values that will be released: the page cannot show anything else. */
function groupOf(
  { kind, name, sensitive, purpose }: DisclosureItem,
  person: Readonly<Record<string, unknown>>,
  locale: Locale,
): ConsentGroup {
  const claims = kind === 'claim' ? [name] : (findScope(name)?.claims ?? []);
  return {
    id: name,
    title: kind === 'claim' ? claimTitle(name, person, locale) : undefined,
    purpose: purpose?.[locale],
    sensitive,
    claims: Object.fromEntries(
      claims.filter((claim) => claim in person).map((claim) => [claim, person[claim]]),
    ),
  };
}

/** A single claim is its own group, under the name it has in every list. */
function claimTitle(
  name: string,
  person: Readonly<Record<string, unknown>>,
  locale: Locale,
): string {
  const [line] = describeClaims(translator(locale), { [name]: person[name] ?? '' });
  return line?.label ?? name;
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
