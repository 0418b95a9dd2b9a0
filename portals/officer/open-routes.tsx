import type Router from '@koa/router';

import type { OpenOutcome, Opening } from '../../enrolment/cases/cases.ts';
import { randomText } from '../../ids.ts';
import { sendPage } from '../../web/send-page.ts';
import { seeOther } from '../see-other.ts';
import { draftOf, readCaseForm, readEarly, requestIdOf } from './case-form.ts';
import { caseAddress, shownAgain, type StepShown } from './case-answers.tsx';
import { admit, OFFICER_PATH, type OfficerServices, type OfficerVisit } from './officer-visit.tsx';
import { warningOf } from './outcome-words.ts';
import { OpenCasePage } from './pages/open-case-page.tsx';
import { StepPage } from './pages/step-page.tsx';

const OPEN = `${OFFICER_PATH}/open`;

export function addOpenRoutes(router: Router, services: OfficerServices): void {
  const { cases, frame } = services;

  router.get('/open', async (ctx) => {
    const visit = await admit(ctx, services);
    if (visit === undefined) return;
    const openings = await cases.openings(visit.actor);
    sendPage(
      ctx,
      <OpenCasePage
        ctx={visit.page}
        translator={visit.words}
        bar={visit.bar('open')}
        kinds={openings.filter(({ allowed }) => allowed).map(({ kind }) => kind)}
      />,
    );
  });

  router.get('/open/:kind', async (ctx) => {
    const visit = await admit(ctx, services);
    if (visit === undefined) return;
    const opening = await openingOf(visit, ctx.params['kind'], services);
    if (opening === undefined) return seeOther(ctx, OPEN);
    const draft = await frame.takeDraft(ctx, ctx.path);
    showOpening(visit, opening, shownAgain(visit, draft));
  });

  router.post('/open/:kind', async (ctx) => {
    const early = await readEarly(ctx);
    const draft = draftOf(ctx.path, early);
    const visit = await admit(ctx, services, { returnTo: ctx.path, draft, sent: true });
    if (visit === undefined) return;
    const opening = await openingOf(visit, ctx.params['kind'], services);
    if (opening === undefined) return seeOther(ctx, OPEN);
    const { form, data, typed } = await readCaseForm(ctx, opening.fields, early);
    frame.verify(ctx, visit.session, form);
    const requestId = requestIdOf(form);
    const outcome = await cases.open(opening.kind, { actor: visit.actor, data, requestId });
    await recordRefusal(visit, opening, outcome, services);
    await answerOpening(visit, opening, outcome, { ...typed, request_id: requestId }, services);
  });
}

/** What an officer is told of a number is looked into like what they opened. */
async function recordRefusal(
  { ctx, member, session }: OfficerVisit,
  { kind }: Opening,
  outcome: OpenOutcome,
  { audit }: OfficerServices,
): Promise<void> {
  const reason = whyRefused(outcome);
  if (reason === undefined) return;
  const { requestId } = ctx.state;
  const context = { requestId, actorId: session.accountId };
  await audit.openingRefused(context, { staffId: member.id, kind, reason });
}

function whyRefused(outcome: OpenOutcome): string | undefined {
  switch (outcome.kind) {
    case 'not_allowed':
      return outcome.whyNot;
    case 'not_eligible':
      return outcome.refusal.reason;
    case 'invalid':
      return Object.values(outcome.fields).find((fault) => fault === 'not_registered');
    default:
      return undefined;
  }
}

async function answerOpening(
  visit: OfficerVisit,
  opening: Opening,
  outcome: OpenOutcome,
  typed: Readonly<Record<string, string>>,
  services: OfficerServices,
): Promise<void> {
  switch (outcome.kind) {
    case 'opened':
      return seeOther(visit.ctx, `${caseAddress(outcome.caseId)}?taken=opened`);
    case 'invalid':
      return showOpening(visit, opening, { typed, faults: outcome.fields, status: 422 });
    case 'not_found':
      return seeOther(visit.ctx, OPEN);
    default: {
      const warning = await warningOf(outcome, visit.words, services);
      const status = outcome.kind === 'unknown_for_now' ? 503 : 409;
      return showOpening(visit, opening, { typed, warning, status });
    }
  }
}

async function openingOf(
  { actor }: OfficerVisit,
  kind: string | undefined,
  { cases }: OfficerServices,
): Promise<Opening | undefined> {
  const openings = await cases.openings(actor);
  return openings.find((each) => each.kind === kind && each.allowed);
}

function showOpening(visit: OfficerVisit, { kind, fields }: Opening, shown: StepShown): void {
  const address = `${OPEN}/${kind}`;
  if (shown.status === 503) visit.ctx.set('Retry-After', '60');
  sendPage(
    visit.ctx,
    <StepPage
      ctx={{ ...visit.page, path: address }}
      translator={visit.words}
      bar={visit.bar('open')}
      step="opened"
      kind={kind}
      applicantName={undefined}
      fields={fields}
      needsReason={false}
      typed={shown.typed}
      faults={shown.faults ?? {}}
      hidden={{ request_id: shown.typed['request_id'] ?? randomText(18) }}
      target={visit.target(address)}
      back={OPEN}
      warning={shown.warning}
      restored={shown.restored ?? false}
    />,
    shown.status ?? 200,
  );
}
