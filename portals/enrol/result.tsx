import type Router from '@koa/router';
import type { Context } from 'koa';

import { maskedDestination } from '../../accounts/contact.ts';
import type { CaseView } from '../../enrolment/cases/case-view.ts';
import { plainPage } from '../../web/error-answer.tsx';
import { readForm } from '../../web/forms.ts';
import { sendPage } from '../../web/send-page.ts';
import { seeOther } from '../see-other.ts';
import { ACTIVATE, APPLICATION, ENROL } from './addresses.ts';
import { contactOfApplicant, type Application } from './application-state.ts';
import { ResultPage } from './pages/result-page.tsx';
import type { Desks, EnrolServices } from './enrol-services.ts';
import type { Visit } from './visit.ts';

const RESULT = `${ENROL}/result`;

/** What became of the application, in the browser it was made in. */
export function addResult(router: Router, services: EnrolServices, desks: Desks): void {
  router.get('/result', async (ctx) => {
    const visit = await desks.applying.of(ctx);
    const view = await viewOf(visit.state, services);
    const contact = contactOfApplicant(visit.state);
    // Activated or gone: there is nothing more to see here.
    if (view === undefined || contact === undefined || view.status === 'done') {
      return seeOther(ctx, ENROL);
    }
    sendPage(
      ctx,
      <ResultPage
        ctx={plainPage(ctx, services.sandbox)}
        target={{ action: RESULT, csrf: services.csrf.tokenFor(subjectOf(visit)) }}
        view={view}
        contact={{ channel: contact.channel, masked: maskedDestination(contact) }}
      />,
    );
  });

  router.post('/result', async (ctx) => {
    const form = await readForm(ctx);
    const visit = await desks.applying.of(ctx);
    services.csrf.verify(ctx, subjectOf(visit), form);
    if (form.has('activate')) return goOnToActivation(ctx, visit, services, desks);
    if (form.has('look')) return goOnToCase(ctx, visit, desks);
    if (form.has('again')) {
      await desks.applying.update(visit, (before) => ({
        ...before,
        caseId: undefined,
        agreedAt: undefined,
        requestId: undefined,
        draftId: undefined,
      }));
    }
    seeOther(ctx, `${ENROL}/check`);
  });
}

/** Phone and mail were proven in this very browser: they are not asked for once more. */
async function goOnToActivation(
  ctx: Context,
  visit: Visit<Application>,
  services: EnrolServices,
  desks: Desks,
): Promise<void> {
  const view = await viewOf(visit.state, services);
  // Nothing was submitted here.
  if (view === undefined) return seeOther(ctx, ENROL);
  const provenContact = contactOfApplicant(visit.state)?.destination;
  const number = view.applicant.number ?? visit.state.number?.value;
  const activating = await desks.activating.forget(ctx, await desks.activating.of(ctx));
  await desks.activating.update(activating, () => ({ number, provenContact }));
  seeOther(ctx, ACTIVATE);
}

async function goOnToCase(ctx: Context, visit: Visit<Application>, desks: Desks): Promise<void> {
  const { caseId } = visit.state;
  if (caseId === undefined) return seeOther(ctx, ENROL);
  const looking = await desks.looking.forget(ctx, await desks.looking.of(ctx));
  await desks.looking.update(looking, () => ({ caseId, proven: true }));
  seeOther(ctx, `${APPLICATION}/case`);
}

async function viewOf(
  { caseId }: Application,
  { cases }: EnrolServices,
): Promise<CaseView | undefined> {
  return caseId === undefined ? undefined : cases.view(caseId, { kind: 'applicant' });
}

function subjectOf({ id }: Visit<unknown>) {
  return { uid: `enrol ${id}`, person: '' };
}
