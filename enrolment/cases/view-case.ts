import { dateInVietNam } from '../../accounts/vietnam-date.ts';
import type { Case, CaseFilter, CaseActor } from '../case.ts';
import type { CaseId } from '../../ids.ts';
import type { WorkingDays } from '../working-days.ts';
import { concernedBy, loadActorFacts } from './actor-facts.ts';
import { clockView } from './case-clock.ts';
import { nextOf } from './case-next.ts';
import { summaryOf, type CaseSummary } from './case-summary.ts';
import type { ApplicantView, CaseOverview, CaseView, StepOffer } from './case-view.ts';
import type { Opening } from './cases.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import { judgeOpening, judgeStep, type ActorFacts } from './judge-step.ts';
import { CASE_KINDS, kindDefinition } from './kinds.ts';
import { stepTaken } from './step-record.ts';
import { daysAround } from './days-around.ts';
import { fieldsOf } from './take-step.ts';
import { formOf } from './written-form.ts';
import { isSecret, maySee } from './who-sees.ts';

export async function viewCase(
  dependencies: CasesDependencies,
  caseId: CaseId,
  viewer: CaseActor,
): Promise<CaseView | undefined> {
  const seen = await dependencies.cases.find(caseId);
  if (seen === undefined) return undefined;
  const summary = summaryOf(seen);
  const facts = await loadActorFacts(dependencies, viewer, concernedBy(seen, summary));
  if (!maySee(seen, summary, facts)) return undefined;
  const now = dependencies.clock();
  const [days, steps] = await Promise.all([
    daysAround(dependencies, now),
    dependencies.cases.steps(caseId),
  ]);
  const { guardian, contact, asked, biometrics, missing, refusal, activation } = summary;
  return {
    ...overviewOf(seen, summary, days, now),
    form: kindDefinition(seen.kind).form,
    version: seen.version,
    applicant: applicantView(summary),
    guardian: guardian && { accountId: guardian.accountId, name: guardian.name },
    contact: { phone: contact.phone, email: contact.email },
    asked: {
      cardApplicationNumber: asked.cardApplicationNumber,
      documentsToIntegrate: asked.documentsToIntegrate,
    },
    biometrics: showsOutcomes(seen, viewer) ? biometrics : {},
    history: steps
      .map(stepTaken)
      .map((step) => (showsOutcomes(seen, viewer) ? step : { ...step, outcome: undefined })),
    steps: offers(seen, summary, facts, dateInVietNam(now)),
    refusal: refusal && { ...refusal, explanation: refusal.explanation },
    missing,
    activationUntil: activation?.until,
  };
}

/** Who declares something learns of the decision, and not what each comparison said. */
function showsOutcomes({ kind }: Case, viewer: CaseActor): boolean {
  return viewer.kind === 'staff' || kindDefinition(kind).level !== 1;
}

export async function listCases(
  dependencies: CasesDependencies,
  filter: CaseFilter,
  viewer: CaseActor,
): Promise<readonly CaseOverview[]> {
  const now = dependencies.clock();
  const days = await daysAround(dependencies, now);
  const facts = await loadActorFacts(dependencies, viewer);
  const found = await dependencies.cases.list(counterKinds(narrowed(filter, facts), facts));
  const seen = await Promise.all(
    found.map(async (each) => {
      const summary = summaryOf(each);
      const theirs = { ...facts, related: await isRelated(dependencies, each, summary, viewer) };
      if (viewer.kind === 'applicant' || !maySee(each, summary, theirs)) return undefined;
      return overviewOf(each, summary, days, now);
    }),
  );
  return seen.filter((each) => each !== undefined);
}

/** For staff only where it decides what they see: each costs a look into the register. */
async function isRelated(
  dependencies: CasesDependencies,
  seen: Case,
  summary: CaseSummary,
  viewer: CaseActor,
): Promise<boolean> {
  if (viewer.kind === 'staff') {
    if (!isSecret(seen)) return false;
    return (await loadActorFacts(dependencies, viewer, concernedBy(seen, summary))).related;
  }
  return 'accountId' in viewer && [seen.accountId, seen.guardianId].includes(viewer.accountId);
}

/** Without a number to look for, staff are shown what their office deals with, and holders what is theirs. */
function narrowed(filter: CaseFilter, { kind, works, accountId }: ActorFacts): CaseFilter {
  if (filter.applicantNumber !== undefined || kind === 'system') return filter;
  if (kind === 'staff') {
    if (works === undefined) return filter;
    const { officeId } = works;
    // What it received and forwarded stays its own to look at.
    return filter.receivedBy === officeId ? filter : { ...filter, officeId };
  }
  if (accountId === undefined || filter.guardianId === accountId) return filter;
  return { ...filter, accountId };
}

const AT_COUNTERS = CASE_KINDS.filter(({ level }) => level !== 1).map(({ kind }) => kind);

/** What is declared from afar is no office's to see: any number of them under a number hides nothing from who looks for it. */
function counterKinds(filter: CaseFilter, { kind }: ActorFacts): CaseFilter {
  return kind === 'staff' ? { kinds: AT_COUNTERS, ...filter } : filter;
}

export async function openingsFor(
  dependencies: CasesDependencies,
  actor: CaseActor,
): Promise<readonly Opening[]> {
  const facts = await loadActorFacts(dependencies, actor);
  return CASE_KINDS.flatMap(({ kind, steps: [opening] }) => {
    if (opening === undefined) return [];
    const judged = judgeOpening(opening, { ...facts, related: actor.kind === 'holder' });
    const whyNot = judged.allowed ? undefined : judged.whyNot;
    return [{ kind, allowed: judged.allowed, whyNot, fields: opening.fields }];
  });
}

function overviewOf(
  seen: Case,
  summary: CaseSummary,
  days: WorkingDays,
  now: number,
): CaseOverview {
  const { id, kind, status, officeId, accountId, openedAt, closedAt } = seen;
  const { receivedBy, person, asked } = summary;
  const clock = clockView(summary.clock, days, now);
  return {
    id,
    kind,
    status,
    officeId,
    receivedBy,
    accountId,
    applicantName: person?.name ?? asked.name,
    openedAt,
    closedAt,
    clock,
    next: nextOf(seen, summary, clock),
  };
}

function applicantView({ person, asked }: CaseSummary): ApplicantView {
  const { agency, documentNumber, documentDate } = asked;
  const declared = asked.nationality === undefined ? [] : [asked.nationality];
  return {
    number: person?.number ?? asked.number,
    passport: asked.passport,
    name: person?.name ?? asked.name,
    birthdate: person?.birthdate ?? asked.birthdate,
    sex: person?.sex,
    nationalities: person?.nationalities ?? declared,
    documents: person?.documents ?? [],
    request:
      agency === undefined || documentNumber === undefined || documentDate === undefined
        ? undefined
        : { agency, documentNumber, documentDate },
  };
}

function offers(
  seen: Case,
  summary: CaseSummary,
  facts: ActorFacts,
  today: string,
): readonly StepOffer[] {
  return kindDefinition(seen.kind).steps.flatMap((definition) => {
    const { name, needsReason } = definition;
    if (name === 'opened') return [];
    const judged = judgeStep(definition, seen, summary, facts);
    if (!judged.allowed && judged.whyNot === 'does_not_apply') return [];
    return [
      {
        name,
        allowed: judged.allowed,
        taken: summary.done[name] !== undefined,
        whyNot: judged.allowed ? undefined : judged.whyNot,
        waitsFor: judged.allowed ? [] : judged.waitsFor,
        fields: fieldsOf(definition, seen, summary, today),
        written: name === 'form_filled' ? formOf(summary) : {},
        needsReason,
      },
    ];
  });
}
