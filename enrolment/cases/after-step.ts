import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import type { OfficeId } from '../../ids.ts';
import type { Case, CaseActor } from '../case.ts';
import { refusalFor } from '../eligibility.ts';
import { limitOf } from '../limits.ts';
import type { WorkingDays } from '../working-days.ts';
import type { ActivationCode } from './activation-code.ts';
import type { ApplicantFound } from './applicant-asked.ts';
import type { Captured } from './capture.ts';
import { dueAt, pauseClock, resumeClock, startClock, stopClock } from './case-clock.ts';
import type { CaseSummary } from './case-summary.ts';
import { CLOSED } from './judge-step.ts';
import type { StepDefinition } from './step-definition.ts';
import type { StepInput } from './step-input.ts';
import { REFUSAL_REASONS, type StepName } from './vocabulary.ts';
import { doneAfter, withoutUndone } from './taken-back.ts';
import { withForm } from './written-form.ts';

/** What is known when a step is taken, beside the case: everything from outside was asked before. */
export interface StepFacts {
  readonly now: number;
  readonly days: WorkingDays;
  readonly actor: CaseActor;
  readonly input: StepInput;
  /** Where a case goes that is forwarded. */
  readonly authority: OfficeId | undefined;
  readonly captured: Captured | undefined;
  /** Of a decision: the applicant as the register has them now. */
  readonly applicant: ApplicantFound | undefined;
  readonly activation: ActivationCode | undefined;
  readonly requestId: string | undefined;
}

/** Taken by who receives, yet no hand in the dossier. */
const NO_HAND: readonly StepName[] = ['returned', 'withdrawn', 'activation_renewed', 'activated'];

/** The case as it stands after a step that is allowed. Pure. */
export function afterStep(
  seen: Case,
  before: CaseSummary,
  definition: StepDefinition,
  facts: StepFacts,
): { readonly row: Case; readonly summary: CaseSummary } {
  const version = seen.version + 1;
  const status = definition.leadsTo ?? seen.status;
  const changed = stepChanges(seen, before, definition.name, facts);
  const summary: CaseSummary = {
    ...changed,
    done: doneAfter(seen, before, definition, facts),
    handledBy: handledAfter(before, definition, facts.actor),
  };
  const { forwarded, receivedBy } = summary;
  const officeId = forwarded ? (facts.authority ?? seen.officeId) : receivedBy;
  const row: Case = {
    ...seen,
    status,
    officeId,
    summary,
    version,
    dueAt: dueAt(summary.clock, facts.days),
    nextAt: definition.name === 'submitted' && officeId === undefined ? facts.now : undefined,
    closedAt: CLOSED.includes(status) ? facts.now : undefined,
  };
  return { row, summary };
}

function stepChanges(
  seen: Case,
  summary: CaseSummary,
  name: StepName,
  facts: StepFacts,
): CaseSummary {
  const { input, captured, now, days } = facts;
  const { values, reason } = input;
  const { clock } = summary;
  switch (name) {
    case 'documents_checked':
      return withChosenLock(summary, values.lock_id);
    case 'form_filled':
      return withForm(summary, input);
    case 'face_captured':
      return { ...summary, biometrics: { ...summary.biometrics, face: captured?.outcome } };
    case 'fingerprints_captured':
      return { ...summary, biometrics: { ...summary.biometrics, fingerprints: captured?.outcome } };
    case 'undone':
      return withoutUndone(seen, summary, input);
    case 'completed':
    case 'supplemented':
      return goesOn(seen, summary, now);
    case 'submitted':
      return { ...goesOn(seen, summary, now), forwarded: goesToAuthority(name, seen) };
    case 'found_incomplete':
      return { ...summary, missing: reason, clock: clock && pauseClock(clock, days, now) };
    case 'returned':
      return {
        ...summary,
        missing: reason,
        forwarded: false,
        clock: clock && pauseClock(clock, days, now),
      };
    case 'forwarded':
      return { ...summary, forwarded: true, clock: clockOfDecision(seen, summary, now) };
    case 'approved':
    case 'activation_renewed':
      return decided(summary, facts);
    case 'refused':
      return { ...decided(summary, facts), refusal: refusalOf(input) };
    case 'carried_out':
    case 'withdrawn':
      return decided(summary, facts);
    default:
      return summary;
  }
}

/** With this step the identification authority has it: an officer forwards it, or it comes from the browser by itself. */
export function goesToAuthority(name: StepName, { kind }: Pick<Case, 'kind'>): boolean {
  return name === 'forwarded' || (name === 'submitted' && kind === 'organisation');
}

/** Complete and valid: the clock starts, or goes on with what was left. */
function goesOn(seen: Case, summary: CaseSummary, now: number): CaseSummary {
  const { missing: _missing, ...rest } = summary;
  if (summary.clock !== undefined) return { ...rest, clock: resumeClock(summary.clock, now) };
  const heldByRegister = summary.person?.heldByRegister ?? true;
  const limit = limitOf(seen.kind, { heldByRegister, forwarded: false }, dateInVietNam(now));
  return { ...rest, clock: limit && startClock(limit, now) };
}

/** Agencies' requests have a term to forward and another to decide; everything else has one. */
function clockOfDecision(
  { kind }: Case,
  { clock, person }: CaseSummary,
  now: number,
): CaseSummary['clock'] {
  const facts = { heldByRegister: person?.heldByRegister ?? true, forwarded: true };
  const limit = limitOf(kind, facts, dateInVietNam(now));
  if (clock === undefined || limit === undefined || limit.days === clock.limit.days) return clock;
  return startClock(limit, now);
}

function decided(
  summary: CaseSummary,
  { applicant, activation }: Pick<StepFacts, 'applicant' | 'activation'>,
): CaseSummary {
  const { missing: _missing, ...rest } = summary;
  return {
    ...rest,
    forwarded: false,
    clock: summary.clock && stopClock(summary.clock),
    person: applicant?.person ?? summary.person,
    guardian: applicant?.guardian ?? summary.guardian,
    activation: activation
      ? { codeHash: activation.codeHash, until: activation.until }
      : summary.activation,
  };
}

function refusalOf({ values, reason: explanation }: StepInput): CaseSummary['refusal'] {
  const given = REFUSAL_REASONS.find((known) => known === values.refusal_reason);
  const refusal = refusalFor(given ?? 'documents_not_valid', explanation);
  return { ...refusal, letterNumber: values.letter_number };
}

function withChosenLock(summary: CaseSummary, lockId: string | undefined): CaseSummary {
  const { locks } = summary;
  const chosen = locks?.open.find((id) => id === lockId);
  return locks === undefined ? summary : { ...summary, locks: { ...locks, chosen } };
}

function handledAfter(
  { handledBy }: CaseSummary,
  { name, anotherPerson }: StepDefinition,
  actor: CaseActor,
): CaseSummary['handledBy'] {
  if (actor.kind !== 'staff' || anotherPerson || NO_HAND.includes(name)) return handledBy;
  return handledBy.includes(actor.accountId) ? handledBy : [...handledBy, actor.accountId];
}
