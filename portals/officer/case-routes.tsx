import type Router from '@koa/router';

import type { CaseView, StepOffer } from '../../enrolment/cases/case-view.ts';
import type { StepOutcome } from '../../enrolment/cases/cases.ts';
import { STEP_NAMES, type StepName } from '../../enrolment/cases/vocabulary.ts';
import { seeOther } from '../see-other.ts';
import { FRESH_PROOF_SECONDS } from '../session/own-portals.ts';
import { draftOf, readCaseForm, readEarly, requestIdOf } from './case-form.ts';
import {
  caseAddress,
  notThere,
  recordLook,
  recordRefusedStep,
  showCase,
  shownAgain,
  showStep,
  viewOf,
} from './case-answers.tsx';
import { admit, type OfficerServices, type OfficerVisit } from './officer-visit.tsx';
import { isWeighty } from './weighty-steps.ts';
import { warningOf } from './outcome-words.ts';

const FRESH = { maxAgeSeconds: FRESH_PROOF_SECONDS };

export function addCaseRoutes(router: Router, services: OfficerServices): void {
  router.get('/cases/:id', async (ctx) => {
    const visit = await admit(ctx, services);
    if (visit === undefined) return;
    const view = await viewOf(visit, ctx.params['id'], services);
    if (view === undefined) return;
    await recordLook(visit, view, services);
    const taken = justTaken(visit, view, ctx.query['taken']);
    await showCase(visit, view, services, {
      notice: taken && {
        kind: 'success',
        text: visit.words.t('officer.taken', { step: visit.words.t(`case-step.${taken}`) }),
      },
    });
  });

  router.get('/cases/:id/steps/:step', async (ctx) => {
    const step = stepNamed(ctx.params['step']);
    // Proven before anything is typed; proven again when it is sent.
    const visit = await admit(ctx, services, step !== undefined && isWeighty(step) ? FRESH : {});
    if (visit === undefined) return;
    const view = await viewOf(visit, ctx.params['id'], services);
    if (view === undefined) return;
    const offer = offerOf(view, step);
    if (offer === undefined) return seeOther(ctx, caseAddress(view.id));
    const draft = await services.frame.takeDraft(ctx, ctx.path);
    await recordLook(visit, view, services);
    await showStep(visit, { view, offer }, shownAgain(visit, draft, offer.written), services);
  });

  router.post('/cases/:id/steps/:step', async (ctx) => {
    const step = stepNamed(ctx.params['step']);
    const early = await readEarly(ctx);
    const draft = draftOf(ctx.path, early);
    const visit = await admit(ctx, services, { returnTo: ctx.path, draft, sent: true });
    if (visit === undefined) return;
    const view = await viewOf(visit, ctx.params['id'], services);
    const offered = view?.steps.find(({ name }) => name === step);
    if (view === undefined) return;
    if (offered === undefined) return seeOther(ctx, caseAddress(view.id));
    const sent = await readCaseForm(ctx, offered.fields, early);
    services.frame.verify(ctx, visit.session, sent.form);
    if (isWeighty(offered.name)) {
      const proven = await admit(ctx, services, { ...FRESH, returnTo: ctx.path, draft });
      if (proven === undefined) return;
    }
    if (Object.keys(sent.faults).length > 0) {
      const { typed, faults } = sent;
      return showStep(visit, { view, offer: offered }, { typed, faults, status: 422 }, services);
    }
    const reason = sent.typed['reason'];
    const outcome = await services.cases.take({
      caseId: view.id,
      seenVersion: versionOf(sent.form.text('version')),
      step: offered.name,
      actor: visit.actor,
      data: sent.data,
      requestId: requestIdOf(sent.form),
      ...(reason === undefined ? {} : { reason }),
    });
    if (outcome.kind === 'not_allowed') {
      await recordRefusedStep(
        visit,
        view,
        { step: offered.name, whyNot: outcome.whyNot },
        services,
      );
    }
    await answerStep(visit, outcome, { view, offered, typed: sent.typed }, services);
  });
}

/** An address says nothing a case does not: the latest step is this one, and theirs. */
function justTaken(
  { session }: OfficerVisit,
  { history }: CaseView,
  said: unknown,
): StepName | undefined {
  const last = history.at(-1);
  if (last?.actor.kind !== 'staff' || last.actor.accountId !== session.accountId) return undefined;
  return last.name === said ? last.name : undefined;
}

interface Tried {
  readonly view: CaseView;
  readonly offered: StepOffer;
  readonly typed: Readonly<Record<string, string>>;
}

async function answerStep(
  visit: OfficerVisit,
  outcome: StepOutcome,
  { view, offered, typed }: Tried,
  services: OfficerServices,
): Promise<void> {
  const { ctx } = visit;
  switch (outcome.kind) {
    case 'taken':
      return seeOther(ctx, `${caseAddress(view.id)}?taken=${offered.name}`);
    case 'invalid':
      return showStep(
        visit,
        { view, offer: offered },
        { typed, faults: outcome.fields, status: 422 },
        services,
      );
    case 'not_found':
      return notThere(visit);
    default: {
      const warning = await warningOf(outcome, visit.words, services);
      const status = outcome.kind === 'unknown_for_now' ? 503 : 409;
      // As it stands now: what is shown beside the warning must be true.
      const now = (await services.cases.view(view.id, visit.actor)) ?? view;
      const offer = offerOf(now, offered.name);
      if (offer !== undefined) {
        return showStep(visit, { view: now, offer }, { typed, warning, status }, services);
      }
      const notice = { kind: 'warning', text: warning.join(' ') } as const;
      return showCase(visit, now, services, { notice, status });
    }
  }
}

function stepNamed(name: string | undefined): StepName | undefined {
  return STEP_NAMES.find((each) => each === name);
}

function offerOf({ steps }: CaseView, step: StepName | undefined): StepOffer | undefined {
  return steps.find(({ name, allowed }) => name === step && allowed);
}

function versionOf(text: string | undefined): number {
  return /^\d{1,6}$/.test(text ?? '') ? Number(text) : 0;
}
