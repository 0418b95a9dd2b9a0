import { decideAssurance, type MissingFactor } from '../accounts/assurance-decision.ts';
import { mayAddPasskey } from '../accounts/passkey-policy.ts';
import type { Requirement } from '../accounts/assurance.ts';
import { consentReason, type ConsentReason } from '../clients/disclosure.ts';
import { isOwnClient } from '../clients/own-client.ts';
import { BIOMETRIC_AVAILABLE } from '../provider/prompts.ts';
import { awaitsCode } from './journey.ts';
import { needsAssent } from '../accounts/guardianship-rules.ts';
import { isActing, type Subject } from '../accounts/subject.ts';
import { dateInVietNam } from '../accounts/vietnam-date.ts';
import type { JourneyFacts } from './journey-facts.ts';

export type StepName =
  | 'choose-account'
  | 'continue-as'
  | 'sign-in'
  | 'one-time-code'
  | 'account-state'
  | 'approve'
  | 'level-unreachable'
  | 'step-up'
  | 'add-passkey'
  | 'choose-person'
  | 'consent'
  | 'assent'
  | 'finish';

/** The one place that knows the order of a login. Pure: the same facts always give the same step. */
export function nextStep(facts: JourneyFacts): StepName {
  const { journey, subject, interaction } = facts;
  if (mustChoose(facts)) return 'choose-account';
  if (subject === undefined) return 'sign-in';
  if (signedInMeanwhile(facts)) return 'continue-as';
  if (awaitsCode(journey)) return 'one-time-code';
  if (subject.state.kind !== 'active') return stateStep(facts, subject);
  if (facts.wards.length > 0) return 'choose-person';
  if (interaction.approval !== undefined && !journey.approved) return 'approve';

  const assurance = decideAssurance({
    request: interaction.request.acr,
    accountLevel: subject.level,
    factors: subject.usable,
    biometricAvailable: BIOMETRIC_AVAILABLE,
    interactive: true,
  });
  switch (assurance.kind) {
    case 'unreachable':
      return 'level-unreachable';
    case 'insufficient':
      return proofStep(facts, subject, assurance.option.requirement, assurance.missing);
    case 'satisfied':
      if (consentQuestion(facts, subject) === undefined) return 'finish';
      return journey.agreed !== undefined && asksChild(facts, subject) ? 'assent' : 'consent';
    default:
      return assurance satisfies never;
  }
}

/** Whether a child is asked beside the guardian (PDPL, Art. 24). */
export function asksChild({ now }: JourneyFacts, subject: Subject): boolean {
  return isActing(subject) && needsAssent(subject.account, dateInVietNam(now));
}

/** `prompt=select_account` (OIDC Core 3.1.2.1). */
function mustChoose({ interaction, journey }: JourneyFacts): boolean {
  return (
    interaction.reasons.includes('select_account_prompt') &&
    interaction.session !== undefined &&
    journey.accountId === undefined &&
    !journey.confirmed &&
    !journey.switching
  );
}

/** In another tab, since this journey began with nobody: whoever sits at this page may be somebody else. */
function signedInMeanwhile({ interaction, journey }: JourneyFacts): boolean {
  return (
    interaction.reasons.includes('no_session') &&
    journey.accountId === undefined &&
    !journey.confirmed
  );
}

/** The state of an account, and the ground of a lock, are told only to who has proven something for this request. */
function stateStep({ journey }: JourneyFacts, { usable }: Subject): StepName {
  if (usable.length > 0) return 'account-state';
  return journey.confirmed ? 'sign-in' : 'continue-as';
}

function proofStep(
  { journey, now }: JourneyFacts,
  subject: Subject,
  requirement: Requirement,
  missing: MissingFactor,
): StepName {
  if (missing === 'any' && !journey.confirmed) return 'continue-as';
  if (!requirement.passkey) return 'sign-in';
  if (suitablePasskeys(subject, requirement).length > 0) return 'step-up';
  if (!journey.addingPasskey) return 'step-up';
  if (mayAddPasskey(subject.proven, subject.passkeys, now).allowed) return 'add-passkey';
  return subject.passkeys.length > 0 ? 'step-up' : 'sign-in';
}

/** The person's passkeys that would do: a synced one never does where a device-bound one is needed. */
export function suitablePasskeys(
  { passkeys }: Subject,
  { deviceBound }: Requirement,
): Subject['passkeys'] {
  return passkeys.filter(({ backupEligible }) => !deviceBound || !backupEligible);
}

/** Why the person must be asked now; undefined when an earlier answer still holds. */
export function consentQuestion(
  { interaction, journey, now }: JourneyFacts,
  subject: Subject,
): ConsentReason | undefined {
  if (isOwnClient(interaction.client.clientId)) return undefined;
  const reason = consentReason(interaction.items, subject.consent, now);
  if (reason !== undefined) return reason;
  // The library names the reasons of one prompt only: who must also sign in would never be asked for consent.
  const asked = interaction.request.consentAnew || interaction.reasons.includes('native_client');
  return asked && !journey.consented ? 'requested' : undefined;
}

/** What the first reachable alternative demands; the level the person is told about. */
export function demandedRequirement({
  interaction,
  subject,
}: JourneyFacts): Requirement | undefined {
  const { options } = interaction.request.acr;
  const reachable = options.find(
    ({ requirement }) => subject === undefined || subject.level >= requirement.accountLevel,
  );
  return (reachable ?? options[0])?.requirement;
}
