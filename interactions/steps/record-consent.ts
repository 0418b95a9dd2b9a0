import type { Consent } from '../../accounts/consent.ts';
import { consentRecord } from '../consent-record.ts';
import { journeyEvent } from '../journey-services.ts';
import { knownSubject, type StepInput } from '../step.ts';

/** Writes one decision down: whose data, who decided, and with whose assent. */
export async function recordConsent(
  { ctx, page, facts, services }: StepInput,
  ticked: ReadonlySet<string>,
  assent: Consent['assent'],
): Promise<void> {
  const record = {
    ...consentRecord(facts, knownSubject(facts), ticked, page.locale),
    assent,
  };
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
    agreed: undefined,
  }));
}
