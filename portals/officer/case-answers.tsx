import type { CaseView, StepOffer } from '../../enrolment/cases/case-view.ts';
import type { FieldFaults, StepName, WhyNotStep } from '../../enrolment/cases/vocabulary.ts';
import { isId, randomText, type CaseId } from '../../ids.ts';
import { sendPage } from '../../web/send-page.ts';
import { LOST, type Draft } from '../session/portal.ts';
import { namesOf } from './case-people.ts';
import { OFFICER_PATH, type OfficerServices, type OfficerVisit } from './officer-visit.tsx';
import { lockNames } from './lock-words.ts';
import { linesOf } from './pages/applicant-facts.tsx';
import { CasePage, type CasePageProps } from './pages/case-page.tsx';
import { StepPage } from './pages/step-page.tsx';

export interface StepShown {
  readonly typed: Readonly<Record<string, string>>;
  readonly faults?: FieldFaults;
  readonly warning?: readonly string[];
  readonly restored?: boolean;
  readonly status?: number;
}

/** Steps by which somebody vouches for the data: they stand on the page. */
const VOUCHING: ReadonlySet<StepName> = new Set([
  'guardian_present',
  'documents_checked',
  'consent_confirmed',
  'completed',
  'supplemented',
  'approved',
  'refused',
  'carried_out',
]);

export async function showStep(
  visit: OfficerVisit,
  { view, offer }: { readonly view: CaseView; readonly offer: StepOffer },
  shown: StepShown,
  services: OfficerServices,
): Promise<void> {
  const { ctx, words, page } = visit;
  const address = `${caseAddress(view.id)}/steps/${offer.name}`;
  if (shown.status === 503) ctx.set('Retry-After', '60');
  sendPage(
    ctx,
    <StepPage
      ctx={{ ...page, path: address }}
      translator={words}
      bar={visit.bar()}
      step={offer.name}
      kind={view.kind}
      applicantName={view.applicantName}
      fields={offer.fields}
      needsReason={offer.needsReason}
      names={await lockNames(view, words, services)}
      facts={VOUCHING.has(offer.name) ? linesOf(words, view) : []}
      typed={shown.typed}
      faults={shown.faults ?? {}}
      hidden={{
        version: String(view.version),
        request_id: shown.typed['request_id'] ?? randomText(18),
      }}
      target={visit.target(address)}
      back={caseAddress(view.id)}
      warning={shown.warning}
      restored={shown.restored ?? false}
    />,
    shown.status ?? 200,
  );
}

export async function showCase(
  visit: OfficerVisit,
  view: CaseView,
  services: OfficerServices,
  shown: Pick<CasePageProps, 'notice'> & { readonly status?: number } = {},
): Promise<void> {
  const { ctx, words, page, member } = visit;
  const actors = view.history.map(({ actor }) => actor);
  sendPage(
    ctx,
    <CasePage
      ctx={{ ...page, path: caseAddress(view.id) }}
      translator={words}
      bar={visit.bar()}
      view={view}
      nameOf={await namesOf(actors, services, words)}
      notice={shown.notice}
      audits={member.roles.includes('auditor') || member.roles.includes('supervisor')}
    />,
    shown.status ?? 200,
  );
}

/** Undefined when there is none, or it is none of theirs: both are the same answer. */
export async function viewOf(
  visit: OfficerVisit,
  id: string | undefined,
  { cases, caseStore, audit }: OfficerServices,
): Promise<CaseView | undefined> {
  const caseId = isId('case', id) ? id : undefined;
  const view = caseId && (await cases.view(caseId, visit.actor));
  if (view !== undefined) return view;
  notThere(visit);
  if (caseId === undefined || (await caseStore.find(caseId)) === undefined) return undefined;
  const { ctx, member, session } = visit;
  const { requestId } = ctx.state;
  await audit.caseWithheld(
    { requestId, caseId, actorId: session.accountId },
    { staffId: member.id },
  );
  return undefined;
}

/**
 * A form as it was left by who had to sign in again meanwhile, or as it was `written` the time before; and that it must be
 * typed again where what was left is lost.
 */
export function shownAgain(
  { ctx, words }: OfficerVisit,
  draft: Draft['fields'] | undefined,
  written: Draft['fields'] = {},
): Pick<StepShown, 'typed' | 'restored' | 'warning'> {
  if (draft !== undefined) return { typed: draft, restored: true };
  const lost = ctx.query[LOST] !== undefined;
  return { typed: written, ...(lost ? { warning: [words.t('officer.lost')] } : {}) };
}

/** Answered by the page that says there is nothing here. */
export function notThere({ ctx }: OfficerVisit): void {
  ctx.status = 404;
}

export async function recordLook(
  { ctx, member, session }: OfficerVisit,
  { id, accountId }: CaseView,
  { audit }: OfficerServices,
  page: 'case' | 'form' | 'audit' = 'case',
): Promise<void> {
  const { requestId } = ctx.state;
  await audit.caseViewed(
    { requestId, caseId: id, accountId, actorId: session.accountId },
    { staffId: member.id, page },
  );
}

export async function recordRefusedStep(
  { ctx, member, session }: OfficerVisit,
  { id, accountId }: CaseView,
  { step, whyNot }: { readonly step: StepName; readonly whyNot: WhyNotStep },
  { audit }: OfficerServices,
): Promise<void> {
  const { requestId } = ctx.state;
  await audit.stepRefused(
    { requestId, caseId: id, accountId, actorId: session.accountId },
    { staffId: member.id, step, reason: whyNot },
  );
}

export function caseAddress(id: CaseId): string {
  return `${OFFICER_PATH}/cases/${id}`;
}
