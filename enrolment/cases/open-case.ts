import type { Account } from '../../accounts/account.ts';
import type { AccountId } from '../../ids.ts';
import type { Case, CaseActor, CaseKind } from '../case.ts';
import { newCaseId } from '../reference.ts';
import { concernedBy, loadActorFacts } from './actor-facts.ts';
import type { StepFacts } from './after-step.ts';
import { askApplicant, declaresForOther, type ApplicantFound } from './applicant-asked.ts';
import { caseNotices } from './case-notices.ts';
import { newSummary, type CaseSummary } from './case-summary.ts';
import type { OpenOutcome, OpenRequest } from './cases.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import { askGuardian, refused } from './guardian-asked.ts';
import { judgeOpening } from './judge-step.ts';
import { kindDefinition, stepDefinition } from './kinds.ts';
import { found, type Asked } from './people-asked.ts';
import type { KindDefinition } from './step-definition.ts';
import { readStepInput, type StepInput } from './step-input.ts';
import { stepWrites, wasTakenUnder } from './step-record.ts';
import { daysAround } from './days-around.ts';

/** Receives an application: whose it is, whether the law gives it to them, and that nobody deals with a case of their own. */
export async function openCase(
  dependencies: CasesDependencies,
  kind: CaseKind,
  { actor, data, locale, requestId }: OpenRequest,
): Promise<OpenOutcome> {
  const definition = kindDefinition(kind);
  const opening = stepDefinition(kind, 'opened');
  if (opening === undefined) return { kind: 'not_allowed', whyNot: 'not_this_kind' };
  const facts = await loadActorFacts(dependencies, actor);
  const judgement = judgeOpening(opening, { ...facts, related: actor.kind === 'holder' });
  if (!judgement.allowed) return { kind: 'not_allowed', whyNot: judgement.whyNot };
  const reading = readStepInput(opening.fields, data, { needed: false, given: undefined });
  if (reading.kind === 'invalid') return reading;
  const { input } = reading;
  const sentBefore = await openedUnder(dependencies, kind, input, requestId);
  if (sentBefore !== undefined) return sentBefore;
  const asked = await askedOf(dependencies, definition, input, actor);
  if (asked.kind !== 'found') return asked;
  const before = { ...asked.value, locale, receivedBy: facts.works?.officeId };
  const applicant = await applicantOf(dependencies, definition, before, actor);
  if (applicant.kind !== 'found') return applicant;
  const { account } = applicant.value;
  const summary: CaseSummary = { ...before, ...shownOf(applicant.value) };
  const concerned = concernedBy(idsOf(account, summary), summary);
  const { related } = await loadActorFacts(dependencies, actor, concerned);
  if (actor.kind === 'staff' && related) return { kind: 'not_allowed', whyNot: 'own_case' };
  return record(dependencies, { kind, actor, input, requestId, summary, account });
}

/** What is asked for, before any register is. */
async function askedOf(
  { accounts }: CasesDependencies,
  { level, subject }: KindDefinition,
  { values }: StepInput,
  actor: CaseActor,
): Promise<Asked<CaseSummary>> {
  const own = actor.kind === 'holder' ? await accounts.findById(actor.accountId) : undefined;
  const openedBy =
    actor.kind === 'staff' ? 'counter' : actor.kind === 'holder' ? 'holder' : 'applicant';
  const number = subject === 'organisation' ? values.organisation_number : values.number;
  if (number === undefined && values.passport === undefined) {
    return { kind: 'invalid', fields: { number: 'missing' } };
  }
  const alone = level === 1 && actor.kind === 'applicant';
  const needsPhone = subject === 'citizen' || values.email === undefined;
  if (alone && values.phone === undefined && needsPhone) {
    return { kind: 'invalid', fields: { phone: 'missing' } };
  }
  const summary = newSummary({
    openedBy,
    asked: {
      number,
      passport: values.passport,
      name: subject === 'organisation' ? values.organisation_name : values.name,
      birthdate: values.birthdate,
      sex: values.sex,
      nationality: values.nationality,
      takesPhone: values.takes_phone === undefined ? undefined : true,
      guardianNumber: own?.identifier ?? values.guardian_number,
      agency: values.agency,
      documentNumber: values.document_number,
      documentDate: values.document_date,
    },
  });
  const { phone, email } = values;
  return found({ ...summary, contact: level === 1 ? { phone, email } : {} });
}

/** Before an account of level 1 is decided, nobody is told what a register holds: it is not asked. */
async function applicantOf(
  dependencies: CasesDependencies,
  definition: KindDefinition,
  { asked }: CaseSummary,
  actor: CaseActor,
): Promise<Asked<Partial<ApplicantFound>>> {
  if (definition.level !== 1)
    return askApplicant(dependencies, definition, asked, { isOpening: true });
  if (actor.kind === 'applicant') {
    return declaresForOther(asked, dependencies) ? refused('guardian_needed') : found({});
  }
  // The civil-status register knows children by their own number.
  const guarded = await askGuardian(dependencies, asked.number ?? '', asked.guardianNumber);
  return guarded.kind === 'found' ? found({ guardian: guarded.value.guardian }) : guarded;
}

function shownOf({ person, guardian, locks }: Partial<ApplicantFound>): Partial<CaseSummary> {
  return { person, guardian, locks };
}

function idsOf(account: Account | undefined, { guardian }: CaseSummary) {
  return { accountId: account?.id, guardianId: guardian?.accountId };
}

interface Received extends Pick<StepFacts, 'actor' | 'input' | 'requestId'> {
  readonly kind: CaseKind;
  readonly summary: CaseSummary;
  readonly account: Account | undefined;
}

async function record(
  dependencies: CasesDependencies,
  { kind, actor, input, requestId, summary: before, account }: Received,
): Promise<OpenOutcome> {
  const now = dependencies.clock();
  const handledBy: AccountId[] = actor.kind === 'staff' ? [actor.accountId] : [];
  const summary: CaseSummary = { ...before, handledBy, done: { opened: { sequence: 1, at: now } } };
  const { person, asked, guardian, receivedBy } = summary;
  const row: Case = {
    id: newCaseId(),
    kind,
    status: 'collecting',
    officeId: receivedBy,
    receivedBy,
    applicantNumber: asked.passport ?? asked.number ?? person?.number,
    accountId: account?.id,
    guardianId: guardian?.accountId,
    summary,
    version: 1,
    openedAt: now,
    dueAt: undefined,
    nextAt: undefined,
    closedAt: undefined,
  };
  const days = await daysAround(dependencies, now);
  const nothing = { captured: undefined, applicant: undefined, activation: undefined };
  const facts = { now, days, actor, input, requestId, authority: undefined, ...nothing };
  const guardianId = guardian?.accountId;
  const guardianAccount = guardianId && (await dependencies.accounts.findById(guardianId));
  const told = { row, summary, account, guardian: guardianAccount, activation: undefined, now };
  const outcome = await dependencies.writer.apply([
    ...stepWrites({ row, summary }, 'opened', facts),
    ...caseNotices('opened', told),
  ]);
  if (outcome.kind === 'written') return { kind: 'opened', caseId: row.id, version: 1 };
  const sentBefore = await openedUnder(dependencies, kind, input, requestId);
  return sentBefore ?? refused('open_case_exists');
}

/** The answer to the first of two equal requests was lost: the second one finds the case. */
async function openedUnder(
  { cases }: CasesDependencies,
  kind: CaseKind,
  { values }: StepInput,
  requestId: string | undefined,
): Promise<OpenOutcome | undefined> {
  const applicantNumber = values.passport ?? values.number ?? values.organisation_number;
  if (applicantNumber === undefined || requestId === undefined) return undefined;
  const known = await cases.list({ applicantNumber, kinds: [kind], limit: 50 });
  for (const { id: caseId } of known) {
    const [first] = await cases.steps(caseId);
    if (first !== undefined && wasTakenUnder(first, requestId)) {
      return { kind: 'opened', caseId, version: 1 };
    }
  }
  return undefined;
}
