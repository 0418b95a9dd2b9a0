import type Router from '@koa/router';
import type { Context } from 'koa';

import type { CaseView } from '../../enrolment/cases/case-view.ts';
import type { StepName } from '../../enrolment/cases/vocabulary.ts';
import { plainPage } from '../../web/error-answer.tsx';
import { sendPage } from '../../web/send-page.ts';
import { isRenewedTooOften } from '../renewal-limit.ts';
import { seeOther } from '../see-other.ts';
import { APPLICATION } from './addresses.ts';
import { CASE, formOf, targetOf, viewOf, type LookParts } from './look-parts.ts';
import type { EnrolServices } from './enrol-services.ts';
import type { Look } from './look-state.ts';
import { CasePage } from './pages/case-page.tsx';
import { WithdrawPage } from '../withdraw-page.tsx';
import type { Visit } from './visit.ts';

const WITHDRAW = `${APPLICATION}/withdraw`;

/** The application itself, for who has proven the phone it was made with. */
export function addCase(router: Router, parts: LookParts): void {
  const { services, desks } = parts;

  router.get('/case', async (ctx) => {
    const visit = await desks.looking.of(ctx);
    const view = await provenView(visit, parts);
    if (view === undefined) return seeOther(ctx, APPLICATION);
    const { told } = visit.state;
    if (told !== undefined) {
      await desks.looking.update(visit, (before) => ({ ...before, told: undefined }));
    }
    const target = targetOf(parts, visit, CASE);
    const page = plainPage(ctx, services.sandbox);
    sendPage(ctx, <CasePage ctx={page} target={target} view={view} told={told} />);
  });

  router.post('/case', async (ctx) => {
    const { visit, form } = await formOf(ctx, parts);
    const view = await provenView(visit, parts);
    if (view === undefined) return seeOther(ctx, APPLICATION);
    if (form.has('close')) {
      await desks.looking.forget(ctx, visit);
      return seeOther(ctx, APPLICATION);
    }
    if (form.has('withdraw')) return seeOther(ctx, WITHDRAW);
    if (form.has('renew')) await take(visit, view, 'activation_renewed', parts);
    seeOther(ctx, CASE);
  });

  router.get('/withdraw', async (ctx) => showWithdraw(ctx, parts));
  router.post('/withdraw', async (ctx) => {
    const { visit, form } = await formOf(ctx, parts);
    const view = await provenView(visit, parts);
    if (view !== undefined && form.has('withdraw-now')) {
      await take(visit, view, 'withdrawn', parts);
    }
    seeOther(ctx, CASE);
  });
}

async function showWithdraw(ctx: Context, parts: LookParts): Promise<void> {
  const visit = await parts.desks.looking.of(ctx);
  const view = await provenView(visit, parts);
  const may = view?.steps.some(({ name, allowed }) => name === 'withdrawn' && allowed) === true;
  if (!may) return seeOther(ctx, CASE);
  sendPage(
    ctx,
    <WithdrawPage
      ctx={plainPage(ctx, parts.services.sandbox)}
      target={targetOf(parts, visit, WITHDRAW)}
      backHref={CASE}
    />,
  );
}

async function provenView({ state }: Visit<Look>, parts: LookParts): Promise<CaseView | undefined> {
  return state.proven === true ? viewOf(state.caseId, parts) : undefined;
}

/** What came of it is told on the next page; pressed twice, it is done once. */
async function take(
  visit: Visit<Look>,
  view: CaseView,
  step: Extract<StepName, 'activation_renewed' | 'withdrawn'>,
  { services, desks }: LookParts,
): Promise<void> {
  const isTooOften = step === 'activation_renewed' && (await isRenewedTooOften(view.id, services));
  const told = isTooOften ? 'too-often' : await takeStep(view, step, services);
  await desks.looking.update(visit, (before) => ({ ...before, told }));
}

async function takeStep(
  view: CaseView,
  step: Extract<StepName, 'activation_renewed' | 'withdrawn'>,
  { cases }: EnrolServices,
): Promise<NonNullable<Look['told']>> {
  const outcome = await cases.take({
    caseId: view.id,
    seenVersion: view.version,
    step,
    actor: { kind: 'applicant' },
    data: {},
  });
  if (outcome.kind === 'outdated') return 'outdated';
  if (outcome.kind !== 'taken') return 'not-now';
  return step === 'withdrawn' ? 'withdrawn' : 'renewed';
}
